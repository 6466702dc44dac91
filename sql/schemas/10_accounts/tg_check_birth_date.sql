create or replace function private.tg_check_birth_date()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if new.birth_date > (now() at time zone 'UTC')::date + 1 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'birth_date', 'is in the future', 'Correct the date and send it again.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_birth_date() from public;

comment on function private.tg_check_birth_date() is
  'Refuses a birth date after today anywhere on earth. Errors: 422 invalid_field.';
