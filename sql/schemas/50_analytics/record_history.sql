-- Every personal record that one user ever set: a row for each workout that did better than all before it. Kept exact
-- by the triggers that keep analytics.exercise_days, so that records are read without reading sets. It holds facts
-- only: estimated maxima, which depend on a setting, are derived from the repetition maxima when it is read. No foreign
-- key to the user: rows vanish with the sets they were made of.
create table analytics.record_history (
  user_id uuid not null,
  exercise_id uuid not null,
  kind text not null,
  reps smallint not null,
  achieved_on date not null,
  workout_id uuid not null,
  workout_set_id uuid not null,
  started_at timestamptz not null,
  exercise_kind text not null,
  value numeric not null,
  previous_value numeric,

  constraint record_history_pkey primary key (user_id, exercise_id, kind, reps, achieved_on, workout_id),
  constraint record_history_kind_check check (kind in (
    'max_weight', 'rep_max', 'set_volume', 'session_volume', 'most_reps', 'least_assistance', 'longest_duration',
    'farthest_distance', 'best_pace'
  )),
  constraint record_history_reps_range_check check (reps between 0 and 12)
);

-- Records of a period are those that beat something.
create index record_history_user_id_achieved_on_idx on analytics.record_history (user_id, achieved_on)
where previous_value is not null;

alter table analytics.record_history enable row level security;

create policy record_history_select_owner on analytics.record_history
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.record_history from anon, authenticated;
grant select on analytics.record_history to authenticated, service_role;

create trigger workouts_80_records_update
  after update on public.workouts
  referencing old table as old_workouts new table as new_workouts
  for each statement execute function private.tg_roll_up_workouts();

create trigger workout_exercises_80_records_update
  after update on public.workout_exercises
  referencing old table as old_exercises new table as new_exercises
  for each statement execute function private.tg_roll_up_positions();

comment on table analytics.record_history is
  'Records by user, exercise and kind, current and former, of finished workouts. Only triggers write it; '
  'public.records shows it.';
comment on column analytics.record_history.user_id is '[personal]';
comment on column analytics.record_history.exercise_id is '[personal]';
comment on column analytics.record_history.kind is 'What the record is in, as public.records explains it. [personal]';
comment on column analytics.record_history.reps is
  'Repetitions of a rep_max or least_assistance, 1 to 12; 0 for other kinds. [personal]';
comment on column analytics.record_history.achieved_on is 'Day of the workout. [personal]';
comment on column analytics.record_history.workout_id is '[personal]';
comment on column analytics.record_history.workout_set_id is
  'The first set that reached the value; for session_volume the last that added to it. [personal]';
comment on column analytics.record_history.started_at is 'When the workout began: the order within a day. [personal]';
comment on column analytics.record_history.exercise_kind is
  'Kind of the exercise: in some, the body is part of the load. [personal]';
comment on column analytics.record_history.value is '[personal]';
comment on column analytics.record_history.previous_value is
  'The best before it; null for a baseline, before which there was nothing. [personal]';
