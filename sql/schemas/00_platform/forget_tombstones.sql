create or replace function private.forget_tombstones()
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_kept integer := (select quotas.max_count from private.quotas where quotas.name = 'tombstones');
begin
  with forgotten as (
    delete from private.tombstones
    where tombstones.deleted_at < now() - interval '400 days'
    returning tombstones.changed_in
  )
  update private.sync_state
  set forgotten_through = greatest(sync_state.forgotten_through, (select max(forgotten.changed_in) from forgotten))
  where sync_state.is_single;

  -- Of whoever deleted lately no more is read than is kept. All of one transaction goes together: a cursor cannot stand
  -- between.
  with beyond as (
    select users.user_id, newest.changed_in
    from (
      select distinct tombstones.user_id
      from private.tombstones
      where tombstones.deleted_at > now() - interval '2 days'
    ) as users
    cross join lateral (
      select tombstones.changed_in
      from private.tombstones
      where tombstones.user_id = users.user_id
      order by tombstones.changed_in desc
      offset v_kept
      limit 1
    ) as newest
  ),
  forgotten as (
    delete from private.tombstones
    using beyond
    where tombstones.user_id = beyond.user_id and tombstones.changed_in <= beyond.changed_in
  )
  insert into private.tombstone_horizons as horizons (user_id, forgotten_through)
  select beyond.user_id, beyond.changed_in
  from beyond
  on conflict (user_id) do update
    set forgotten_through = greatest(horizons.forgotten_through, excluded.forgotten_through);
end;
$$;

revoke execute on function private.forget_tombstones() from public;

comment on function private.forget_tombstones() is
  'Forgets tombstones that are older than 400 days, and those of a user beyond the newest that the quota tombstones '
  'allows; cursors from before them get everything. A cron job calls it.';
