create or replace function private.raised_amount(
  p_amount numeric,
  p_increment numeric,
  p_limit numeric,
  p_is_assisted boolean
)
returns numeric
language sql
immutable
security invoker
return
  case
    when not p_is_assisted then private.at_most(round(p_amount + p_increment, 6), p_limit)
    when p_amount > p_increment then round(p_amount - p_increment, 6)
    else 0 * p_amount
  end;

revoke execute on function private.raised_amount(numeric, numeric, numeric, boolean) from public;
grant execute on function private.raised_amount(numeric, numeric, numeric, boolean) to authenticated, service_role;

comment on function private.raised_amount(numeric, numeric, numeric, boolean) is
  'The amount after one raise, at most a limit. Of an assisted exercise the assistance falls, to none at least.';
