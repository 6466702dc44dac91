-- What one user did of one exercise on one day. Kept exact by triggers on workout_sets, so that progress is read
-- without reading sets. It holds facts only: formulas, muscles and weeks are applied when it is read. No foreign key
-- to the user: rows vanish with the sets they were made of.
create table analytics.exercise_days (
  user_id uuid not null,
  exercise_id uuid not null,
  local_date date not null,
  sets integer not null,
  reps bigint not null,
  volume_kg numeric not null,
  max_weight_kg numeric(7, 3),
  duration_seconds bigint not null,
  distance_meters numeric not null,
  best_weights_kg numeric(7, 3)[] not null,
  best_set_volume_kg numeric,
  most_reps integer,
  longest_seconds integer,
  farthest_meters numeric(9, 2),
  best_pace_seconds numeric,
  assisted_kg numeric not null,

  constraint exercise_days_pkey primary key (user_id, exercise_id, local_date)
);

create index exercise_days_user_id_local_date_idx on analytics.exercise_days (user_id, local_date) include (exercise_id);

alter table analytics.exercise_days enable row level security;

create policy exercise_days_select_owner on analytics.exercise_days
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.exercise_days from anon, authenticated;
grant select on analytics.exercise_days to authenticated, service_role;

create trigger workout_sets_80_rollup_insert
  after insert on public.workout_sets
  referencing new table as new_sets
  for each statement execute function private.tg_roll_up_sets();

create trigger workout_sets_80_rollup_update
  after update on public.workout_sets
  referencing old table as old_sets new table as new_sets
  for each statement execute function private.tg_roll_up_sets();

create trigger workout_sets_80_rollup_delete
  after delete on public.workout_sets
  referencing old table as old_sets
  for each statement execute function private.tg_roll_up_sets();

comment on table analytics.exercise_days is
  'Rollup by user, exercise and day of the sets that count: with an actual value, and no warm-up. Only triggers '
  'write it.';
comment on column analytics.exercise_days.user_id is '[personal]';
comment on column analytics.exercise_days.exercise_id is '[personal]';
comment on column analytics.exercise_days.local_date is '[personal]';
comment on column analytics.exercise_days.sets is 'Sets that count. [personal]';
comment on column analytics.exercise_days.reps is 'Repetitions in all. [personal]';
comment on column analytics.exercise_days.volume_kg is
  'Sum of reps × external load lifted; assistance does not count. [personal]';
comment on column analytics.exercise_days.max_weight_kg is
  'Heaviest external load lifted; null where there is none. [personal]';
comment on column analytics.exercise_days.duration_seconds is '[personal]';
comment on column analytics.exercise_days.distance_meters is '[personal]';
comment on column analytics.exercise_days.best_weights_kg is
  'Heaviest load for exactly n repetitions at index n, 1 to 15; null where none was done. [personal]';
comment on column analytics.exercise_days.best_set_volume_kg is
  'Largest reps × external load of one set; null where there is no load. [personal]';
comment on column analytics.exercise_days.most_reps is 'Most repetitions in one set; null for kinds without. [personal]';
comment on column analytics.exercise_days.longest_seconds is 'Longest set; null for kinds without. [personal]';
comment on column analytics.exercise_days.farthest_meters is 'Farthest set; null for kinds without. [personal]';
comment on column analytics.exercise_days.assisted_kg is
  'Sum of reps × assistance; 0 for kinds without. [personal]';
comment on column analytics.exercise_days.best_pace_seconds is
  'Fewest seconds a kilometre in one set; null where no set has both a distance and a duration. [personal]';
