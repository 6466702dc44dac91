create or replace function private.lock_training(p_user_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select pg_advisory_xact_lock(hashtextextended('training:' || p_user_id, 0));
$$;

revoke execute on function private.lock_training(uuid) from public;
grant execute on function private.lock_training(uuid) to authenticated, service_role;

comment on function private.lock_training(uuid) is
  'Makes the writers of one user''s training wait for each other until their transaction ends. Taken before any row '
  'lock: rollups of one user are touched by every device of theirs, in any order, and would deadlock without it.';
