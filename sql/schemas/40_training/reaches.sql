create or replace function private.reaches(p_done numeric, p_due numeric, p_is_assisted boolean)
returns boolean
language sql
immutable
security invoker
return
  case when p_is_assisted then p_done <= p_due * 1.005 else p_done >= p_due * 0.995 end;

revoke execute on function private.reaches(numeric, numeric, boolean) from public;
grant execute on function private.reaches(numeric, numeric, boolean) to authenticated, service_role;

comment on function private.reaches(numeric, numeric, boolean) is
  'Whether what was done is what was due, half a percent aside: no less, or of assistance no more. Null where one of '
  'them is unknown.';
