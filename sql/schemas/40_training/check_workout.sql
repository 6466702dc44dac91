create or replace function private.check_workout(p_workout jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_path text;
  v_text text;
begin
  perform private.check_document('workout', p_workout, private.workout_field_rules());

  select problems.path, problems.text
  into v_path, v_text
  from (
    select
      format('exercises[%s].sets[%s].%s', exercise.ordinal - 1, performed.ordinal - 1, measure.field),
      format('sets of a %s exercise have no %s', exercises.kind, measure.field)
    from jsonb_path_query(p_workout, '$.exercises[*]') with ordinality as exercise (node, ordinal)
    -- A probe for each: a join would be planned as a scan of all exercises.
    cross join lateral (
      select exercises.kind
      from public.exercises
      where exercises.id = (exercise.node ->> 'exercise_id')::uuid
      offset 0
    ) as exercises
    cross join lateral jsonb_path_query(exercise.node, '$.sets[*]') with ordinality as performed (node, ordinal)
    cross join unnest(array['reps', 'weight_kg', 'duration_seconds', 'distance_meters']) as measure (field)
    where coalesce(performed.node -> measure.field, 'null') <> 'null'
      and not private.kind_allows(exercises.kind, measure.field)
  ) as problems (path, text)
  order by problems.path
  limit 1;
  if found then
    perform private.raise_problem(
      'PT422', 'field_not_allowed', v_path, v_text, 'Correct the field and send the workout again; nothing was stored.'
    );
  end if;

  if p_workout ->> 'external_id' is not null and p_workout ->> 'source' is null then
    perform private.raise_problem(
      'PT422', 'missing_field', 'source', 'is missing: external_id is what the source calls the workout',
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;

  if (p_workout ->> 'ended_at')::timestamptz < (p_workout ->> 'started_at')::timestamptz then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'ended_at', 'is before started_at',
      'Correct the field and send the workout again; nothing was stored.'
    );
  end if;
end;
$$;

revoke execute on function private.check_workout(jsonb) from public;
grant execute on function private.check_workout(jsonb) to authenticated, service_role;

comment on function private.check_workout(jsonb) is
  'Refuses a workout that log_workout() cannot take, and names the field. Errors: 422 invalid_field, missing_field, '
  'unknown_field, field_not_allowed.';
