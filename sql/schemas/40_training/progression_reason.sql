create or replace function private.progression_reason(p_code text, p_figures jsonb)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_field text := (
    select field
    from unnest(array['training_max_kg', 'load_kg', 'reps', 'seconds', 'e1rm_kg'])
      with ordinality as known (field, rank)
    where p_figures ? field
    order by rank
    limit 1
  );
  v_what text := case v_field
    when 'load_kg' then 'the load'
    when 'training_max_kg' then 'the training max'
    when 'reps' then 'the repetitions'
    when 'seconds' then 'the time'
    when 'e1rm_kg' then 'the e1RM'
    else 'the target'
  end;
  v_unit text := case v_field when 'reps' then '' when 'seconds' then ' s' else ' kg' end;
  v_now text := trim_scale(round((p_figures ->> v_field)::numeric, 3)) || v_unit;
  v_before text := trim_scale(round((p_figures ->> 'previous')::numeric, 3)) || v_unit;
  v_met text := case when p_figures ? 'wave' then 'The cycle was met' else 'Every set was met' end;
  v_missed text := case when p_figures ? 'wave' then 'The cycle was not met' else 'Not every set was met' end;
  v_s text := case v_field when 'reps' then '' else 's' end;
  v_stays text := format('%s stay%s', v_what, v_s) || coalesce(' at ' || v_now, '');
  v_text text;
  v_fields text[];
begin
  v_text := case p_code
    when 'start' then
      format('The first session%s.', coalesce(
        case v_field when 'training_max_kg' then ', at a training max of ' else ', at ' end || v_now,
        ' is as the routine has it'
      ))
    when 'choose_load' then 'No load is known yet. Choose one, and the next session goes on from it.'
    when 'fixed' then 'The targets stay as the routine has them.'
    when 'raised' then format('%s: %s rise%s from %s to %s.', v_met, v_what, v_s, v_before, v_now)
    when 'succeeded' then
      format('%s, %s of %s times: %s.', v_met, p_figures ->> 'successes', p_figures ->> 'every', v_stays)
    when 'held' then format('Neither a success nor a failure: %s.', v_stays)
    when 'capped' then format('%s, and nothing is left to add: %s.', v_met, v_stays)
    when 'failed' then
      format(
        '%s, %s in a row: %s.', v_missed, concat(p_figures ->> 'failures', ' of ' || (p_figures ->> 'after')), v_stays
      )
    when 'deloaded' then
      format(
        '%s, %s in a row: %s go%s from %s down to %s.', v_missed, p_figures ->> 'after', v_what,
        case v_s when 's' then 'es' else '' end, v_before, v_now
      )
    when 'reset' then
      format(
        '%s, %s in a row: %s go%s from %s back to %s.', v_missed, p_figures ->> 'after', v_what,
        case v_s when 's' then 'es' else '' end, v_before, v_now
      )
    when 'planned_deload' then
      format('A light session, as planned: %s %% of what is due.', p_figures ->> 'percent')
    when 'wave' then
      format('Wave %s of %s', p_figures ->> 'wave', p_figures ->> 'waves')
        || coalesce(', by ' || v_what || ' of ' || v_now, '') || '.'
    when 'estimated' then format('By an e1RM of %s in the latest sessions.', v_now)
  end;

  v_fields := array[v_field] || case p_code
    when 'raised' then array['previous']
    when 'succeeded' then array['successes', 'every']
    when 'failed' then array['failures', 'after']
    when 'deloaded' then array['previous', 'after']
    when 'reset' then array['previous', 'after']
    when 'planned_deload' then array['percent']
  end || array['wave', 'waves', 'cycle'];
  return jsonb_build_object(
    'code', p_code,
    'data', (
      select coalesce(jsonb_object_agg(figure.key, figure.value), '{}')
      from jsonb_each(p_figures) as figure
      where figure.key = any(v_fields)
    ),
    'text', v_text
  );
end;
$$;

revoke execute on function private.progression_reason(text, jsonb) from public;
grant execute on function private.progression_reason(text, jsonb) to authenticated, service_role;

comment on function private.progression_reason(text, jsonb) is
  'Why a target is what it is: {code, data, text}, Reason of types/contracts/prescription.ts. p_figures is the state, '
  'with the amount before in previous, and the rule''s after, every and percent.';
