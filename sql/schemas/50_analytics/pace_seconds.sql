create or replace function private.pace_seconds(p_distance_meters numeric, p_duration_seconds integer)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_distance_meters > 0 and p_duration_seconds > 0 then round(p_duration_seconds * 1000 / p_distance_meters, 3)
  end;

revoke execute on function private.pace_seconds(numeric, integer) from public;
grant execute on function private.pace_seconds(numeric, integer) to authenticated, service_role;

comment on function private.pace_seconds(numeric, integer) is
  'Pace in seconds a kilometre, to a thousandth; null without both a distance and a duration.';
