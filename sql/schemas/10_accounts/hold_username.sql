create or replace function private.hold_username(p_username text, p_user_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into private.held_usernames as held (digest, user_id, expires_at)
  values (
    sha256(convert_to(private.username_skeleton(p_username), 'UTF8')), p_user_id, now() + interval '90 days'
  )
  on conflict (digest) do update
    set user_id = excluded.user_id, expires_at = excluded.expires_at;
$$;

revoke execute on function private.hold_username(text, uuid) from public;

comment on function private.hold_username(text, uuid) is
  'Keeps a given-up username back for 90 days. Granted to nobody: triggers with definer rights call it.';
