create or replace function private.deloaded_amount(p_rule jsonb, p_amount numeric, p_is_assisted boolean)
returns numeric
language sql
immutable
security invoker
return
  round(
    p_amount
      * (1 + case when p_is_assisted then 1 else -1 end * (p_rule #>> '{stall,percent}')::numeric / 100),
    6
  );

revoke execute on function private.deloaded_amount(jsonb, numeric, boolean) from public;
grant execute on function private.deloaded_amount(jsonb, numeric, boolean) to authenticated, service_role;

comment on function private.deloaded_amount(jsonb, numeric, boolean) is
  'The amount after the deload of a stall: less by its percentage, of assistance more.';
