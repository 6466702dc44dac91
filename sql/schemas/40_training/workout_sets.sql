-- One set: what was aimed at and what was done. The largest table: its one wide index serves the foreign key, the
-- rollups and the history of an exercise.
create table public.workout_sets (
  id uuid primary key,
  workout_exercise_id uuid not null,
  user_id uuid not null default auth.uid(),
  exercise_id uuid not null default '00000000-0000-0000-0000-000000000000',
  exercise_kind text not null default '',
  local_date date not null default current_date,
  position smallint not null,
  set_type text not null default 'normal',
  reps integer,
  weight_kg numeric(7, 3),
  duration_seconds integer,
  distance_meters numeric(9, 2),
  rpe numeric(3, 1),
  rir numeric(3, 1),
  side text,
  rest_seconds integer,
  tempo text,
  incline_percent numeric(3, 1),
  steps integer,
  notes text,
  target jsonb,
  completed_at timestamptz,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint workout_sets_workout_exercise_fkey
    foreign key (user_id, exercise_id, local_date, exercise_kind, workout_exercise_id)
    references public.workout_exercises (user_id, exercise_id, local_date, exercise_kind, id)
    on update cascade on delete cascade,
  constraint workout_sets_position_range_check check (position between 1 and 500),
  constraint workout_sets_set_type_check check (set_type in (
    'normal', 'warmup', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
  )),
  constraint workout_sets_reps_range_check check (reps between 0 and 10000),
  constraint workout_sets_weight_kg_range_check check (weight_kg between 0 and 2000),
  constraint workout_sets_duration_seconds_range_check check (duration_seconds between 0 and 172800),
  constraint workout_sets_distance_meters_range_check check (distance_meters between 0 and 1000000),
  constraint workout_sets_rpe_range_check check (rpe between 1 and 10),
  constraint workout_sets_rpe_half_steps_check check (rpe * 2 = trunc(rpe * 2)),
  constraint workout_sets_rir_range_check check (rir between 0 and 10),
  constraint workout_sets_rir_half_steps_check check (rir * 2 = trunc(rir * 2)),
  constraint workout_sets_side_check check (side in ('left', 'right')),
  constraint workout_sets_rest_seconds_range_check check (rest_seconds between 0 and 86400),
  constraint workout_sets_tempo_form_check
    check (tempo ~ '^([0-9X]{4}|([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3})$'),
  constraint workout_sets_incline_percent_range_check check (incline_percent between -30 and 60),
  constraint workout_sets_steps_range_check check (steps between 0 and 200000),
  constraint workout_sets_notes_length_check check (char_length(notes) <= 1000),
  constraint workout_sets_target_is_object_check check (jsonb_typeof(target) = 'object'),
  constraint workout_sets_target_length_check check (char_length(target::text) <= 4000),
  constraint workout_sets_kind_has_reps_check check (reps is null or private.kind_allows(exercise_kind, 'reps')),
  constraint workout_sets_kind_has_weight_check
    check (weight_kg is null or private.kind_allows(exercise_kind, 'weight_kg')),
  constraint workout_sets_kind_has_duration_check
    check (duration_seconds is null or private.kind_allows(exercise_kind, 'duration_seconds')),
  constraint workout_sets_kind_has_distance_check
    check (distance_meters is null or private.kind_allows(exercise_kind, 'distance_meters'))
);

create index workout_sets_exercise_day_idx
  on public.workout_sets (user_id, exercise_id, local_date, exercise_kind, workout_exercise_id);
create index workout_sets_workout_exercise_id_idx on public.workout_sets (workout_exercise_id, position);
create index workout_sets_user_id_changed_in_idx on public.workout_sets (user_id, changed_in);

alter table public.workout_sets enable row level security;

create policy workout_sets_select_viewer on public.workout_sets
  for select to authenticated
  using (
    user_id = (select auth.uid())
    -- A scalar subquery: Postgres would turn exists() into a hash of every row that there is.
    or (select true from public.workout_exercises where workout_exercises.id = workout_sets.workout_exercise_id)
  );

create policy workout_sets_insert_owner on public.workout_sets
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy workout_sets_update_owner on public.workout_sets
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy workout_sets_delete_owner on public.workout_sets
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.workout_sets from anon, authenticated;
grant select, delete on public.workout_sets to authenticated;
grant insert (
  id, workout_exercise_id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side,
  rest_seconds, tempo, incline_percent, steps, notes, target, completed_at
) on public.workout_sets to authenticated;
grant update (
  id, workout_exercise_id, position, set_type, reps, weight_kg, duration_seconds, distance_meters, rpe, rir, side,
  rest_seconds, tempo, incline_percent, steps, notes, target, completed_at
) on public.workout_sets to authenticated;
grant all on public.workout_sets to service_role;

create trigger workout_sets_00_lock_user_data
  before insert or update or delete on public.workout_sets
  for each statement execute function private.tg_lock_user_data();

-- Where it is not known yet: private.add_workout_rows() looks up once what is the same for all sets of an exercise.
create trigger workout_sets_10_inherit
  before insert on public.workout_sets
  for each row when (new.exercise_kind = '')
  execute function private.tg_inherit_workout_exercise();

create trigger workout_sets_20_keep
  before update of id, workout_exercise_id on public.workout_sets
  for each row execute function private.tg_keep('id', 'workout_exercise_id');

create trigger workout_sets_30_mark_change
  before update on public.workout_sets
  for each row execute function private.tg_mark_change();

create trigger workout_sets_40_enforce_quota
  after insert on public.workout_sets
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_workout_quota('sets_per_workout_exercise');

create trigger workout_sets_70_bury
  after delete on public.workout_sets
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

-- The kind of an exercise is the kind of its sets, which have fields of it.
create trigger exercises_20_keep_used_kind
  before update of kind on public.exercises
  for each row when (old.kind is distinct from new.kind)
  execute function private.tg_keep_used_kind();

comment on table public.workout_sets is
  'Sets of workouts. A set counts once it has an actual value: reps, duration_seconds or distance_meters.';
comment on column public.workout_sets.id is 'Made by the client (uuid v7). [none]';
comment on column public.workout_sets.workout_exercise_id is '[none]';
comment on column public.workout_sets.user_id is 'Owner of the workout. Derived. [personal]';
comment on column public.workout_sets.exercise_id is 'Exercise of the workout exercise. Derived. [personal]';
comment on column public.workout_sets.exercise_kind is
  'Its kind, which says which fields this set may have. Derived. [none]';
comment on column public.workout_sets.local_date is 'Day of the workout. Derived. [personal]';
comment on column public.workout_sets.position is 'Order within the exercise, from 1. [none]';
comment on column public.workout_sets.set_type is
  'normal, warmup, drop, failure, amrap, rest_pause, myo, cluster or backoff; a warmup counts in no total. '
  '[personal]';
comment on column public.workout_sets.reps is 'Repetitions done, 0 to 10000. [personal]';
comment on column public.workout_sets.weight_kg is
  'External load, 0 to 2000. Of weighted_bodyweight the load added, of assisted_bodyweight the assistance. '
  '[personal]';
comment on column public.workout_sets.duration_seconds is 'Time under work, up to two days. [personal]';
comment on column public.workout_sets.distance_meters is 'Up to 1000 km. [personal]';
comment on column public.workout_sets.rpe is 'Rating of perceived exertion, 1 to 10 in half steps. [personal]';
comment on column public.workout_sets.rir is 'Repetitions in reserve, 0 to 10 in half steps. [personal]';
comment on column public.workout_sets.side is 'left, right, or null where both work. [personal]';
comment on column public.workout_sets.rest_seconds is
  'Rest after the set as it was; it began at completed_at, and until it is over target says how long it is to be. '
  '[personal]';
comment on column public.workout_sets.tempo is
  'Seconds down, held, up, held, X for as fast as possible: 31X0 or 3-1-X-0. [personal]';
comment on column public.workout_sets.incline_percent is 'Rise over run, -30.0 to 60.0. [personal]';
comment on column public.workout_sets.steps is '0 to 200000. [personal]';
comment on column public.workout_sets.notes is 'At most 1000 characters. [personal]';
comment on column public.workout_sets.target is
  'What was prescribed, with the same field names, at most 4000 characters of JSON; null where nothing was. [personal]';
comment on column public.workout_sets.completed_at is 'When the user ticked it off. [personal]';
comment on column public.workout_sets.version is 'Raised with every change. Derived. [none]';
comment on column public.workout_sets.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.workout_sets.created_at is '[none]';
comment on column public.workout_sets.updated_at is '[none]';
comment on policy workout_sets_select_viewer on public.workout_sets is 'Whoever may see the workout.';
