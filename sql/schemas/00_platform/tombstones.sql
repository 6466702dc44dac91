-- What users deleted, so that their other devices learn of it. No foreign key to the user, whose other rows would have
-- to be gone before.
create table private.tombstones (
  user_id uuid not null,
  relation text not null,
  row_id uuid not null,
  changed_in bigint not null default private.change_mark(),
  deleted_at timestamptz not null default now(),

  constraint tombstones_pkey primary key (user_id, relation, row_id)
);

create index tombstones_user_id_relation_changed_in_idx on private.tombstones (user_id, relation, changed_in, row_id);
create index tombstones_user_id_changed_in_idx on private.tombstones (user_id, changed_in);
create index tombstones_deleted_at_idx on private.tombstones (deleted_at);

alter table private.tombstones enable row level security;

create policy tombstones_select_owner on private.tombstones
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on private.tombstones from anon, authenticated;
grant select on private.tombstones to authenticated, service_role;

create trigger users_60_forget_tombstones
  after delete on auth.users
  for each row execute function private.tg_forget_tombstones();

comment on table private.tombstones is
  'Deleted rows of users'' own tables, kept for 400 days, and of each user as many as a quota says. Written by private.tg_bury(); a row whose id exists again is '
  'not deleted, whatever stands here.';
comment on column private.tombstones.user_id is 'Owner of the row. [personal]';
comment on column private.tombstones.relation is 'Its table, such as workouts. [none]';
comment on column private.tombstones.row_id is 'Its id, as sync names it. [none]';
comment on column private.tombstones.changed_in is 'The mark of the deletion. [none]';
comment on column private.tombstones.deleted_at is 'When it was deleted. [none]';
