create or replace function private.blocked_user_ids()
returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select blocks.blocked_id from public.blocks where blocks.blocker_id = (select auth.uid())
  union all
  select blocks.blocker_id from public.blocks where blocks.blocked_id = (select auth.uid());
$$;

revoke execute on function private.blocked_user_ids() from public;
grant execute on function private.blocked_user_ids() to authenticated, service_role;

comment on function private.blocked_user_ids() is
  'Users hidden from the caller, and the caller from them: both directions of a block. Definer, because a blocked '
  'user may not see the row that blocks them.';
