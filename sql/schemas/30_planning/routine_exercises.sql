-- One exercise within a routine, with how it is warmed up to and how its loads progress. It carries its routine's owner
-- and its exercise's kind through composite keys.
create table public.routine_exercises (
  id uuid primary key,
  routine_id uuid not null,
  user_id uuid not null default auth.uid(),
  exercise_id uuid not null,
  exercise_kind text not null default '',
  position smallint not null,
  superset_group smallint,
  rest_seconds integer,
  notes text,
  warmup_ramp jsonb,
  progression jsonb,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint routine_exercises_routine_fkey
    foreign key (user_id, routine_id) references public.routines (user_id, id) on delete cascade,
  -- Checked at commit: when a user is erased, their own exercises may go before the routines that used them.
  constraint routine_exercises_exercise_fkey
    foreign key (exercise_id, exercise_kind) references public.exercises (id, kind)
    on update cascade on delete no action deferrable initially deferred,
  -- Its sets refer to it with their copies of these.
  constraint routine_exercises_set_parent_key unique (user_id, routine_id, exercise_kind, id),
  constraint routine_exercises_position_range_check check (position between 1 and 500),
  constraint routine_exercises_superset_group_range_check check (superset_group between 1 and 100),
  constraint routine_exercises_rest_seconds_range_check check (rest_seconds between 0 and 86400),
  constraint routine_exercises_notes_length_check check (char_length(notes) <= 4000),
  constraint routine_exercises_warmup_ramp_is_array_check check (jsonb_typeof(warmup_ramp) = 'array'),
  constraint routine_exercises_warmup_ramp_check check (warmup_ramp is null or private.is_warmup_ramp(warmup_ramp)),
  constraint routine_exercises_progression_is_object_check check (jsonb_typeof(progression) = 'object'),
  constraint routine_exercises_progression_check
    check (progression is null or private.is_progression(progression, exercise_kind))
);

create index routine_exercises_routine_id_idx on public.routine_exercises (routine_id, position);
create index routine_exercises_exercise_idx on public.routine_exercises (exercise_id, exercise_kind);
create index routine_exercises_user_id_changed_in_idx on public.routine_exercises (user_id, changed_in);

alter table public.routine_exercises enable row level security;

create policy routine_exercises_select_viewer on public.routine_exercises
  for select to authenticated
  using (
    user_id = (select auth.uid())
    -- A scalar subquery: Postgres would turn exists() into a hash of every routine there is.
    or (select true from public.routines where routines.id = routine_exercises.routine_id)
  );

create policy routine_exercises_insert_owner on public.routine_exercises
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy routine_exercises_update_owner on public.routine_exercises
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy routine_exercises_delete_owner on public.routine_exercises
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.routine_exercises from anon, authenticated;
grant select, delete on public.routine_exercises to authenticated;
grant insert (
  id, routine_id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp, progression
) on public.routine_exercises to authenticated;
grant update (
  id, routine_id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp, progression
) on public.routine_exercises to authenticated;
grant all on public.routine_exercises to service_role;

create trigger routine_exercises_00_lock_user_data
  before insert or update or delete on public.routine_exercises
  for each statement execute function private.tg_lock_user_data();

create trigger routine_exercises_10_inherit_owner
  before insert on public.routine_exercises
  for each row execute function private.tg_inherit_owner('routines', 'routine_id');

create trigger routine_exercises_20_inherit_exercise_kind
  before insert or update of exercise_id on public.routine_exercises
  for each row execute function private.tg_inherit_exercise_kind();

create trigger routine_exercises_30_keep
  before update of id, routine_id on public.routine_exercises
  for each row execute function private.tg_keep('id', 'routine_id');

create trigger routine_exercises_40_mark_change
  before update on public.routine_exercises
  for each row execute function private.tg_mark_change();

create trigger routine_exercises_50_enforce_quota
  after insert on public.routine_exercises
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('exercises_per_routine', 'routine_id');

create trigger routine_exercises_55_enforce_plan_size
  after insert on public.routine_exercises
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_plan_size();

create trigger routine_exercises_60_raise_version_insert
  after insert on public.routine_exercises
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_exercises_60_raise_version_update
  after update on public.routine_exercises
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_exercises_60_raise_version_delete
  after delete on public.routine_exercises
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_exercises_70_bury
  after delete on public.routine_exercises
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.routine_exercises is
  'Exercises of routines, in order; the same exercise may appear twice.';
comment on column public.routine_exercises.id is
  'Made by the client (uuid v7), and kept by edits: workouts refer to it, and progression follows it. [none]';
comment on column public.routine_exercises.routine_id is '[none]';
comment on column public.routine_exercises.user_id is 'Owner of the routine. Derived. [personal]';
comment on column public.routine_exercises.exercise_id is 'A global exercise, or one of the owner''s own. [personal]';
comment on column public.routine_exercises.exercise_kind is 'Kind of the exercise. Derived. [none]';
comment on column public.routine_exercises.position is 'Order within the routine, from 1. [none]';
comment on column public.routine_exercises.superset_group is
  'Exercises of a routine with the same number are done in turn. [personal]';
comment on column public.routine_exercises.rest_seconds is
  'Rest after each set that names none of its own. [personal]';
comment on column public.routine_exercises.notes is 'At most 4000 characters. [personal]';
comment on column public.routine_exercises.warmup_ramp is
  'Warm-up sets before the first working set, [{percent, reps, rest_seconds}], percent of its load. [personal]';
comment on column public.routine_exercises.progression is
  'How targets change from session to session: Progression of types/contracts/progression.ts; null where they stay. '
  '[personal]';
comment on column public.routine_exercises.version is 'Raised with every change. Derived. [none]';
comment on column public.routine_exercises.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.routine_exercises.created_at is '[none]';
comment on column public.routine_exercises.updated_at is '[none]';
comment on policy routine_exercises_select_viewer on public.routine_exercises is 'Whoever may see the routine.';
