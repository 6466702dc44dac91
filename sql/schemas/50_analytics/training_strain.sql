create or replace function private.training_strain(p_daily_loads numeric[])
returns numeric
language sql
immutable
security invoker
return
  (select sum(days.load) from unnest(p_daily_loads) as days (load)) * private.training_monotony(p_daily_loads);

revoke execute on function private.training_strain(numeric[]) from public;
grant execute on function private.training_strain(numeric[]) to authenticated, service_role;

comment on function private.training_strain(numeric[]) is
  'Strain of a week: the sum of its daily loads × training_monotony() (Foster 1998).';
