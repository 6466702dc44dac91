create or replace function private.lock_user_data(p_user_id uuid)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time, and this one is called by every
  -- statement that writes.
  perform pg_advisory_xact_lock(hashtextextended('user data:' || p_user_id, 0));
  if p_user_id = (select auth.uid()) then
    perform private.raise_own_version();
  elsif (select auth.uid()) is null and p_user_id is not null then
    perform private.raise_user_version(p_user_id);
  end if;
end;
$$;

revoke execute on function private.lock_user_data(uuid) from public;
grant execute on function private.lock_user_data(uuid) to authenticated, service_role;

comment on function private.lock_user_data(uuid) is
  'Makes the writers of one user''s own data wait for each other until their transaction ends, and raises the version of '
  'that data. Taken before any row lock: the rows of one user are touched by every device of theirs, in any order, and '
  'would deadlock without it. A moderator who writes for somebody raises nothing: what they write shows in no answer '
  'that is kept by version, or rolls up, which does.';
