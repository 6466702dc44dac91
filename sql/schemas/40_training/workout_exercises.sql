-- One exercise within a workout. It carries its workout's owner and day and its exercise's kind through composite
-- keys, so that sets and rollups know them even while a whole workout is being deleted.
create table public.workout_exercises (
  id uuid primary key,
  workout_id uuid not null,
  user_id uuid not null default auth.uid(),
  exercise_id uuid not null,
  exercise_kind text not null default '',
  routine_exercise_id uuid references public.routine_exercises (id) on delete set null,
  local_date date not null default current_date,
  position smallint not null,
  superset_group smallint,
  notes text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint workout_exercises_workout_fkey
    foreign key (user_id, local_date, workout_id) references public.workouts (user_id, local_date, id)
    on update cascade on delete cascade,
  -- Checked at commit: when a user is erased, their own exercises may go before the workouts that used them.
  constraint workout_exercises_exercise_fkey
    foreign key (exercise_id, exercise_kind) references public.exercises (id, kind)
    on update cascade on delete no action deferrable initially deferred,
  -- Its sets refer to it with their copies of these.
  constraint workout_exercises_set_parent_key unique (user_id, exercise_id, local_date, exercise_kind, id),
  constraint workout_exercises_position_range_check check (position between 1 and 500),
  constraint workout_exercises_superset_group_range_check check (superset_group between 1 and 100),
  constraint workout_exercises_notes_length_check check (char_length(notes) <= 4000)
);

create index workout_exercises_workout_idx on public.workout_exercises (user_id, local_date, workout_id);
create index workout_exercises_workout_id_idx on public.workout_exercises (workout_id, position);
create index workout_exercises_routine_exercise_id_idx on public.workout_exercises (routine_exercise_id);
create index workout_exercises_exercise_idx on public.workout_exercises (exercise_id, exercise_kind);
create index workout_exercises_user_id_changed_in_idx on public.workout_exercises (user_id, changed_in);

alter table public.workout_exercises enable row level security;

create policy workout_exercises_select_viewer on public.workout_exercises
  for select to authenticated
  using (
    user_id = (select auth.uid())
    -- A scalar subquery: Postgres would turn exists() into a hash of every workout there is.
    or (select true from public.workouts where workouts.id = workout_exercises.workout_id)
  );

create policy workout_exercises_insert_owner on public.workout_exercises
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy workout_exercises_update_owner on public.workout_exercises
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy workout_exercises_delete_owner on public.workout_exercises
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.workout_exercises from anon, authenticated;
grant select, delete on public.workout_exercises to authenticated;
grant insert (id, workout_id, exercise_id, routine_exercise_id, position, superset_group, notes)
  on public.workout_exercises to authenticated;
grant update (id, workout_id, exercise_id, routine_exercise_id, position, superset_group, notes)
  on public.workout_exercises to authenticated;
grant all on public.workout_exercises to service_role;

create trigger workout_exercises_00_lock_user_data
  before insert or update or delete on public.workout_exercises
  for each statement execute function private.tg_lock_user_data();

-- Where it is not known yet: private.add_workout_rows() looks up once what is the same for all rows of a workout.
create trigger workout_exercises_10_inherit
  before insert on public.workout_exercises
  for each row when (new.exercise_kind = '')
  execute function private.tg_inherit_workout();

create trigger workout_exercises_10_inherit_again
  before update of exercise_id on public.workout_exercises
  for each row execute function private.tg_inherit_workout();

create trigger workout_exercises_15_require_own
  before insert or update of routine_exercise_id on public.workout_exercises
  for each row when (new.routine_exercise_id is not null)
  execute function private.tg_require_own('routine_exercises', 'routine_exercise_id');

create trigger workout_exercises_20_keep
  before update of id, workout_id on public.workout_exercises
  for each row execute function private.tg_keep('id', 'workout_id');

create trigger workout_exercises_30_mark_change
  before update on public.workout_exercises
  for each row execute function private.tg_mark_change();

create trigger workout_exercises_40_enforce_quota
  after insert on public.workout_exercises
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_workout_quota('exercises_per_workout');

create trigger workout_exercises_70_bury
  after delete on public.workout_exercises
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.workout_exercises is 'Exercises of workouts, in order; the same exercise may appear twice.';
comment on column public.workout_exercises.id is 'Made by the client (uuid v7). [none]';
comment on column public.workout_exercises.workout_id is '[none]';
comment on column public.workout_exercises.user_id is 'Owner of the workout. Derived. [personal]';
comment on column public.workout_exercises.exercise_id is 'A global exercise, or one of the owner''s own. [personal]';
comment on column public.workout_exercises.exercise_kind is 'Kind of the exercise. Derived. [none]';
comment on column public.workout_exercises.routine_exercise_id is
  'Which exercise of the routine it was; null for none, and once that is deleted. [personal]';
comment on column public.workout_exercises.local_date is 'Day of the workout. Derived. [personal]';
comment on column public.workout_exercises.position is 'Order within the workout, from 1. [none]';
comment on column public.workout_exercises.superset_group is
  'Exercises of a workout with the same number are done in turn. [personal]';
comment on column public.workout_exercises.notes is 'At most 4000 characters. [personal]';
comment on column public.workout_exercises.version is 'Raised with every change. Derived. [none]';
comment on column public.workout_exercises.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.workout_exercises.created_at is '[none]';
comment on column public.workout_exercises.updated_at is '[none]';
comment on policy workout_exercises_select_viewer on public.workout_exercises is 'Whoever may see the workout.';
