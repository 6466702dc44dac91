create or replace function private.is_time_zone(p_name text)
returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- The pattern comes first: Postgres also takes POSIX rules such as Nowhere/Land+3 or Etc/GMT+99 for zones.
  if p_name is null
    or p_name !~ '^(UTC|GMT|[A-Za-z_]+(/[A-Za-z_-]+){1,2}|Etc/GMT(\+([0-9]|1[0-2])|-([0-9]|1[0-4])))$'
  then
    return false;
  end if;
  perform now() at time zone p_name;
  return true;
exception
  when invalid_parameter_value then
    return false;
end;
$$;

revoke execute on function private.is_time_zone(text) from public;
grant execute on function private.is_time_zone(text) to authenticated, service_role;

comment on function private.is_time_zone(text) is
  'Whether Postgres knows this IANA time zone. Asks the zone itself: pg_timezone_names reads every zone file of the '
  'server.';
