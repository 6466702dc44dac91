create or replace view public.exercise_progress
with (security_invoker = true) as
select
  exercise_days.user_id,
  exercise_days.exercise_id,
  exercise_days.local_date,
  exercise_days.sets,
  exercise_days.reps,
  exercise_days.volume_kg,
  private.effective_volume_kg(
    exercises.kind, exercise_days.reps, exercise_days.volume_kg, exercise_days.assisted_kg,
    case
      when exercises.kind in ('bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight')
        then private.body_weight_on(exercise_days.user_id, exercise_days.local_date)
    end,
    exercises.body_weight_share
  ) as effective_volume_kg,
  exercise_days.max_weight_kg,
  case
    when exercises.kind = 'weight_reps'
      then round(
        private.estimated_day_max(exercise_days.best_weights_kg, private.one_rep_max_factors(settings.e1rm_formula)), 3
      )
  end as best_e1rm_kg,
  exercise_days.best_set_volume_kg,
  exercise_days.most_reps,
  exercise_days.duration_seconds,
  exercise_days.longest_seconds,
  exercise_days.distance_meters,
  exercise_days.farthest_meters,
  exercise_days.best_pace_seconds
from analytics.exercise_days
join public.exercises on exercises.id = exercise_days.exercise_id
join public.profile_settings as settings on settings.user_id = exercise_days.user_id;

revoke all on public.exercise_progress from anon, authenticated;
grant select on public.exercise_progress to authenticated, service_role;

comment on view public.exercise_progress is
  'What the caller did of an exercise on a day, warm-ups left out: a row for each day with sets that count. Filter by '
  'exercise_id or local_date. exercise_trend() groups it by week or month.';
comment on column public.exercise_progress.user_id is 'Owner: whoever asks.';
comment on column public.exercise_progress.exercise_id is 'The exercise.';
comment on column public.exercise_progress.local_date is 'The day, as it was named where it was trained.';
comment on column public.exercise_progress.sets is 'Sets that count.';
comment on column public.exercise_progress.reps is 'Repetitions in all.';
comment on column public.exercise_progress.volume_kg is 'Sum of reps × external load lifted; assistance does not count.';
comment on column public.exercise_progress.effective_volume_kg is
  'Likewise, with the body where it is part of the load: its weight as of the day times the share that the exercise '
  'lifts, and less what assisted. Null where body weight counts and was never measured before.';
comment on column public.exercise_progress.max_weight_kg is 'Heaviest external load; null where there is none.';
comment on column public.exercise_progress.best_e1rm_kg is
  'Best estimated one-repetition maximum by the formula of the settings, from sets of up to 10 repetitions; null for '
  'exercises whose load is not all external.';
comment on column public.exercise_progress.best_set_volume_kg is 'Largest reps × external load of one set.';
comment on column public.exercise_progress.most_reps is 'Most repetitions in one set.';
comment on column public.exercise_progress.duration_seconds is 'Seconds in all.';
comment on column public.exercise_progress.longest_seconds is 'Longest set.';
comment on column public.exercise_progress.distance_meters is 'Metres in all.';
comment on column public.exercise_progress.farthest_meters is 'Farthest set.';
comment on column public.exercise_progress.best_pace_seconds is 'Fewest seconds a kilometre in one set.';
