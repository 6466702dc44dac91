-- What marks and cursors of sync are counted from: one row.
create table private.sync_state (
  is_single boolean primary key default true,
  generation integer not null default 1,
  forgotten_through bigint not null default 0,

  constraint sync_state_one_row_check check (is_single),
  constraint sync_state_generation_range_check check (generation between 1 and 8000)
);

alter table private.sync_state enable row level security;

revoke all on private.sync_state from anon, authenticated;

comment on table private.sync_state is
  'One row, loaded from sql/settings. Raise generation after restoring a backup: transaction ids begin again there, and '
  'every client then pulls everything once.';
comment on column private.sync_state.is_single is 'Always true. [none]';
comment on column private.sync_state.generation is
  'Of the database''s transaction ids; at most 8000, so that marks stay exact as JSON numbers. [none]';
comment on column private.sync_state.forgotten_through is
  'Mark of the newest tombstone that was forgotten: an older cursor gets everything. [none]';
