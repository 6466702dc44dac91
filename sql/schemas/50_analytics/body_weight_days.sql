-- What one user weighed on one day. Kept exact by triggers on measurements.
create table analytics.body_weight_days (
  user_id uuid not null,
  local_date date not null,
  weight_kg numeric(7, 3) not null,
  readings integer not null,

  constraint body_weight_days_pkey primary key (user_id, local_date)
);

alter table analytics.body_weight_days enable row level security;

create policy body_weight_days_select_owner on analytics.body_weight_days
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.body_weight_days from anon, authenticated;
grant select on analytics.body_weight_days to authenticated, service_role;

create trigger measurements_80_body_weight_insert
  after insert on public.measurements
  referencing new table as new_measurements
  for each statement execute function private.tg_roll_up_body_weight();

create trigger measurements_80_body_weight_update
  after update on public.measurements
  referencing old table as old_measurements new table as new_measurements
  for each statement execute function private.tg_roll_up_body_weight();

create trigger measurements_80_body_weight_delete
  after delete on public.measurements
  referencing old table as old_measurements
  for each statement execute function private.tg_roll_up_body_weight();

comment on table analytics.body_weight_days is
  'Rollup by user and day of the measurements of body weight. Only triggers write it.';
comment on column analytics.body_weight_days.user_id is '[personal]';
comment on column analytics.body_weight_days.local_date is '[health]';
comment on column analytics.body_weight_days.weight_kg is 'Mean of the day''s readings, to the gram. [health]';
comment on column analytics.body_weight_days.readings is 'How many there were. [health]';
