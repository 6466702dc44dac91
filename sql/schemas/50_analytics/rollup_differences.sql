-- Rows of rollups that were not what a full recompute gives, as verify_rollups() found them. It stays empty, or
-- something is wrong.
create table private.rollup_differences (
  id bigint generated always as identity primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  rollup text not null,
  stored jsonb,
  expected jsonb,
  found_at timestamptz not null default now(),

  constraint rollup_differences_stored_type_check check (jsonb_typeof(stored) = 'object'),
  constraint rollup_differences_expected_type_check check (jsonb_typeof(expected) = 'object')
);

create index rollup_differences_user_id_idx on private.rollup_differences (user_id);

alter table private.rollup_differences enable row level security;

revoke all on private.rollup_differences from anon, authenticated;
grant select, delete on private.rollup_differences to service_role;

comment on table private.rollup_differences is
  'What the nightly check of the rollups found, for operators: rebuild_rollups() repairs it. Nobody is notified but the '
  'log, by a warning.';
comment on column private.rollup_differences.id is '[none]';
comment on column private.rollup_differences.user_id is 'Whose rollup. [personal]';
comment on column private.rollup_differences.rollup is 'Table in analytics. [none]';
comment on column private.rollup_differences.stored is 'The row that was there; null where one was missing. [health]';
comment on column private.rollup_differences.expected is
  'The row that should have been there; null where there should be none. [health]';
comment on column private.rollup_differences.found_at is '[none]';
