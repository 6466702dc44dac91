create or replace function private.is_sync_cursor(p_cursor bigint, p_user_id uuid default null)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select p_cursor between
    greatest(
      sync_state.generation * 1099511627776,
      sync_state.forgotten_through + 1,
      (
        select horizons.forgotten_through + 1
        from private.tombstone_horizons as horizons
        where horizons.user_id = coalesce((select auth.uid()), p_user_id)
      )
    )
    and private.sync_horizon()
  from private.sync_state;
$$;

revoke execute on function private.is_sync_cursor(bigint, uuid) from public;
grant execute on function private.is_sync_cursor(bigint, uuid) to authenticated, service_role;

comment on function private.is_sync_cursor(bigint, uuid) is
  'Whether a pull may go on from a cursor: it is of this generation, no deletion of the user''s after it is forgotten, '
  'and it is not ahead of what has happened. The user is the caller; without one (the backend), p_user_id. Definer, '
  'because sync_state and tombstone_horizons are nobody else''s.';
