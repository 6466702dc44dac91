create or replace function public.set_avatar(p_user_id uuid, p_avatar_path text)
returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.profiles as changed
  set avatar_path = p_avatar_path
  from public.profiles as former
  where changed.user_id = p_user_id and former.user_id = changed.user_id
  returning former.avatar_path;
$$;

revoke execute on function public.set_avatar(uuid, text) from public;
grant execute on function public.set_avatar(uuid, text) to service_role;

comment on function public.set_avatar(uuid, text) is
  'For the media function, with a secret key: records the folder of a user''s avatar in the bucket avatars, null for '
  'none, and answers the one before, whose files can go.';
