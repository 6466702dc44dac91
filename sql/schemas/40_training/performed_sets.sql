create or replace function private.performed_sets(p_workout_id uuid, p_exercise_ids uuid[])
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'workout_id', workouts.id,
      'name', workouts.name,
      'started_at', workouts.started_at,
      'local_date', workouts.local_date,
      'routine_id', workouts.routine_id,
      'notes', string_agg(performed.notes, E'\n' order by performed.position, performed.id),
      'sets', jsonb_path_query_array(
        jsonb_agg(private.set_documents(performed.id) order by performed.position, performed.id), '$[*][*]'
      )
    )
    from public.workouts
    join public.workout_exercises as performed
      on performed.workout_id = workouts.id and performed.exercise_id = any(p_exercise_ids)
    where workouts.id = p_workout_id
    group by workouts.id
  );
end;
$$;

revoke execute on function private.performed_sets(uuid, uuid[]) from public;
grant execute on function private.performed_sets(uuid, uuid[]) to authenticated, service_role;

comment on function private.performed_sets(uuid, uuid[]) is
  'What was done of an exercise in a workout: {workout_id, name, started_at, local_date, routine_id, notes, sets: [as '
  'log_workout() takes them]}, in order, where it stood twice one after the other.';
