-- What was measured of a user's body: one value at one time. Health data, for its owner alone.
create table public.measurements (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  type_id uuid not null references public.measurement_types (id) on delete cascade,
  side text,
  value numeric(12, 5) not null,
  measured_at timestamptz not null,
  time_zone text not null,
  day_start_hour smallint not null default 0,
  local_date date not null default current_date,
  notes text,
  source text,
  external_id text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint measurements_user_id_source_external_id_key unique (user_id, source, external_id),
  constraint measurements_side_check check (side in ('left', 'right')),
  constraint measurements_measured_at_range_check
    check (measured_at >= '1969-12-31Z' and measured_at < '2101-01-01Z'),
  constraint measurements_notes_length_check check (char_length(notes) <= 1000),
  constraint measurements_source_form_check check (source ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint measurements_external_id_length_check check (char_length(external_id) between 1 and 200),
  constraint measurements_external_id_has_source_check check (external_id is null or source is not null)
);

create index measurements_history_idx on public.measurements (user_id, type_id, measured_at desc, id);
create index measurements_user_id_local_date_idx on public.measurements (user_id, local_date);
create index measurements_type_id_idx on public.measurements (type_id);
create index measurements_user_id_changed_in_idx on public.measurements (user_id, changed_in);

alter table public.measurements enable row level security;

create policy measurements_select_owner on public.measurements
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy measurements_insert_owner on public.measurements
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy measurements_update_owner on public.measurements
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy measurements_delete_owner on public.measurements
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.measurements from anon, authenticated;
grant select, delete on public.measurements to authenticated;
grant insert (
  id, type_id, side, value, measured_at, time_zone, notes, source, external_id
) on public.measurements to authenticated;
grant update (
  id, type_id, side, value, measured_at, time_zone, notes, source, external_id
) on public.measurements to authenticated;
grant all on public.measurements to service_role;

create trigger measurements_00_lock_user_data
  before insert or update or delete on public.measurements
  for each statement execute function private.tg_lock_user_data();

create trigger measurements_05_consent
  before insert or update on public.measurements
  for each row execute function private.tg_require_health_consent();

create trigger measurements_10_time_zone
  before insert or update of time_zone on public.measurements
  for each row execute function private.tg_check_time_zone();

create trigger measurements_15_local_date
  before insert or update of measured_at, time_zone on public.measurements
  for each row execute function private.tg_local_date('measured_at');

create trigger measurements_20_keep
  before update of id, type_id on public.measurements
  for each row execute function private.tg_keep('id', 'type_id');

create trigger measurements_25_check_value
  before insert or update of side, value on public.measurements
  for each row execute function private.tg_check_measurement();

create trigger measurements_30_mark_change
  before update on public.measurements
  for each row execute function private.tg_mark_change();

create trigger measurements_50_enforce_quota
  after insert on public.measurements
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('measurements_per_day', 'user_id', 'local_date');

create trigger measurements_70_bury
  after delete on public.measurements
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.measurements is
  'Measurements of users'' bodies, several a day where they were taken so. Their history is read from this table: by '
  'type_id, with measured_at and id as the keyset. Writing needs consent to health_data. Errors: 403 consent_required; '
  '409 id_unusable, column_immutable, quota_exceeded; 422 invalid_field, field_not_allowed.';
comment on column public.measurements.id is
  'Made by the client (uuid v7), so that a retry after a lost answer adds nothing. [none]';
comment on column public.measurements.user_id is 'Owner. [personal]';
comment on column public.measurements.type_id is 'What was measured. It does not change. [health]';
comment on column public.measurements.side is
  'left or right of what has sides; null for what has none, and where it was not told apart. [health]';
comment on column public.measurements.value is
  'In the unit of the type, within its bounds. Five decimals, so that inches and pounds come back as they went in. '
  '[health]';
comment on column public.measurements.measured_at is '[health]';
comment on column public.measurements.time_zone is 'IANA name of the zone the user was in. [personal]';
comment on column public.measurements.day_start_hour is
  'The owner''s setting when it was stored: local_date does not move when the setting changes. Derived. [personal]';
comment on column public.measurements.local_date is
  'The day the user would name: measured_at in time_zone, less day_start_hour. Derived. [health]';
comment on column public.measurements.notes is 'At most 1000 characters. [health]';
comment on column public.measurements.source is
  'Where it came from, such as healthkit or health_connect; null where it was typed into the app. [personal]';
comment on column public.measurements.external_id is
  'What source calls it: one measurement of a user for each, so that nothing comes in twice. [personal]';
comment on column public.measurements.version is 'Raised with every change. Derived. [none]';
comment on column public.measurements.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.measurements.created_at is '[none]';
comment on column public.measurements.updated_at is '[none]';
