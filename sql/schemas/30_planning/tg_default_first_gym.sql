create or replace function private.tg_default_first_gym()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  new.is_default := new.is_default or not exists (select from public.gyms where gyms.user_id = new.user_id);
  return new;
end;
$$;

revoke execute on function private.tg_default_first_gym() from public;

comment on function private.tg_default_first_gym() is
  'Makes the first gym of a user the default before it is stored, so that its version stays 1.';
