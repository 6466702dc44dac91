create or replace function private.tg_check_time_zone()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if not private.is_time_zone(new.time_zone) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'time_zone',
      'This is not the name of a time zone.',
      'Send an IANA name such as Europe/Berlin.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_time_zone() from public;

comment on function private.tg_check_time_zone() is
  'Refuses a time_zone that Postgres does not know. Errors: 422 invalid_field.';
