create or replace function private.tg_lock_user_data()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.lock_user_data((select auth.uid()));
  return null;
end;
$$;

revoke execute on function private.tg_lock_user_data() from public;

comment on function private.tg_lock_user_data() is
  'Takes the caller''s lock before a statement locks rows. The backend, which has no caller, takes the locks of those '
  'it wrote for when their days are rolled up.';
