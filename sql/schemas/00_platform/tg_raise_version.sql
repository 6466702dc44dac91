create or replace function private.tg_raise_version()
returns trigger
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  new.version := old.version + 1;
  return new;
end;
$$;

revoke execute on function private.tg_raise_version() from public;

comment on function private.tg_raise_version() is
  'Counts the changes of a row in its version, by which clients notice that somebody was faster.';
