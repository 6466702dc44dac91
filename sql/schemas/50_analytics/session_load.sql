create or replace function private.session_load(p_session_rpe numeric, p_duration_seconds integer)
returns numeric
language sql
immutable
security invoker
return
  p_session_rpe * p_duration_seconds / 60.0;

revoke execute on function private.session_load(numeric, integer) from public;
grant execute on function private.session_load(numeric, integer) to authenticated, service_role;

comment on function private.session_load(numeric, integer) is
  'Load of a session in arbitrary units: its RPE, 0 to 10, times its minutes (Foster, Med. Sci. Sports Exerc. 30, '
  '1998).';
