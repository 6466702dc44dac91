create or replace function private.username_is_free(p_username text, p_user_id uuid)
returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(p_username, '') ~ '^[A-Za-z0-9][A-Za-z0-9_.]{1,28}[A-Za-z0-9]$'
    and not private.is_reserved_username(private.username_skeleton(p_username))
    and not exists (
      select 1
      from public.profiles
      where private.username_skeleton(profiles.username) = private.username_skeleton(p_username)
        and profiles.user_id is distinct from p_user_id
    )
    and not exists (
      select 1
      from private.held_usernames
      where held_usernames.digest = sha256(convert_to(private.username_skeleton(p_username), 'UTF8'))
        and held_usernames.expires_at > now()
        -- Nobody is the former owner of a name that has none.
        and (held_usernames.user_id = p_user_id) is not true
    );
$$;

revoke execute on function private.username_is_free(text, uuid) from public;

comment on function private.username_is_free(text, uuid) is
  'Whether a user may take a username: well formed, not reserved, not taken or mistakable for one that is, not held '
  'back. Granted to nobody: it sees every profile, so definer functions call it for their callers.';
