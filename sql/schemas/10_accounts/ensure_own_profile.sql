create or replace function private.ensure_own_profile()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into public.profile_settings (user_id)
  select users.id from auth.users where users.id = (select auth.uid())
  on conflict do nothing;

  insert into public.profiles (user_id)
  select users.id from auth.users where users.id = (select auth.uid())
  on conflict do nothing;
end;
$$;

revoke execute on function private.ensure_own_profile() from public;
grant execute on function private.ensure_own_profile() to authenticated;

comment on function private.ensure_own_profile() is
  'Makes the caller''s profile and settings where sign-up could not. Definer, because clients may not insert them.';
