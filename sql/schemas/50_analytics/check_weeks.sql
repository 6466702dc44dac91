create or replace function private.check_weeks(p_weeks integer)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_weeks between 3 and 52 then
    return;
  end if;
  perform private.raise_problem(
    'PT422', 'invalid_field', 'p_weeks', 'must be from 3 to 52', 'Send as many weeks as should be looked at.'
  );
end;
$$;

revoke execute on function private.check_weeks(integer) from public;
grant execute on function private.check_weeks(integer) to authenticated;

comment on function private.check_weeks(integer) is
  'Refuses a window of other than 3 to 52 weeks: less tells no trend, more is history. Errors: 422 invalid_field.';
