create or replace function public.dashboard(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with weeks as (
      select
        private.week_start_of(exercise_days.local_date, coalesce(settings.week_start, 1::smallint)) as week_start,
        count(distinct exercise_days.local_date) as training_days,
        sum(exercise_days.sets) as sets,
        sum(exercise_days.volume_kg) as volume_kg
      from analytics.exercise_days
      left join public.profile_settings as settings on settings.user_id = exercise_days.user_id
      where exercise_days.user_id = (select auth.uid())
        and exercise_days.local_date >= p_from
        and exercise_days.local_date < p_to
      group by 1
    ),
    sessions as (
      select
        count(*) as workouts,
        coalesce(sum(extract(epoch from workouts.ended_at - workouts.started_at)), 0) as seconds
      from public.workouts
      where workouts.user_id = (select auth.uid()) and workouts.local_date >= p_from and workouts.local_date < p_to
    ),
    recent as (
      select workouts.id, workouts.started_at
      from public.workouts
      where workouts.user_id = (select auth.uid()) and workouts.local_date >= p_from and workouts.local_date < p_to
      order by workouts.started_at desc, workouts.id
      limit 5
    )
    select jsonb_build_object(
      'from', p_from,
      'to', p_to,
      'totals', jsonb_build_object(
        'workouts', sessions.workouts,
        'duration_seconds', sessions.seconds::bigint,
        'training_days', coalesce((select sum(weeks.training_days) from weeks), 0),
        'sets', coalesce((select sum(weeks.sets) from weeks), 0),
        'volume_kg', coalesce((select sum(weeks.volume_kg) from weeks), 0)
      ),
      'weeks', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'week_start', weeks.week_start,
            'training_days', weeks.training_days,
            'sets', weeks.sets,
            'volume_kg', weeks.volume_kg
          )
          order by weeks.week_start
        )
        from weeks
      ), '[]'),
      'recent_workouts', coalesce((
        select jsonb_agg(private.workout_summary(recent.id) order by recent.started_at desc, recent.id)
        from recent
      ), '[]')
    )
    from sessions
  );
end;
$$;

revoke execute on function public.dashboard(date, date) from public;
grant execute on function public.dashboard(date, date) to authenticated;

comment on function public.dashboard(date, date) is
  'The caller''s training in one answer, p_from ≤ day < p_to in their own days: {from, to, totals: {workouts, '
  'duration_seconds, training_days, sets, volume_kg}, weeks: [{week_start, training_days, sets, volume_kg}], '
  'recent_workouts: [the newest five, as log_workout() answers them]}. Weeks begin on the caller''s week_start.';
