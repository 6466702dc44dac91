create or replace function private.tg_lock_training()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.lock_training((select auth.uid()));
  return null;
end;
$$;

revoke execute on function private.tg_lock_training() from public;

comment on function private.tg_lock_training() is
  'Takes the caller''s training lock before a statement locks rows. The backend, which has no caller, takes the '
  'locks of those it wrote for when their days are rolled up.';
