create or replace function private.workout_record(p_workout public.workouts)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return jsonb_strip_nulls(
    to_jsonb(p_workout) - array[
      'user_id', 'local_date', 'effective_visibility', 'version', 'changed_in', 'created_at', 'updated_at'
    ]
    || coalesce(
      (
        select jsonb_build_object(
          'energy_kcal', vitals.energy_kcal, 'average_heart_rate', vitals.average_heart_rate,
          'max_heart_rate', vitals.max_heart_rate
        )
        from public.workout_vitals as vitals
        where vitals.workout_id = p_workout.id
      ),
      '{}'
    )
    || jsonb_build_object('exercises', coalesce(
      (
        select jsonb_agg(
          jsonb_build_object(
            'id', performed.id,
            'exercise_id', performed.exercise_id,
            'name', exercises.name,
            'routine_exercise_id', performed.routine_exercise_id,
            'position', performed.position,
            'superset_group', performed.superset_group,
            'notes', performed.notes,
            'sets', coalesce(
              (
                select jsonb_agg(
                  to_jsonb(done) - array[
                    'user_id', 'workout_exercise_id', 'exercise_id', 'exercise_kind', 'local_date', 'version',
                    'changed_in', 'created_at', 'updated_at'
                  ]
                  || jsonb_build_object(
                    'energy_kcal', vitals.energy_kcal, 'average_heart_rate', vitals.average_heart_rate,
                    'max_heart_rate', vitals.max_heart_rate
                  )
                  order by done.position, done.id
                )
                from public.workout_sets as done
                left join public.workout_set_vitals as vitals on vitals.workout_set_id = done.id
                where done.workout_exercise_id = performed.id
              ),
              '[]'
            )
          )
          order by performed.position, performed.id
        )
        from public.workout_exercises as performed
        join public.exercises on exercises.id = performed.exercise_id
        where performed.workout_id = p_workout.id
      ),
      '[]'
    ))
  )::text;
end;
$$;

revoke execute on function private.workout_record(public.workouts) from public;
grant execute on function private.workout_record(public.workouts) to service_role;

comment on function private.workout_record(public.workouts) is
  'A workout with its exercises and sets, as log_workout() takes it and as an export has it: without what is null, '
  'with the names of its exercises, and with day_start_hour, which made its date.';
