create or replace function private.week_start_of(p_date date, p_week_start smallint)
returns date
language sql
immutable
security invoker
return
  p_date - ((extract(isodow from p_date)::int - p_week_start + 7) % 7);

revoke execute on function private.week_start_of(date, smallint) from public;
grant execute on function private.week_start_of(date, smallint) to authenticated, service_role;

comment on function private.week_start_of(date, smallint) is
  'The first day of the week that holds p_date, where weeks start on ISO weekday p_week_start (1 Monday to 7 '
  'Sunday).';
