create or replace function private.period_totals(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'workouts', sessions.workouts,
      'duration_seconds', sessions.seconds,
      'training_days', days.training_days,
      'sets', days.sets,
      'reps', days.reps,
      'volume_kg', days.volume_kg,
      'distance_meters', days.distance_meters
    )
    from (
      select
        count(*) as workouts,
        coalesce(sum(extract(epoch from workouts.ended_at - workouts.started_at)), 0)::bigint as seconds
      from public.workouts
      where workouts.user_id = (select auth.uid()) and workouts.local_date >= p_from and workouts.local_date < p_to
    ) as sessions
    cross join (
      select
        count(distinct exercise_days.local_date) as training_days,
        coalesce(sum(exercise_days.sets), 0) as sets,
        coalesce(sum(exercise_days.reps), 0) as reps,
        coalesce(sum(exercise_days.volume_kg), 0) as volume_kg,
        coalesce(sum(exercise_days.distance_meters), 0) as distance_meters
      from analytics.exercise_days
      where exercise_days.user_id = (select auth.uid())
        and exercise_days.local_date >= p_from
        and exercise_days.local_date < p_to
    ) as days
  );
end;
$$;

revoke execute on function private.period_totals(date, date) from public;
grant execute on function private.period_totals(date, date) to authenticated, service_role;

comment on function private.period_totals(date, date) is
  'What the caller did in all, p_from ≤ day < p_to: {workouts, duration_seconds, training_days, sets, reps, '
  'volume_kg, distance_meters}.';
