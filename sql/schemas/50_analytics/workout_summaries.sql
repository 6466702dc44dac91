create or replace view public.workout_summaries
with (security_invoker = true) as
select
  workouts.id,
  workouts.user_id,
  workouts.name,
  workouts.started_at,
  workouts.ended_at,
  workouts.local_date,
  workouts.visibility,
  workouts.routine_id,
  extract(epoch from workouts.ended_at - workouts.started_at)::integer as duration_seconds,
  (select count(*) from public.workout_exercises where workout_exercises.workout_id = workouts.id) as exercises,
  performed.sets,
  performed.reps,
  performed.volume_kg,
  performed.distance_meters
from public.workouts
cross join lateral (
  select
    count(*) as sets,
    coalesce(sum(workout_sets.reps), 0) as reps,
    coalesce(
      sum(workout_sets.reps * private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg)), 0
    ) as volume_kg,
    coalesce(sum(workout_sets.distance_meters), 0) as distance_meters
  from public.workout_exercises
  join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
  where workout_exercises.workout_id = workouts.id
    and private.set_counts(
      workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
    )
) as performed;

revoke all on public.workout_summaries from anon, authenticated;
grant select on public.workout_summaries to authenticated, service_role;

comment on view public.workout_summaries is
  'Workouts that the caller may see, in a few figures each. Filter by user_id and order by started_at.';
comment on column public.workout_summaries.id is 'The workout.';
comment on column public.workout_summaries.user_id is 'Owner.';
comment on column public.workout_summaries.name is 'As the owner named it.';
comment on column public.workout_summaries.started_at is 'When it began.';
comment on column public.workout_summaries.ended_at is 'When it ended; null while it is live.';
comment on column public.workout_summaries.local_date is 'The day that the owner would name.';
comment on column public.workout_summaries.visibility is 'What the owner chose.';
comment on column public.workout_summaries.routine_id is 'The routine that it followed; null for none.';
comment on column public.workout_summaries.duration_seconds is 'From start to end; null while it is live.';
comment on column public.workout_summaries.exercises is 'How many exercises it has.';
comment on column public.workout_summaries.sets is 'Sets that count: done, and no warm-ups.';
comment on column public.workout_summaries.reps is 'Repetitions of these.';
comment on column public.workout_summaries.volume_kg is 'Sum of their reps × external load lifted.';
comment on column public.workout_summaries.distance_meters is 'Metres of these.';
