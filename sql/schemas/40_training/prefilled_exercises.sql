create or replace function private.prefilled_exercises(p_workout_id uuid, p_exercises jsonb)
returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  -- Ids follow from the workout's and from what is prescribed, so that a retry makes the same rows.
  select coalesce(
    jsonb_agg(jsonb_build_object(
      'id', private.derived_id(p_workout_id, exercise.id),
      'exercise_id', exercise.node -> 'exercise_id',
      'routine_exercise_id', exercise.id,
      'position', exercise.node -> 'position',
      'superset_group', exercise.node -> 'superset_group',
      'sets', (
        select jsonb_agg(jsonb_build_object(
          'id', private.derived_id(p_workout_id, exercise.id || ' ' || asked.position),
          'position', asked.position,
          'set_type', asked.set_type,
          'target', asked.target
        ))
        from (
          select
            row_number() over (order by aims.is_after_warmup, aims.ordinal) as position,
            coalesce(aims.node ->> 'set_type', 'warmup') as set_type,
            jsonb_strip_nulls(jsonb_build_object(
              'reps', aims.node -> 'reps',
              'min_reps', aims.node -> 'min_reps',
              'max_reps', aims.node -> 'max_reps',
              'goal_reps', aims.node -> 'goal_reps',
              'weight_kg', aims.node -> 'weight_kg',
              'duration_seconds', aims.node -> 'duration_seconds',
              'distance_meters', aims.node -> 'distance_meters',
              'rpe', aims.node -> 'rpe',
              'rir', aims.node -> 'rir',
              'rest_seconds', coalesce(nullif(aims.node -> 'rest_seconds', 'null'), exercise.node -> 'rest_seconds')
            )) as target
          from (
            select false as is_after_warmup, warmup.node, warmup.ordinal
            from jsonb_array_elements(exercise.node -> 'warmup') with ordinality as warmup (node, ordinal)
            union all
            select true, prescribed.node, prescribed.ordinal
            from jsonb_array_elements(exercise.node -> 'sets') with ordinality as prescribed (node, ordinal)
          ) as aims
        ) as asked
      )
    )),
    '[]'
  )
  from jsonb_array_elements(p_exercises) as exercises (node)
  cross join lateral (select exercises.node, exercises.node ->> 'routine_exercise_id' as id) as exercise;
$$;

revoke execute on function private.prefilled_exercises(uuid, jsonb) from public;
grant execute on function private.prefilled_exercises(uuid, jsonb) to authenticated;

comment on function private.prefilled_exercises(uuid, jsonb) is
  'The exercises of a prescription as log_workout() takes them for a workout that begins: warm-up first, a target for '
  'each set, nothing done.';
