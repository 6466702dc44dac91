create or replace function public.dashboard(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_on date := private.training_today(null);
  v_totals jsonb;
  v_before jsonb;
begin
  perform private.check_range(p_from, p_to, 'p_to');
  v_totals := private.period_totals(p_from, p_to);
  v_before := private.period_totals(p_from - (p_to - p_from), p_from);

  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return jsonb_build_object(
    'from', p_from,
    'to', p_to,
    'totals', v_totals,
    'change', (
      select jsonb_object_agg(now.key, now.value::numeric - (v_before ->> now.key)::numeric)
      from jsonb_each_text(v_totals) as now
    ),
    'weeks', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object(
            'week_start', weeks.week_start,
            'workouts', weeks.workouts,
            'training_days', weeks.training_days,
            'sets', weeks.sets,
            'volume_kg', weeks.volume_kg
          )
          order by weeks.week_start
        ),
        '[]'
      )
      from (
        select
          private.week_start_of(training_days.local_date, settings.week_start) as week_start,
          sum(training_days.finished_workouts) as workouts,
          count(*) filter (where training_days.is_training_day) as training_days,
          sum(training_days.sets) as sets,
          sum(training_days.volume_kg) as volume_kg
        from analytics.training_days
        join public.profile_settings as settings on settings.user_id = training_days.user_id
        where training_days.user_id = v_user_id
          and training_days.local_date >= p_from
          and training_days.local_date < p_to
        group by 1
      ) as weeks
    ),
    'muscles', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object('muscle_id', muscles.muscle_id, 'sets', muscles.sets)
          order by muscles.sets desc, muscles.muscle_id
        ),
        '[]'
      )
      from private.muscle_sets(p_from, p_to) as muscles
    ),
    'records', private.latest_records(p_from, p_to, 5),
    'streaks', public.streaks(v_on),
    'goals', public.goal_progress(v_on) -> 'items',
    'adherence', case when p_to - p_from <= 400 then public.adherence(p_from, p_to, v_on) -> 'enrollments' end,
    'load', private.training_load(least(p_to - 1, private.own_today())),
    'recent_workouts', (
      select coalesce(
        jsonb_agg(private.workout_summary(recent.id) order by recent.started_at desc, recent.id), '[]'
      )
      from (
        select workouts.id, workouts.started_at
        from public.workouts
        where workouts.user_id = v_user_id and workouts.local_date >= p_from and workouts.local_date < p_to
        order by workouts.started_at desc, workouts.id
        limit 5
      ) as recent
    )
  );
end;
$$;

revoke execute on function public.dashboard(date, date) from public;
grant execute on function public.dashboard(date, date) to authenticated;

comment on function public.dashboard(date, date) is
  'The caller''s training in one answer, p_from ≤ day < p_to in their own days: {from, to, totals: {workouts, '
  'training_days, sets, reps, volume_kg, duration_seconds, distance_meters}, change: {the same, less those of the period '
  'as long before}, weeks: [{week_start, workouts, training_days, sets, volume_kg}], muscles: [{muscle_id, sets}, most '
  'first], records: [{exercise_id, kind, value, unit, reps, previous_value, achieved_on, workout_id}, the newest, at '
  'most five exercises, neither first ones nor likely mistakes], streaks: {as streaks() answers them today}, goals: [the '
  'items of goal_progress() today], adherence: [the enrollments of adherence() in the period; null for one of more than '
  '400 days], load: {on, days, week, monotony, strain, acute_chronic_ratio: {coupled, uncoupled, ewma}}, recent_workouts: '
  '[the newest five, as log_workout() answers them]}. load is session RPE × minutes as of the last day that is not in '
  'the future: of its week, and of the days (at most 84) that are known; ratios are null before 28. Weeks begin on the '
  'caller''s week_start. Errors: 422 invalid_field.';
