create or replace function private.check_range(p_from date, p_to date, p_path text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_to > p_from and isfinite(p_from) and isfinite(p_to) then
    return;
  end if;
  perform private.raise_problem(
    'PT422', 'invalid_field', p_path, 'must be a day after the first', 'Send the day after the last one of the range.'
  );
end;
$$;

revoke execute on function private.check_range(date, date, text) from public;
grant execute on function private.check_range(date, date, text) to authenticated;

comment on function private.check_range(date, date, text) is
  'Refuses a range of days that has no length, or no end; p_path is the argument to name. Errors: 422 invalid_field.';
