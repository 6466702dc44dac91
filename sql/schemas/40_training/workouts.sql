-- One performed training session of one user. Its exercises and sets hang below it and are seen by whoever may see it.
create table public.workouts (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  revision integer not null default 1,
  name text not null,
  notes text,
  started_at timestamptz not null,
  ended_at timestamptz,
  time_zone text not null,
  day_start_hour smallint not null default 0,
  local_date date not null default current_date,
  visibility text not null default 'private',
  effective_visibility text not null default 'private',
  session_rpe numeric(3, 1),
  routine_id uuid,
  enrollment_id uuid,
  source text,
  external_id text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Its exercises refer to it with their copies of user_id and local_date.
  constraint workouts_user_id_local_date_id_key unique (user_id, local_date, id),
  constraint workouts_user_id_source_external_id_key unique (user_id, source, external_id),
  constraint workouts_routine_fkey
    foreign key (user_id, routine_id) references public.routines (user_id, id) on delete set null (routine_id),
  constraint workouts_enrollment_fkey
    foreign key (user_id, enrollment_id) references public.enrollments (user_id, id) on delete set null (enrollment_id),
  constraint workouts_revision_positive_check check (revision >= 1),
  constraint workouts_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint workouts_notes_length_check check (char_length(notes) <= 4000),
  constraint workouts_started_at_range_check check (started_at >= '1969-12-31Z' and started_at < '2101-01-01Z'),
  constraint workouts_ended_after_started_check check (ended_at >= started_at),
  constraint workouts_visibility_check check (visibility in ('public', 'followers', 'private')),
  constraint workouts_session_rpe_range_check check (session_rpe between 0 and 10),
  constraint workouts_session_rpe_half_steps_check check (session_rpe * 2 = trunc(session_rpe * 2)),
  constraint workouts_source_form_check check (source ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint workouts_external_id_length_check check (char_length(external_id) between 1 and 200),
  constraint workouts_external_id_has_source_check check (external_id is null or source is not null)
);

create index workouts_user_id_started_at_idx on public.workouts (user_id, started_at desc, id);
-- start_workout() asks for the live ones, of which there are hardly any.
create index workouts_user_id_live_idx on public.workouts (user_id) where ended_at is null;
create index workouts_routine_idx on public.workouts (user_id, routine_id);
create index workouts_enrollment_idx on public.workouts (user_id, enrollment_id, local_date);
create index workouts_user_id_changed_in_idx on public.workouts (user_id, changed_in);

alter table public.workouts enable row level security;

create policy workouts_select_viewer on public.workouts
  for select to authenticated
  using (
    user_id = (select auth.uid())
    or (effective_visibility = 'public' and user_id not in (select private.blocked_user_ids()))
    or (effective_visibility = 'followers' and user_id in (select private.followed_user_ids()))
  );

create policy workouts_insert_owner on public.workouts
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy workouts_update_owner on public.workouts
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy workouts_delete_owner on public.workouts
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.workouts from anon, authenticated;
grant select, delete on public.workouts to authenticated;
grant insert (
  id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe, routine_id, enrollment_id,
  source, external_id
) on public.workouts to authenticated;
grant update (
  id, revision, name, notes, started_at, ended_at, time_zone, visibility, session_rpe, routine_id, enrollment_id,
  source, external_id
) on public.workouts to authenticated;
grant all on public.workouts to service_role;

create trigger workouts_00_lock_user_data
  before insert or update or delete on public.workouts
  for each statement execute function private.tg_lock_user_data();

create trigger workouts_05_time_zone
  before insert or update of time_zone on public.workouts
  for each row execute function private.tg_check_time_zone();

-- local_date early: its exercises, their sets and the rollups carry it.
create trigger workouts_10_local_date
  before insert or update of started_at, time_zone on public.workouts
  for each row execute function private.tg_local_date('started_at');

create trigger workouts_20_effective_visibility
  before insert or update of visibility on public.workouts
  for each row execute function private.tg_effective_visibility();

create trigger workouts_25_require_own_routine
  before insert or update of routine_id on public.workouts
  for each row when (new.routine_id is not null)
  execute function private.tg_require_own('routines', 'routine_id');

create trigger workouts_26_require_own_enrollment
  before insert or update of enrollment_id on public.workouts
  for each row when (new.enrollment_id is not null)
  execute function private.tg_require_own('enrollments', 'enrollment_id');

create trigger workouts_30_keep
  before update of id on public.workouts
  for each row execute function private.tg_keep('id');

create trigger workouts_40_mark_change
  before update on public.workouts
  for each row execute function private.tg_mark_change();

create trigger workouts_50_enforce_quota
  after insert on public.workouts
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_workout_quota('workouts_per_day');

create trigger workouts_70_bury
  after delete on public.workouts
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

create trigger workouts_60_complete_enrollment
  after insert or update of ended_at, enrollment_id, routine_id, started_at on public.workouts
  for each row when (new.enrollment_id is not null and new.ended_at is not null)
  execute function private.tg_complete_enrollment();

-- A workout is never seen by more people than its owner's profile.
create trigger profiles_50_narrow_workouts
  after update of visibility on public.profiles
  for each row when (old.visibility is distinct from new.visibility)
  execute function private.tg_narrow_shared('workouts');

comment on table public.workouts is
  'Performed training sessions. A workout is live until ended_at is set. Filter by user_id: under RLS alone, every '
  'workout that the caller may see is a candidate.';
comment on column public.workouts.id is
  'Made by the client (uuid v7), so that a retry after a lost answer adds nothing. [none]';
comment on column public.workouts.user_id is 'Owner. [personal]';
comment on column public.workouts.revision is 'Raised by the client with each edit that log_workout() sends. [none]';
comment on column public.workouts.name is 'As the user named it. [personal]';
comment on column public.workouts.notes is 'At most 4000 characters. [personal]';
comment on column public.workouts.started_at is '[personal]';
comment on column public.workouts.ended_at is 'Null while the workout is live. [personal]';
comment on column public.workouts.time_zone is 'IANA name of the zone the user was in. [personal]';
comment on column public.workouts.day_start_hour is
  'The owner''s setting when the workout was logged: local_date does not move when the setting changes. Derived. '
  '[personal]';
comment on column public.workouts.local_date is
  'The day the user would name: started_at in time_zone, less day_start_hour. Derived. [personal]';
comment on column public.workouts.visibility is 'What the owner chose: public, followers or private. [none]';
comment on column public.workouts.effective_visibility is
  'The least of visibility and the profile''s. Derived; policies read this one. [none]';
comment on column public.workouts.session_rpe is
  'Effort of the whole session, 0 to 10 in half steps (Foster 1998). [personal]';
comment on column public.workouts.routine_id is
  'The routine that it followed; null for none, and once the routine is deleted. [personal]';
comment on column public.workouts.enrollment_id is
  'The enrollment that it was a session of; null for none. [personal]';
comment on column public.workouts.source is
  'Where it came from, such as healthkit, health_connect, strong or hevy; null where it was typed into the app. '
  '[personal]';
comment on column public.workouts.external_id is
  'What source calls it: one workout of a user for each, so that nothing comes in twice. [personal]';
comment on column public.workouts.version is 'Raised with every change. Derived. [none]';
comment on column public.workouts.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.workouts.created_at is '[none]';
comment on column public.workouts.updated_at is '[none]';
comment on policy workouts_select_viewer on public.workouts is
  'The owner, and whoever the effective visibility admits; a block hides both from each other.';
