create or replace function private.metric_unit(p_metric text)
returns text
language sql
immutable
security invoker
return
  case
    when p_metric in ('e1rm', 'max_weight', 'volume') then 'kg'
    when p_metric = 'duration' then 's'
    when p_metric = 'distance' then 'm'
    when p_metric in ('sets', 'reps') then p_metric
  end;

revoke execute on function private.metric_unit(text) from public;
grant execute on function private.metric_unit(text) to authenticated, service_role;

comment on function private.metric_unit(text) is
  'Unit of a metric of an exercise: kg, s, m, s/km, sets or reps.';
