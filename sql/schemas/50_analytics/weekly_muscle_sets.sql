create or replace view public.weekly_muscle_sets
with (security_invoker = true) as
select
  exercise_days.user_id,
  private.week_start_of(exercise_days.local_date, settings.week_start) as week_start,
  exercise_muscles.muscle_id,
  sum(exercise_days.sets * exercise_muscles.weight) as sets,
  sum(exercise_days.sets) filter (where exercise_muscles.role = 'primary') as primary_sets,
  sum(exercise_days.volume_kg * exercise_muscles.weight) as volume_kg
from analytics.exercise_days
join public.profile_settings as settings on settings.user_id = exercise_days.user_id
join public.exercise_muscles on exercise_muscles.exercise_id = exercise_days.exercise_id
group by
  exercise_days.user_id, private.week_start_of(exercise_days.local_date, settings.week_start), exercise_muscles.muscle_id;

revoke all on public.weekly_muscle_sets from anon, authenticated;
grant select on public.weekly_muscle_sets to authenticated, service_role;

comment on view public.weekly_muscle_sets is
  'How much the caller trained which muscle in which week. A set counts for each muscle of its exercise by that muscle''s '
  'weight, as the catalogue says it now. Weeks begin on the week_start of their settings.';
comment on column public.weekly_muscle_sets.user_id is 'Owner: whoever asks.';
comment on column public.weekly_muscle_sets.week_start is 'First day of the week.';
comment on column public.weekly_muscle_sets.muscle_id is 'The muscle.';
comment on column public.weekly_muscle_sets.sets is 'Sets that count × the muscle''s weight in their exercises.';
comment on column public.weekly_muscle_sets.primary_sets is
  'Sets of exercises in which the muscle is a primary one; null where there are none.';
comment on column public.weekly_muscle_sets.volume_kg is 'Reps × external load × the muscle''s weight.';
