-- When a workout last changed, its exercises, sets and vitals included, as sync counts: one narrow row a workout, so
-- that the change feed is a range of an index. The rows of the workout itself know of their own changes alone, and a
-- set that was deleted of none.
create table private.workout_changes (
  workout_id uuid primary key references public.workouts (id) on delete cascade,
  user_id uuid not null,
  changed_in bigint not null
);

create index workout_changes_user_id_changed_in_idx on private.workout_changes (user_id, changed_in, workout_id);

alter table private.workout_changes enable row level security;

revoke all on private.workout_changes from anon, authenticated;
grant select on private.workout_changes to service_role;

create trigger workouts_75_mark_workout_insert
  after insert on public.workouts
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workouts_75_mark_workout_update
  after update on public.workouts
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_exercises_75_mark_workout_insert
  after insert on public.workout_exercises
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_exercises_75_mark_workout_update
  after update on public.workout_exercises
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_exercises_75_mark_workout_delete
  after delete on public.workout_exercises
  referencing old table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_sets_75_mark_workout_insert
  after insert on public.workout_sets
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_sets_75_mark_workout_update
  after update on public.workout_sets
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_sets_75_mark_workout_delete
  after delete on public.workout_sets
  referencing old table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_vitals_75_mark_workout_insert
  after insert on public.workout_vitals
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_vitals_75_mark_workout_update
  after update on public.workout_vitals
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_vitals_75_mark_workout_delete
  after delete on public.workout_vitals
  referencing old table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_set_vitals_75_mark_workout_insert
  after insert on public.workout_set_vitals
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_set_vitals_75_mark_workout_update
  after update on public.workout_set_vitals
  referencing new table as changed_rows
  for each statement execute function private.tg_mark_workout();

create trigger workout_set_vitals_75_mark_workout_delete
  after delete on public.workout_set_vitals
  referencing old table as changed_rows
  for each statement execute function private.tg_mark_workout();

comment on table private.workout_changes is
  'The marks by which workout_events() reads workouts in the order in which they changed. Written by '
  'private.tg_mark_workout() alone.';
comment on column private.workout_changes.workout_id is '[none]';
comment on column private.workout_changes.user_id is 'Owner of the workout. [personal]';
comment on column private.workout_changes.changed_in is
  'The mark of the last change of the workout, its exercises, its sets or their vitals. [none]';
