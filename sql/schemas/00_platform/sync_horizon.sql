create or replace function private.sync_horizon()
returns bigint
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce((select sync_state.generation from private.sync_state), 1) * 1099511627776
    + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
$$;

revoke execute on function private.sync_horizon() from public;
grant execute on function private.sync_horizon() to authenticated, service_role;

comment on function private.sync_horizon() is
  'The mark below which nothing is still to be committed, in the snapshot of the statement that asks: what that '
  'statement does not see carries this mark or a later one. The next cursor of a pull. Definer, because sync_state is '
  'nobody else''s.';
