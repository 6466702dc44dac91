create or replace function private.visible_author(p_user_id uuid)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'username', profiles.username,
    'display_name', profiles.display_name,
    'avatar_path', profiles.avatar_path,
    'avatar_thumbhash', profiles.avatar_thumbhash,
    'avatar_color', profiles.avatar_color
  )
  from public.profiles
  where profiles.user_id = p_user_id
    and (
      profiles.user_id = (select auth.uid())
      or (profiles.visibility = 'public' and profiles.user_id not in (select private.blocked_user_ids()))
      or (profiles.visibility = 'followers' and profiles.user_id in (select private.followed_user_ids()))
    );
$$;

revoke execute on function private.visible_author(uuid) from public;

comment on function private.visible_author(uuid) is
  'What a user''s profile shows to the caller, by the rule of its policy: {username, display_name, avatar_path, '
  'avatar_thumbhash, avatar_color}, or null. A public one shows itself to somebody without an account as well. Granted '
  'to nobody: definer functions call it for their callers.';
