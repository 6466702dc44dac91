create or replace function private.latest_one_rep_max(p_exercise_id uuid, p_before timestamptz default null)
returns numeric
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select round(max(days.estimate_kg), 6)
    from (
      select
        max(private.estimated_set_max(
          workout_sets.weight_kg, workout_sets.reps, coalesce(workout_sets.rpe, 10 - workout_sets.rir)
        )) as estimate_kg
      from public.workout_sets
      join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
      join public.workouts on workouts.id = workout_exercises.workout_id
      where workout_sets.user_id = (select auth.uid())
        and workout_sets.exercise_id = p_exercise_id
        and workout_sets.exercise_kind = 'weight_reps'
        and workout_sets.set_type <> 'warmup'
        and workout_sets.weight_kg > 0
        and private.estimated_set_max(
          workout_sets.weight_kg, workout_sets.reps, coalesce(workout_sets.rpe, 10 - workout_sets.rir)
        ) is not null
        and workouts.ended_at is not null
        and (p_before is null or workouts.started_at < p_before)
      group by workout_sets.local_date
      order by workout_sets.local_date desc
      limit 3
    ) as days
  );
end;
$$;

revoke execute on function private.latest_one_rep_max(uuid, timestamptz) from public;
grant execute on function private.latest_one_rep_max(uuid, timestamptz) to authenticated, service_role;

comment on function private.latest_one_rep_max(uuid, timestamptz) is
  'What the caller can lift once of an exercise, in kg: the best estimate of the latest three days that show one, from '
  'any finished workout, or any that began before an instant. Null without one, and for exercises in which the body is '
  'part of the load.';
