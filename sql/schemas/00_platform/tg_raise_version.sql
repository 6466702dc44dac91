create or replace function private.tg_raise_version()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if new is distinct from old then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_raise_version() from public;

comment on function private.tg_raise_version() is
  'Raises version and updated_at with every change of a row; an update that changes nothing is none. A version only '
  'grows, not always by one: clients compare it for equality alone.';
