-- What one user trained on one day, in all. Kept exact by triggers on workouts and by those that keep
-- analytics.exercise_days. No foreign key to the user: rows vanish with the workouts they were made of.
create table analytics.training_days (
  user_id uuid not null,
  local_date date not null,
  workouts integer not null,
  finished_workouts integer not null,
  sets bigint not null,
  reps bigint not null,
  volume_kg numeric not null,
  duration_seconds bigint not null,
  distance_meters numeric not null,
  session_load numeric,
  is_training_day boolean not null generated always as (sets > 0 or finished_workouts > 0) stored,

  constraint training_days_pkey primary key (user_id, local_date)
);

-- What operators count goes over everybody's days.
create index training_days_local_date_idx on analytics.training_days (local_date);

alter table analytics.training_days enable row level security;

create policy training_days_select_owner on analytics.training_days
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.training_days from anon, authenticated;
grant select on analytics.training_days to authenticated, service_role;

create trigger workouts_80_days_insert
  after insert on public.workouts
  referencing new table as new_workouts
  for each statement execute function private.tg_roll_up_training_days();

create trigger workouts_80_days_update
  after update on public.workouts
  referencing old table as old_workouts new table as new_workouts
  for each statement execute function private.tg_roll_up_training_days();

create trigger workouts_80_days_delete
  after delete on public.workouts
  referencing old table as old_workouts
  for each statement execute function private.tg_roll_up_training_days();

comment on table analytics.training_days is
  'Rollup by user and day of workouts and of the sets that count. Only triggers write it.';
comment on column analytics.training_days.user_id is '[personal]';
comment on column analytics.training_days.local_date is '[personal]';
comment on column analytics.training_days.workouts is
  'Workouts of the day, live ones too: there is no row without. [personal]';
comment on column analytics.training_days.finished_workouts is 'Those of them that ended. [personal]';
comment on column analytics.training_days.sets is 'Sets that count. [personal]';
comment on column analytics.training_days.reps is 'Repetitions in all. [personal]';
comment on column analytics.training_days.volume_kg is
  'Sum of reps × external load lifted; assistance does not count. [personal]';
comment on column analytics.training_days.duration_seconds is 'Of finished workouts, from start to end. [personal]';
comment on column analytics.training_days.distance_meters is '[personal]';
comment on column analytics.training_days.session_load is
  'Sum of session RPE × minutes of the finished workouts that have one (Foster 1998); null where none has. [personal]';
comment on column analytics.training_days.is_training_day is
  'Whether something was done: a set that counts, or a workout that was finished. Derived. [personal]';
