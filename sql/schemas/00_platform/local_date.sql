create or replace function private.local_date(p_at timestamptz, p_time_zone text, p_day_start_hour smallint)
returns date
language sql
immutable
security invoker
return
  ((p_at at time zone p_time_zone) - make_interval(hours => p_day_start_hour))::date;

revoke execute on function private.local_date(timestamptz, text, smallint) from public;
grant execute on function private.local_date(timestamptz, text, smallint) to authenticated, service_role;

comment on function private.local_date(timestamptz, text, smallint) is
  'The day a person would name for an instant: the date on their clock, where the day begins at p_day_start_hour.';
