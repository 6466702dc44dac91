create or replace function private.achievement_marks(p_user_id uuid, p_on date)
returns table (
  metric text,
  reached_on date,
  value numeric
)
language plpgsql
stable
security invoker
rows 2000
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_trained date[];
  v_runs datemultirange;
  v_broken datemultirange;
begin
  select facts.trained, facts.runs, facts.broken
  into v_trained, v_runs, v_broken
  from private.streak_facts(p_user_id, p_on) as facts;

  return query
    select totals.metric, days.local_date, totals.value
    from (
      select
        training_days.local_date,
        sum(training_days.finished_workouts) over in_order as workouts,
        sum(training_days.volume_kg) over in_order as volume_kg,
        sum(training_days.distance_meters) over in_order as distance_meters
      from analytics.training_days
      where training_days.user_id = p_user_id and training_days.local_date <= p_on
      window in_order as (order by training_days.local_date)
    ) as days
    cross join lateral (
      values
        ('workouts', days.workouts), ('volume_kg', days.volume_kg), ('distance_meters', days.distance_meters)
    ) as totals (metric, value)

    union all

    select 'training_days', days.day, days.number
    from unnest(v_trained) with ordinality as days (day, number)

    union all

    select 'exercises', firsts.local_date, row_number() over (order by firsts.local_date)
    from (
      select min(exercise_days.local_date) as local_date
      from analytics.exercise_days
      where exercise_days.user_id = p_user_id and exercise_days.local_date <= p_on
      group by exercise_days.exercise_id
    ) as firsts

    union all

    select 'records', broken.achieved_on, row_number() over (order by broken.achieved_on)
    from (
      select distinct record_history.exercise_id, record_history.achieved_on
      from analytics.record_history
      where record_history.user_id = p_user_id
        and record_history.achieved_on <= p_on
        and record_history.previous_value is not null
    ) as broken

    union all

    select 'daily_streak', v_trained[streaks.days_before + number], number
    from private.daily_streaks(v_runs, v_broken) as streaks
    cross join generate_series(1, streaks.length) as number

    union all

    select 'weekly_streak', streaks.met_on, streaks.length
    from private.weekly_streaks(p_user_id, v_trained, v_broken, p_on) as streaks
    where streaks.met_on is not null

    union all

    select 'plans_completed', ended.ended_on, row_number() over (order by ended.ended_on)
    from (
      select private.enrollment_ended_on(enrollments.id) as ended_on
      from public.enrollments
      where enrollments.user_id = p_user_id and enrollments.status = 'completed'
    ) as ended
    where ended.ended_on <= p_on;
end;
$$;

revoke execute on function private.achievement_marks(uuid, date) from public;
grant execute on function private.achievement_marks(uuid, date) to authenticated, service_role;

comment on function private.achievement_marks(uuid, date) is
  'How much of each metric of achievements a user had on which day, to p_on. Streaks go up and down, all else goes up.';
