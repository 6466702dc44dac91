create or replace function private.performed_counts(p_workout_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(
      jsonb_agg(
        jsonb_build_object('exercise_id', exercises.id, 'name', exercises.name, 'sets', counted.sets)
        order by performed.position, performed.id
      ),
      '[]'
    )
    from public.workout_exercises as performed
    join public.exercises on exercises.id = performed.exercise_id
    cross join lateral (
      select count(*) as sets
      from public.workout_sets
      where workout_sets.workout_exercise_id = performed.id
        and private.set_counts(
          workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
        )
    ) as counted
    where performed.workout_id = p_workout_id
  );
end;
$$;

revoke execute on function private.performed_counts(uuid) from public;
grant execute on function private.performed_counts(uuid) to authenticated, service_role;

comment on function private.performed_counts(uuid) is
  'The exercises of a workout in order, each with how many of its sets count: [{exercise_id, name, sets}].';
