create or replace function private.forget_tombstones()
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  with forgotten as (
    delete from private.tombstones
    where tombstones.deleted_at < now() - interval '400 days'
    returning tombstones.changed_in
  )
  update private.sync_state
  set forgotten_through = greatest(sync_state.forgotten_through, (select max(forgotten.changed_in) from forgotten))
  where sync_state.is_single;
$$;

revoke execute on function private.forget_tombstones() from public;

comment on function private.forget_tombstones() is
  'Forgets tombstones that are older than 400 days; cursors from before them get everything. A cron job calls it.';
