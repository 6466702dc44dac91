create or replace function private.tg_touch()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

revoke execute on function private.tg_touch() from public;

comment on function private.tg_touch() is 'Sets updated_at to the time of the transaction.';
