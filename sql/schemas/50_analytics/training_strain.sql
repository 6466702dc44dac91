create or replace function private.training_strain(p_daily_loads numeric[])
returns numeric
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (select sum(days.load) from unnest(p_daily_loads) as days (load)) * private.training_monotony(p_daily_loads);
end;
$$;

revoke execute on function private.training_strain(numeric[]) from public;
grant execute on function private.training_strain(numeric[]) to authenticated, service_role;

comment on function private.training_strain(numeric[]) is
  'Strain of a week: the sum of its daily loads × training_monotony() (Foster 1998).';
