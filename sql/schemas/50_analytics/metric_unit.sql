create or replace function private.metric_unit(p_metric text)
returns text
language sql
immutable
security invoker
return
  case
    when p_metric in ('e1rm', 'max_weight', 'set_volume', 'volume') then 'kg'
    when p_metric in ('longest_duration', 'duration') then 's'
    when p_metric in ('farthest_distance', 'distance') then 'm'
    when p_metric = 'best_pace' then 's/km'
    when p_metric in ('most_reps', 'reps') then 'reps'
    when p_metric = 'sets' then 'sets'
  end;

revoke execute on function private.metric_unit(text) from public;
grant execute on function private.metric_unit(text) to authenticated, service_role;

comment on function private.metric_unit(text) is
  'Unit of a metric of an exercise: kg, s, m, s/km, sets or reps.';
