create or replace function private.is_sync_cursor(p_cursor bigint)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select p_cursor between
    greatest(sync_state.generation * 1099511627776, sync_state.forgotten_through + 1) and private.sync_horizon()
  from private.sync_state;
$$;

revoke execute on function private.is_sync_cursor(bigint) from public;
grant execute on function private.is_sync_cursor(bigint) to authenticated, service_role;

comment on function private.is_sync_cursor(bigint) is
  'Whether a pull may go on from a cursor: it is of this generation, no deletion after it is forgotten, and it is not '
  'ahead of what has happened. Definer, because sync_state is nobody else''s.';
