-- What can be measured of a body. Rows without a user are the same for everybody, loaded from sql/catalog; rows with one
-- are that user's own kinds.
create table public.measurement_types (
  id uuid primary key,
  user_id uuid default auth.uid() references auth.users (id) on delete cascade,
  slug text,
  name text not null,
  unit text not null,
  has_sides boolean not null default false,
  min_value numeric(12, 5) not null default 0,
  max_value numeric(12, 5) not null default 1000000,
  position smallint not null default 1,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint measurement_types_slug_key unique (slug),
  constraint measurement_types_slug_is_global_check check ((slug is null) = (user_id is not null)),
  -- Ids of global kinds are computable by anybody: one that a client took would be overwritten by the loader.
  constraint measurement_types_custom_id_is_not_derived_check
    check (user_id is null or uuid_extract_version(id) is distinct from 5),
  constraint measurement_types_slug_form_check check (slug ~ '^[a-z][a-z_]{0,59}$'),
  constraint measurement_types_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint measurement_types_unit_check check (unit in ('kg', 'percent', 'meters', 'bpm', 'seconds', 'number')),
  constraint measurement_types_min_value_range_check check (min_value between -1000000 and 1000000),
  constraint measurement_types_max_value_range_check check (max_value > min_value and max_value <= 1000000),
  constraint measurement_types_position_range_check check (position between 1 and 1000)
);

create index measurement_types_user_id_idx on public.measurement_types (user_id, position);
create index measurement_types_user_id_changed_in_idx on public.measurement_types (user_id, changed_in);

alter table public.measurement_types enable row level security;

create policy measurement_types_select_viewer on public.measurement_types
  for select to authenticated
  using (user_id is null or user_id = (select auth.uid()));

create policy measurement_types_insert_owner on public.measurement_types
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy measurement_types_update_owner on public.measurement_types
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy measurement_types_delete_owner on public.measurement_types
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.measurement_types from anon, authenticated;
grant select, delete on public.measurement_types to authenticated;
grant insert (id, name, unit, has_sides, min_value, max_value, position) on public.measurement_types to authenticated;
grant update (id, name, unit, has_sides, min_value, max_value, position) on public.measurement_types to authenticated;
grant all on public.measurement_types to service_role;

create trigger measurement_types_00_lock_user_data
  before insert or update or delete on public.measurement_types
  for each statement execute function private.tg_lock_user_data();

-- In another unit, what was measured would be something else.
create trigger measurement_types_10_keep
  before update of id, unit on public.measurement_types
  for each row execute function private.tg_keep('id', 'unit');

create trigger measurement_types_20_mark_change
  before update on public.measurement_types
  for each row execute function private.tg_mark_change();

create trigger measurement_types_30_enforce_quota
  after insert on public.measurement_types
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('measurement_types', 'user_id');

create trigger measurement_types_70_bury
  after delete on public.measurement_types
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.measurement_types is
  'Kinds of measurements: those that everybody has, and users'' own. Deleting one''s own deletes what was measured of '
  'it. Errors: 409 column_immutable, quota_exceeded.';
comment on column public.measurement_types.id is
  'Of a global kind: uuid v5 of its slug, the same in every environment. Of one''s own made by the client, of any other '
  'version (v7 recommended). [none]';
comment on column public.measurement_types.user_id is 'Owner of a kind of one''s own; else null. [personal]';
comment on column public.measurement_types.slug is 'Stable key of a global kind, such as body_weight. [none]';
comment on column public.measurement_types.name is 'In English; of a kind of one''s own as its owner named it. [personal]';
comment on column public.measurement_types.unit is
  'kg, percent, meters, bpm, seconds, or number for whatever else is counted. It does not change. [none]';
comment on column public.measurement_types.has_sides is
  'Whether left and right may be measured apart, as of an arm. [none]';
comment on column public.measurement_types.min_value is 'The least that is believed. [none]';
comment on column public.measurement_types.max_value is 'The most that is believed. [none]';
comment on column public.measurement_types.position is 'Order in lists, from 1. [none]';
comment on column public.measurement_types.version is 'Raised with every change. Derived. [none]';
comment on column public.measurement_types.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.measurement_types.created_at is '[none]';
comment on column public.measurement_types.updated_at is '[none]';
