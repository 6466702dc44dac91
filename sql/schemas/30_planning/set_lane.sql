create or replace function private.set_lane(p_set_type text)
returns text
language sql
immutable
security invoker
return
  case when p_set_type in ('normal', 'amrap', 'failure') then 'straight' else p_set_type end;

revoke execute on function private.set_lane(text) from public;
grant execute on function private.set_lane(text) to authenticated, service_role;

comment on function private.set_lane(text) is
  'Which sets are compared with which: straight sets with straight ones, in order, drop sets with drop sets, and so '
  'on; so that a drop set too many does not shift the others.';
