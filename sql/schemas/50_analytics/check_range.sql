create or replace function private.check_range(p_from date, p_to date, p_path text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_from >= '1900-01-01' and p_to > p_from and p_to <= '2200-01-01' then
    return;
  end if;
  perform private.raise_problem(
    'PT422', 'invalid_field', p_path, 'must be a day after the first, from 1900 to 2200',
    'Send the first day of the range, and the day after its last one.'
  );
end;
$$;

revoke execute on function private.check_range(date, date, text) from public;
grant execute on function private.check_range(date, date, text) to authenticated;

comment on function private.check_range(date, date, text) is
  'Refuses a range of days that has no length, or does not lie between 1900 and 2200; p_path is the argument to name. '
  'Errors: 422 invalid_field.';
