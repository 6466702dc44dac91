create or replace function private.metric_aggregate(p_metric text)
returns text
language sql
immutable
security invoker
return
  case
    when p_metric in ('e1rm', 'max_weight', 'set_volume', 'most_reps', 'longest_duration', 'farthest_distance')
      then 'max'
    when p_metric = 'best_pace' then 'min'
    when p_metric in ('volume', 'sets', 'reps', 'duration', 'distance') then 'sum'
  end;

revoke execute on function private.metric_aggregate(text) from public;
grant execute on function private.metric_aggregate(text) to authenticated, service_role;

comment on function private.metric_aggregate(text) is
  'How a metric of an exercise is taken over several days: max or min of what is best, sum of what adds up. Of what '
  'is taken by its min, less is better. Null for a metric that nobody knows.';
