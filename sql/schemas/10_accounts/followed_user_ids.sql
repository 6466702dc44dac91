create or replace function private.followed_user_ids()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select follows.followee_id
  from public.follows
  where follows.follower_id = (select auth.uid()) and follows.status = 'accepted'
  except
  select private.blocked_user_ids();
$$;

revoke execute on function private.followed_user_ids() from public;
grant execute on function private.followed_user_ids() to authenticated, service_role;

comment on function private.followed_user_ids() is
  'Users whose followers-only rows the caller may read: accepted and not blocked in either direction. Bounded by the '
  'cap on following. Definer, because it reads blocks that the caller may not see.';
