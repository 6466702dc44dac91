create or replace function private.is_reserved_username(p_skeleton text)
returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select p_skeleton = any(array(
    select private.username_skeleton(word)
    from unnest(array[
      'about', 'abuse', 'account', 'accounts', 'admin', 'administrator', 'anonymous', 'api', 'app', 'auth',
      'billing', 'bot', 'coach', 'community', 'contact', 'deleted', 'everyone', 'exercise', 'exercises',
      'explore', 'feed', 'follow', 'followers', 'health', 'help', 'home', 'info', 'legal', 'login', 'logout',
      'mail', 'me', 'mod', 'moderator', 'moderators', 'news', 'nobody', 'notifications', 'null', 'official',
      'owner', 'plan', 'plans', 'postmaster', 'privacy', 'profile', 'repstack', 'repstackteam', 'root',
      'routine', 'routines', 'search', 'security', 'settings', 'signin', 'signup', 'staff', 'status', 'support',
      'system', 'team', 'terms', 'trainer', 'undefined', 'unknown', 'user', 'username', 'webmaster', 'workout',
      'workouts', 'www'
    ]) as word
  ));
$$;

revoke execute on function private.is_reserved_username(text) from public;

comment on function private.is_reserved_username(text) is
  'Whether a username of this skeleton could be taken for a part of the app, or for its team.';
