create or replace function private.tg_create_profile()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into public.profile_settings (user_id) values (new.id) on conflict do nothing;
  insert into public.profiles (user_id, display_name)
  values (
    new.id,
    -- Whatever a client or an identity provider sent as a name: control characters out, spaces folded, 60 characters
    -- kept.
    nullif(left(btrim(regexp_replace(
      coalesce(
        new.raw_user_meta_data ->> 'display_name', new.raw_user_meta_data ->> 'full_name',
        new.raw_user_meta_data ->> 'name', ''
      ),
      '[[:cntrl:][:space:]]+', ' ', 'g'
    )), 60), '')
  )
  on conflict do nothing;
  return null;
exception
  -- A sign-up never fails because of us. The warning names the user; whoever reads the profile next makes it.
  when others then
    raise warning 'no profile for user %: % (%)', new.id, sqlerrm, sqlstate;
    return null;
end;
$$;

revoke execute on function private.tg_create_profile() from public;

comment on function private.tg_create_profile() is
  'Makes profile and settings of a new user. Definer, because Auth inserts users as a role that may not write in '
  'public.';
