create or replace function private.workout_summary(p_workout_id uuid)
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
      'id', workouts.id,
      'revision', workouts.revision,
      'name', workouts.name,
      'started_at', workouts.started_at,
      'ended_at', workouts.ended_at,
      'local_date', workouts.local_date,
      'exercises', (
        select count(*) from public.workout_exercises where workout_exercises.workout_id = workouts.id
      ),
      'sets', performed.sets,
      'volume_kg', performed.volume_kg
    )
    from public.workouts
    cross join lateral (
      select
        count(*) as sets,
        coalesce(
          sum(workout_sets.reps * private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg)), 0
        ) as volume_kg
      from public.workout_exercises
      join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
      where workout_exercises.workout_id = workouts.id
        and private.set_counts(
          workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
        )
    ) as performed
    where workouts.id = p_workout_id
  );
end;
$$;

revoke execute on function private.workout_summary(uuid) from public;
grant execute on function private.workout_summary(uuid) to authenticated, service_role;

comment on function private.workout_summary(uuid) is
  'A workout in a few figures, as stored: {id, revision, name, started_at, ended_at, local_date, exercises, sets, '
  'volume_kg}. sets and volume_kg leave out warm-ups and sets without an actual value.';
