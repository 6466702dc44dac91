create or replace function private.best_of(p_dates date[], p_values numeric[], p_sign integer)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object('value', round(days.value, 3), 'on', days.day)
    from unnest(p_dates, p_values) as days (day, value)
    order by days.value * p_sign desc, days.day
    limit 1
  );
end;
$$;

revoke execute on function private.best_of(date[], numeric[], integer) from public;
grant execute on function private.best_of(date[], numeric[], integer) to authenticated, service_role;

comment on function private.best_of(date[], numeric[], integer) is
  'The best of daily values, and the first day that had it: {value, on}; null of none. p_sign is -1 where less is '
  'better, else 1.';
