create or replace function private.check_period(p_from date, p_to date)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_from is null or p_from < '1900-01-01' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_from', 'must be a day from 1900 on', 'Send the first day of the period.'
    );
  end if;
  if p_to is null or p_to <= p_from or p_to > '2200-01-01' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_to', 'must be a day after p_from, and before 2200',
      'Send the day after the last one of the period.'
    );
  end if;
end;
$$;

revoke execute on function private.check_period(date, date) from public;
grant execute on function private.check_period(date, date) to authenticated, service_role;

comment on function private.check_period(date, date) is
  'Refuses what is no period, p_from ≤ day < p_to. Errors: 422 invalid_field.';
