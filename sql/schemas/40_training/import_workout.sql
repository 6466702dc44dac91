create or replace function private.import_workout(p_user_id uuid, p_workout jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_namespace uuid := private.import_namespace(p_user_id);
  v_key text := p_workout ->> 'key';
  v_row record := private.imported_row(p_user_id, 'workouts', v_key);
  v_exercises jsonb;
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;
  if exists (
    select 1
    from public.workouts
    where workouts.user_id = p_user_id
      and workouts.source = p_workout ->> 'source'
      and workouts.external_id = p_workout ->> 'external_id'
  ) then
    return 'known';
  end if;

  select jsonb_agg(
    exercise.node - 'new_exercise' || jsonb_build_object(
      'id', private.imported_id(v_namespace, 'workout_exercises', concat_ws(' ', v_key, exercise.ordinal)),
      'exercise_id', coalesce(
        private.imported_exercise_reference(p_user_id, exercise.node ->> 'exercise_id'),
        private.imported_exercise_id(
          p_user_id, exercise.node #>> '{new_exercise,name}', exercise.node #>> '{new_exercise,kind}'
        )
      ),
      'routine_exercise_id', private.imported_reference(
        p_user_id, 'routine_exercises', exercise.node ->> 'routine_exercise_id'
      ),
      'sets', coalesce((
        select jsonb_agg(
          performed.node || jsonb_build_object(
            'id',
            private.imported_id(
              v_namespace, 'workout_sets', concat_ws(' ', v_key, exercise.ordinal, performed.ordinal)
            )
          )
        )
        from jsonb_array_elements(exercise.node -> 'sets') with ordinality as performed (node, ordinal)
      ), '[]')
    )
  )
  into v_exercises
  from jsonb_array_elements(p_workout -> 'exercises') with ordinality as exercise (node, ordinal);

  perform public.log_workout(
    p_workout - array['key', 'day_start_hour'] || jsonb_build_object(
      'id', v_row.id,
      'routine_id', private.imported_reference(p_user_id, 'routines', p_workout ->> 'routine_id'),
      'enrollment_id', private.imported_reference(p_user_id, 'enrollments', p_workout ->> 'enrollment_id'),
      'exercises', coalesce(v_exercises, '[]')
    )
  );

  -- When the day began then, which may have been set otherwise since.
  update public.workouts
  set day_start_hour = (p_workout ->> 'day_start_hour')::smallint, started_at = workouts.started_at
  where workouts.id = v_row.id and workouts.day_start_hour <> (p_workout ->> 'day_start_hour')::smallint;
  return 'added';
end;
$$;

revoke execute on function private.import_workout(uuid, jsonb) from public;
grant execute on function private.import_workout(uuid, jsonb) to service_role;

comment on function private.import_workout(uuid, jsonb) is
  'Logs a workout of a file for a user, for whom the transaction acts, and answers added, known (it is there, and is left '
  'as it is) or deleted (it was there before, and its owner removed it). Its routine and enrollment are those that were '
  'imported from the same document; where they are not there it has none. Errors: as log_workout().';
