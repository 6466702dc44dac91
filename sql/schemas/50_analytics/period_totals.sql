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
      'workouts', coalesce(sum(training_days.finished_workouts), 0),
      'training_days', count(*) filter (where training_days.is_training_day),
      'sets', coalesce(sum(training_days.sets), 0),
      'reps', coalesce(sum(training_days.reps), 0),
      'volume_kg', coalesce(sum(training_days.volume_kg), 0),
      'duration_seconds', coalesce(sum(training_days.duration_seconds), 0),
      'distance_meters', coalesce(sum(training_days.distance_meters), 0)
    )
    from analytics.training_days
    where training_days.user_id = (select auth.uid())
      and training_days.local_date >= p_from
      and training_days.local_date < p_to
  );
end;
$$;

revoke execute on function private.period_totals(date, date) from public;
grant execute on function private.period_totals(date, date) to authenticated, service_role;

comment on function private.period_totals(date, date) is
  'What the caller trained in a period, p_from ≤ day < p_to: {workouts, training_days, sets, reps, volume_kg, '
  'duration_seconds, distance_meters}; workouts are those that were finished.';
