-- What one set of a routine aims at.
create table public.routine_sets (
  id uuid primary key,
  routine_exercise_id uuid not null,
  routine_id uuid not null default '00000000-0000-0000-0000-000000000000',
  user_id uuid not null default auth.uid(),
  exercise_kind text not null default '',
  position smallint not null,
  set_type text not null default 'normal',
  min_reps integer,
  max_reps integer,
  weight_kg numeric(7, 3),
  load_percent numeric(5, 2),
  load_percent_of text,
  duration_seconds integer,
  distance_meters numeric(9, 2),
  rpe numeric(3, 1),
  rir numeric(3, 1),
  rest_seconds integer,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint routine_sets_routine_exercise_fkey
    foreign key (user_id, routine_id, exercise_kind, routine_exercise_id)
    references public.routine_exercises (user_id, routine_id, exercise_kind, id)
    on update cascade on delete cascade,
  constraint routine_sets_position_range_check check (position between 1 and 500),
  constraint routine_sets_set_type_check check (set_type in (
    'normal', 'warmup', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
  )),
  constraint routine_sets_min_reps_range_check check (min_reps between 1 and 10000),
  constraint routine_sets_max_reps_range_check check (max_reps between min_reps and 10000),
  constraint routine_sets_max_reps_needs_min_reps_check check (max_reps is null or min_reps is not null),
  constraint routine_sets_weight_kg_range_check check (weight_kg between 0 and 2000),
  constraint routine_sets_load_percent_range_check check (load_percent > 0 and load_percent <= 200),
  constraint routine_sets_load_percent_of_check check (load_percent_of in ('e1rm', 'training_max')),
  constraint routine_sets_load_percent_is_of_something_check
    check ((load_percent is null) = (load_percent_of is null)),
  constraint routine_sets_one_load_check check (num_nonnulls(weight_kg, load_percent) <= 1),
  constraint routine_sets_duration_seconds_range_check check (duration_seconds between 1 and 172800),
  constraint routine_sets_distance_meters_range_check check (distance_meters > 0 and distance_meters <= 1000000),
  constraint routine_sets_rpe_range_check check (rpe between 1 and 10),
  constraint routine_sets_rpe_half_steps_check check (rpe * 2 = trunc(rpe * 2)),
  constraint routine_sets_rir_range_check check (rir between 0 and 10),
  constraint routine_sets_rir_half_steps_check check (rir * 2 = trunc(rir * 2)),
  constraint routine_sets_rest_seconds_range_check check (rest_seconds between 0 and 86400),
  constraint routine_sets_kind_has_reps_check check (min_reps is null or private.kind_allows(exercise_kind, 'reps')),
  constraint routine_sets_kind_has_weight_check
    check (num_nonnulls(weight_kg, load_percent) = 0 or private.kind_allows(exercise_kind, 'weight_kg')),
  constraint routine_sets_kind_has_duration_check
    check (duration_seconds is null or private.kind_allows(exercise_kind, 'duration_seconds')),
  constraint routine_sets_kind_has_distance_check
    check (distance_meters is null or private.kind_allows(exercise_kind, 'distance_meters'))
);

create index routine_sets_routine_exercise_idx
  on public.routine_sets (user_id, routine_id, exercise_kind, routine_exercise_id);
create index routine_sets_routine_exercise_id_idx on public.routine_sets (routine_exercise_id, position);
create index routine_sets_routine_id_idx on public.routine_sets (routine_id);
create index routine_sets_user_id_changed_in_idx on public.routine_sets (user_id, changed_in);

alter table public.routine_sets enable row level security;

create policy routine_sets_select_viewer on public.routine_sets
  for select to authenticated
  using (
    user_id = (select auth.uid())
    -- A scalar subquery: Postgres would turn exists() into a hash of every routine there is.
    or (select true from public.routines where routines.id = routine_sets.routine_id)
  );

create policy routine_sets_insert_owner on public.routine_sets
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy routine_sets_update_owner on public.routine_sets
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy routine_sets_delete_owner on public.routine_sets
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.routine_sets from anon, authenticated;
grant select, delete on public.routine_sets to authenticated;
grant insert (
  id, routine_exercise_id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of,
  duration_seconds, distance_meters, rpe, rir, rest_seconds
) on public.routine_sets to authenticated;
grant update (
  id, routine_exercise_id, position, set_type, min_reps, max_reps, weight_kg, load_percent, load_percent_of,
  duration_seconds, distance_meters, rpe, rir, rest_seconds
) on public.routine_sets to authenticated;
grant all on public.routine_sets to service_role;

create trigger routine_sets_00_lock_user_data
  before insert or update or delete on public.routine_sets
  for each statement execute function private.tg_lock_user_data();

create trigger routine_sets_10_inherit
  before insert on public.routine_sets
  for each row execute function private.tg_inherit_routine_exercise();

create trigger routine_sets_20_keep
  before update of id, routine_exercise_id on public.routine_sets
  for each row execute function private.tg_keep('id', 'routine_exercise_id');

create trigger routine_sets_30_mark_change
  before update on public.routine_sets
  for each row execute function private.tg_mark_change();

create trigger routine_sets_40_enforce_quota
  after insert on public.routine_sets
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('sets_per_routine_exercise', 'routine_exercise_id');

create trigger routine_sets_42_enforce_routine_quota
  after insert on public.routine_sets
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('sets_per_routine', 'routine_id');

create trigger routine_sets_45_enforce_plan_size
  after insert on public.routine_sets
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_plan_size();

create trigger routine_sets_50_raise_version_insert
  after insert on public.routine_sets
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_sets_50_raise_version_update
  after update on public.routine_sets
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_sets_50_raise_version_delete
  after delete on public.routine_sets
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('routines', 'routine_id');

create trigger routine_sets_70_bury
  after delete on public.routine_sets
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.routine_sets is 'Targets of the sets of routines.';
comment on column public.routine_sets.id is 'Made by the client (uuid v7). [none]';
comment on column public.routine_sets.routine_exercise_id is '[none]';
comment on column public.routine_sets.routine_id is 'Routine of the routine exercise. Derived. [none]';
comment on column public.routine_sets.user_id is 'Owner of the routine. Derived. [personal]';
comment on column public.routine_sets.exercise_kind is
  'Kind of the exercise, which says which fields this set may have. Derived. [none]';
comment on column public.routine_sets.position is 'Order within the exercise, from 1. [none]';
comment on column public.routine_sets.set_type is
  'normal, warmup, drop, failure, amrap, rest_pause, myo, cluster or backoff. [personal]';
comment on column public.routine_sets.min_reps is 'Repetitions aimed at, at least. [personal]';
comment on column public.routine_sets.max_reps is
  'Upper end of a range of repetitions; equal to min_reps for an exact count, null for as many as possible. [personal]';
comment on column public.routine_sets.weight_kg is
  'Load aimed at; null where progression or the user decides. [personal]';
comment on column public.routine_sets.load_percent is 'Load as a percentage of load_percent_of. [personal]';
comment on column public.routine_sets.load_percent_of is 'e1rm or training_max. [personal]';
comment on column public.routine_sets.duration_seconds is '[personal]';
comment on column public.routine_sets.distance_meters is '[personal]';
comment on column public.routine_sets.rpe is 'Rating of perceived exertion aimed at, 1 to 10 in half steps. [personal]';
comment on column public.routine_sets.rir is 'Repetitions in reserve aimed at, 0 to 10 in half steps. [personal]';
comment on column public.routine_sets.rest_seconds is 'Rest after the set; null for the exercise''s. [personal]';
comment on column public.routine_sets.version is 'Raised with every change. Derived. [none]';
comment on column public.routine_sets.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.routine_sets.created_at is '[none]';
comment on column public.routine_sets.updated_at is '[none]';
comment on policy routine_sets_select_viewer on public.routine_sets is 'Whoever may see the routine.';
