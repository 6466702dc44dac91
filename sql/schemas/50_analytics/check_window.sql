create or replace function private.check_window(p_on date, p_weeks integer)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if not isfinite(p_on) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', 'must be a day', 'Send a day, or nothing for today.'
    );
  end if;
  if not coalesce(p_weeks between 3 and 52, false) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_weeks', 'must be from 3 to 52', 'Send as many weeks as should be looked at.'
    );
  end if;
end;
$$;

revoke execute on function private.check_window(date, integer) from public;
grant execute on function private.check_window(date, integer) to authenticated;

comment on function private.check_window(date, integer) is
  'Refuses weeks up to a day that is none, and other than 3 to 52 of them: less tells no trend, more is history. '
  'Errors: 422 invalid_field.';
