-- What one user trained, in all their time. Kept exact with analytics.training_days, of which it is the sum.
create table analytics.user_totals (
  user_id uuid primary key,
  workouts bigint not null,
  finished_workouts bigint not null,
  training_days bigint not null,
  sets bigint not null,
  reps bigint not null,
  volume_kg numeric not null,
  duration_seconds bigint not null,
  distance_meters numeric not null,
  first_on date,
  last_on date
);

alter table analytics.user_totals enable row level security;

create policy user_totals_select_owner on analytics.user_totals
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.user_totals from anon, authenticated;
grant select on analytics.user_totals to authenticated, service_role;

comment on table analytics.user_totals is
  'Sums over the rows of analytics.training_days of a user; no row without any. Only triggers write it.';
comment on column analytics.user_totals.user_id is '[personal]';
comment on column analytics.user_totals.workouts is 'Workouts, live ones too. [personal]';
comment on column analytics.user_totals.finished_workouts is 'Those that ended. [personal]';
comment on column analytics.user_totals.training_days is 'Days on which something was done. [personal]';
comment on column analytics.user_totals.sets is 'Sets that count. [personal]';
comment on column analytics.user_totals.reps is 'Repetitions in all. [personal]';
comment on column analytics.user_totals.volume_kg is 'Sum of reps × external load lifted. [personal]';
comment on column analytics.user_totals.duration_seconds is 'Of finished workouts. [personal]';
comment on column analytics.user_totals.distance_meters is '[personal]';
comment on column analytics.user_totals.first_on is 'Day of the first workout. [personal]';
comment on column analytics.user_totals.last_on is 'Day of the last workout. [personal]';
