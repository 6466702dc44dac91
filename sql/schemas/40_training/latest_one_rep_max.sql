create or replace function private.latest_one_rep_max(
  p_exercise_id uuid,
  p_before timestamptz default null,
  p_days integer default null
)
returns numeric
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select round(max(recent.estimate_kg), 6)
    from (
      select days.estimate_kg, days.local_date, max(days.local_date) over () as latest_on
      from (
        select sets.local_date, max(sets.estimate_kg) as estimate_kg
        from (
          select
            workout_sets.local_date,
            private.estimated_set_max(
              'epley',
              workout_sets.weight_kg,
              workout_sets.reps,
              coalesce(
                workout_sets.rpe, 10 - workout_sets.rir, private.figure_of(workout_sets.target, 'rpe'),
                10 - private.figure_of(workout_sets.target, 'rir')
              )
            ) as estimate_kg
          from public.workout_sets
          join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
          join public.workouts on workouts.id = workout_exercises.workout_id
          where workout_sets.user_id = (select auth.uid())
            and workout_sets.exercise_id = p_exercise_id
            and workout_sets.exercise_kind = 'weight_reps'
            and workout_sets.set_type <> 'warmup'
            and workout_sets.weight_kg > 0
            and workout_sets.reps > 0
            and workouts.ended_at is not null
            and (p_before is null or workouts.started_at < p_before)
        ) as sets
        where sets.estimate_kg is not null
        group by sets.local_date
        order by sets.local_date desc
        limit coalesce(p_days, 84)
      ) as days
    ) as recent
    where p_days is not null or recent.local_date > recent.latest_on - 84
  );
end;
$$;

revoke execute on function private.latest_one_rep_max(uuid, timestamptz, integer) from public;
grant execute on function private.latest_one_rep_max(uuid, timestamptz, integer) to authenticated, service_role;

comment on function private.latest_one_rep_max(uuid, timestamptz, integer) is
  'What the caller can lift once of an exercise, in kg: the best estimate of the twelve weeks up to the latest day '
  'that shows one, or of the latest p_days such days, from any finished workout, or any that began before an instant. '
  'Twelve weeks, because sets that were not to failure show less than there is. A set without a rating counts as the '
  'effort it aimed at, else by Epley whatever formula the caller likes to see: a setting changes no plan. Null without '
  'an estimate, and for exercises in which the body is part of the load.';
