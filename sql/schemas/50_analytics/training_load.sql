create or replace function private.training_load(p_on date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  -- As far back as there is training: days before the first are no rest.
  v_from date := (
    select greatest(user_totals.first_on, p_on - 83) from analytics.user_totals where user_totals.user_id = v_user_id
  );
  v_loads numeric[] := array_fill(0::numeric, array[greatest(p_on - v_from + 1, 0)]);
  v_day record;
  v_week numeric[];
begin
  for v_day in
    select training_days.local_date - v_from + 1 as number, training_days.session_load
    from analytics.training_days
    where training_days.user_id = v_user_id
      and training_days.local_date >= v_from
      and training_days.local_date <= p_on
      and training_days.session_load is not null
  loop
    v_loads[v_day.number] := v_day.session_load;
  end loop;
  v_week := v_loads[greatest(cardinality(v_loads) - 6, 1):];

  return jsonb_build_object(
    'on', p_on,
    'days', cardinality(v_loads),
    'week', coalesce((select sum(week.load) from unnest(v_week) as week (load)), 0),
    'monotony', case when cardinality(v_week) = 7 then round(private.training_monotony(v_week), 2) end,
    'strain', case when cardinality(v_week) = 7 then round(private.training_strain(v_week)) end,
    'acute_chronic_ratio', jsonb_build_object(
      'coupled', round(private.acute_chronic_ratio('coupled', v_loads), 2),
      'uncoupled', round(private.acute_chronic_ratio('uncoupled', v_loads), 2),
      'ewma', round(private.acute_chronic_ratio('ewma', v_loads), 2)
    )
  );
end;
$$;

revoke execute on function private.training_load(date) from public;
grant execute on function private.training_load(date) to authenticated, service_role;

comment on function private.training_load(date) is
  'The caller''s session load as of the end of a day: {on, days, week, monotony, strain, acute_chronic_ratio: {coupled, '
  'uncoupled, ewma}}. days: how many of the last 84 are known, from the first workout on; week: sum of the last seven. '
  'Monotony and strain of these seven; the ratios are null before 28 days are known, and without load.';
