-- Up to where the deletions of a user have been forgotten, of users who deleted more than is kept.
create table private.tombstone_horizons (
  user_id uuid primary key,
  forgotten_through bigint not null
);

alter table private.tombstone_horizons enable row level security;

revoke all on private.tombstone_horizons from anon, authenticated;

comment on table private.tombstone_horizons is
  'Written by private.forget_tombstones(). What holds for everybody is sync_state.forgotten_through.';
comment on column private.tombstone_horizons.user_id is '[personal]';
comment on column private.tombstone_horizons.forgotten_through is
  'Mark of the newest tombstone of the user that was forgotten: an older cursor gets everything. [none]';
