create or replace view public.weekly_training
with (security_invoker = true) as
select
  training_days.user_id,
  private.week_start_of(training_days.local_date, settings.week_start) as week_start,
  sum(training_days.finished_workouts) as workouts,
  count(*) filter (where training_days.is_training_day) as training_days,
  sum(training_days.sets) as sets,
  sum(training_days.reps) as reps,
  sum(training_days.volume_kg) as volume_kg,
  sum(training_days.duration_seconds) as duration_seconds,
  sum(training_days.distance_meters) as distance_meters,
  sum(training_days.session_load) as session_load
from analytics.training_days
join public.profile_settings as settings on settings.user_id = training_days.user_id
group by training_days.user_id, private.week_start_of(training_days.local_date, settings.week_start);

revoke all on public.weekly_training from anon, authenticated;
grant select on public.weekly_training to authenticated, service_role;

comment on view public.weekly_training is
  'The caller''s training by week, weeks without any left out. Weeks begin on the week_start of their settings.';
comment on column public.weekly_training.user_id is 'Owner: whoever asks.';
comment on column public.weekly_training.week_start is 'First day of the week.';
comment on column public.weekly_training.workouts is 'Workouts that were finished.';
comment on column public.weekly_training.training_days is 'Days on which something was done.';
comment on column public.weekly_training.sets is 'Sets that count, those of live workouts too.';
comment on column public.weekly_training.reps is 'Repetitions in all.';
comment on column public.weekly_training.volume_kg is 'Sum of reps × external load lifted.';
comment on column public.weekly_training.duration_seconds is 'Of finished workouts, from start to end.';
comment on column public.weekly_training.distance_meters is 'Metres in all.';
comment on column public.weekly_training.session_load is
  'Session RPE × minutes, summed over the finished workouts that have one (Foster 1998); null where none has.';
