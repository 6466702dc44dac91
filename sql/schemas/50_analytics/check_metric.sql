create or replace function private.check_metric(p_metric text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if private.metric_aggregate(p_metric) is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_metric', 'must be a metric of an exercise',
      'Send e1rm, max_weight, set_volume, most_reps, longest_duration, farthest_distance, best_pace, volume, sets, '
      'reps, duration or distance.'
    );
  end if;
end;
$$;

revoke execute on function private.check_metric(text) from public;
grant execute on function private.check_metric(text) to authenticated;

comment on function private.check_metric(text) is
  'Refuses a metric that exercise_series() does not know. Errors: 422 invalid_field.';
