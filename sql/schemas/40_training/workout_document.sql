create or replace function private.workout_document(p_workout_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'id', workouts.id,
      'revision', workouts.revision,
      'name', workouts.name,
      'notes', workouts.notes,
      'started_at', workouts.started_at,
      'ended_at', workouts.ended_at,
      'time_zone', workouts.time_zone,
      'session_rpe', workouts.session_rpe,
      'visibility', workouts.visibility,
      'routine_id', workouts.routine_id,
      'enrollment_id', workouts.enrollment_id,
      'energy_kcal', workout_vitals.energy_kcal,
      'average_heart_rate', workout_vitals.average_heart_rate,
      'max_heart_rate', workout_vitals.max_heart_rate,
      'source', workouts.source,
      'external_id', workouts.external_id
    ))
    || jsonb_build_object('exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_strip_nulls(jsonb_build_object(
            'id', workout_exercises.id,
            'exercise_id', workout_exercises.exercise_id,
            'routine_exercise_id', workout_exercises.routine_exercise_id,
            'position', workout_exercises.position,
            'superset_group', workout_exercises.superset_group,
            'notes', workout_exercises.notes
          ))
          || jsonb_build_object('sets', private.set_documents(workout_exercises.id))
          order by workout_exercises.position, workout_exercises.id
        )
        from public.workout_exercises
        where workout_exercises.workout_id = workouts.id
      ),
      '[]'
    ))
    from public.workouts
    left join public.workout_vitals on workout_vitals.workout_id = workouts.id
    where workouts.id = p_workout_id
  );
end;
$$;

revoke execute on function private.workout_document(uuid) from public;
grant execute on function private.workout_document(uuid) to authenticated, service_role;

comment on function private.workout_document(uuid) is
  'A workout as log_workout() takes it, fields without a value left out, and heart rates and energy too where '
  'the caller is not the owner; null where the caller sees none.';
