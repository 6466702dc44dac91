create or replace function private.at_most(p_amount numeric, p_limit numeric)
returns numeric
language sql
immutable
security invoker
return
  case when p_amount > p_limit then p_limit else p_amount end;

revoke execute on function private.at_most(numeric, numeric) from public;
grant execute on function private.at_most(numeric, numeric) to authenticated, service_role;

comment on function private.at_most(numeric, numeric) is
  'The amount, or the limit where that is less. Unlike least(), unknown amounts stay unknown.';
