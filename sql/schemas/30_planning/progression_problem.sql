create or replace function private.progression_problem(
  p_progression jsonb,
  p_exercise_kind text default null,
  out message text,
  out path text,
  out text text
)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_rules private.field_rule[] := private.progression_field_rules();
  v_scheme text;
  v_increments text[];
  v_problem record;
begin
  if jsonb_typeof(p_progression) is distinct from 'object' then
    message := 'invalid_field';
    text := 'must be an object';
    return;
  end if;
  v_scheme := p_progression ->> 'scheme';
  if v_scheme is null or v_scheme not in ('linear', 'double', 'wave', 'rpe') then
    message := case when v_scheme is null then 'missing_field' else 'invalid_field' end;
    path := 'scheme';
    text := 'must be one of linear, double, wave, rpe';
    return;
  end if;

  v_problem := private.document_problem(v_scheme || '_progression', p_progression, v_rules);
  if v_problem.message is null and v_scheme = 'wave' then
    v_problem := private.wave_problem(p_progression -> 'waves');
  end if;
  if v_problem.message is not null then
    message := v_problem.message;
    path := v_problem.path;
    text := v_problem.text;
    return;
  end if;

  select coalesce(array_agg(field), '{}')
  into v_increments
  from unnest(array['increment_kg', 'increment_percent', 'increment_reps', 'increment_seconds']) as field
  where p_progression ->> field is not null;

  select problems.path, problems.text
  into path, text
  from (
    values
      (
        cardinality(v_increments) > 1,
        v_increments[2], format('cannot stand beside %s', v_increments[1])
      ),
      (
        v_scheme = 'linear' and cardinality(v_increments) = 0,
        'increment_kg', 'is missing, and so are increment_percent, increment_reps and increment_seconds'
      ),
      (
        v_scheme in ('linear', 'double') and p_progression ->> 'max_kg' is not null
          and not v_increments && array['increment_kg', 'increment_percent'],
        'max_kg', 'needs increment_kg or increment_percent'
      ),
      (
        p_progression ->> 'max_reps' is not null and not v_increments && array['increment_reps'],
        'max_reps', 'needs increment_reps'
      ),
      (
        p_progression ->> 'max_seconds' is not null and not v_increments && array['increment_seconds'],
        'max_seconds', 'needs increment_seconds'
      ),
      (
        p_progression #>> '{stall,action}' = 'deload' and p_progression #>> '{stall,percent}' is null,
        'stall.percent', 'is missing: a deload needs one'
      ),
      (
        p_progression #>> '{stall,action}' = 'reset' and p_progression #>> '{stall,percent}' is not null,
        'stall.percent', 'has no meaning in a reset'
      ),
      (
        p_progression ->> 'percent_of' = 'e1rm'
          and (
            cardinality(v_increments) > 0
            or coalesce(p_progression ->> 'training_max_percent', p_progression ->> 'stall') is not null
          ),
        'percent_of', 'must be training_max, where that has an increment, a training_max_percent or a stall'
      ),
      -- What the kind of the exercise has no figure for cannot progress.
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'weight_kg')
          and (v_scheme in ('wave', 'rpe') or v_increments && array['increment_kg', 'increment_percent']),
        'scheme', format('raises a load, and sets of a %s exercise have none', p_exercise_kind)
      ),
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'reps')
          and (v_scheme <> 'linear' or v_increments && array['increment_reps']),
        'scheme', format('counts repetitions, and sets of a %s exercise have none', p_exercise_kind)
      ),
      (
        p_exercise_kind is not null and not private.kind_allows(p_exercise_kind, 'duration_seconds')
          and v_increments && array['increment_seconds'],
        'increment_seconds', format('cannot be: sets of a %s exercise have no duration', p_exercise_kind)
      )
  ) as problems (is_there, path, text)
  where problems.is_there
  limit 1;
  if found then
    message := 'invalid_field';
  end if;
end;
$$;

revoke execute on function private.progression_problem(jsonb, text) from public;
grant execute on function private.progression_problem(jsonb, text) to authenticated, service_role;

comment on function private.progression_problem(jsonb, text) is
  'The first thing that is wrong with a progression for an exercise of a kind (any, where that is null): an error key, '
  'the path of the field (null for the whole) and the trouble in words; all null where nothing is. Immutable, though it '
  'asks functions that are stable: those are so for their dates alone, and a progression has none.';
