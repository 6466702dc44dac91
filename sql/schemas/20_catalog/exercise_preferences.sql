-- What one user set for one exercise, global or own. Nobody else ever reads it.
create table public.exercise_preferences (
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  is_favorite boolean not null default false,
  default_rest_seconds integer,
  unit_system text,
  pinned_note text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint exercise_preferences_pkey primary key (user_id, exercise_id),
  constraint exercise_preferences_default_rest_seconds_range_check check (default_rest_seconds between 0 and 3600),
  constraint exercise_preferences_unit_system_check check (unit_system in ('metric', 'imperial')),
  constraint exercise_preferences_pinned_note_length_check check (char_length(pinned_note) between 1 and 1000)
);

create index exercise_preferences_exercise_id_idx on public.exercise_preferences (exercise_id);
create index exercise_preferences_user_id_changed_in_idx on public.exercise_preferences (user_id, changed_in);

alter table public.exercise_preferences enable row level security;

create policy exercise_preferences_select_owner on public.exercise_preferences
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy exercise_preferences_insert_owner on public.exercise_preferences
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy exercise_preferences_update_owner on public.exercise_preferences
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy exercise_preferences_delete_owner on public.exercise_preferences
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.exercise_preferences from anon, authenticated;
grant select, delete on public.exercise_preferences to authenticated;
grant insert (exercise_id, is_favorite, default_rest_seconds, unit_system, pinned_note)
  on public.exercise_preferences to authenticated;
grant update (exercise_id, is_favorite, default_rest_seconds, unit_system, pinned_note)
  on public.exercise_preferences to authenticated;
grant all on public.exercise_preferences to service_role;

create trigger exercise_preferences_00_lock_user_data
  before insert or update or delete on public.exercise_preferences
  for each statement execute function private.tg_lock_user_data();

create trigger exercise_preferences_10_keep_exercise
  before update of exercise_id on public.exercise_preferences
  for each row execute function private.tg_keep('exercise_id');

create trigger exercise_preferences_20_exercise
  before insert on public.exercise_preferences
  for each row execute function private.tg_check_exercise();

create trigger exercise_preferences_30_mark_change
  before update on public.exercise_preferences
  for each row execute function private.tg_mark_change();

create trigger exercise_preferences_40_enforce_quota
  after insert on public.exercise_preferences
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('exercise_preferences', 'user_id');

create trigger exercise_preferences_70_bury
  after delete on public.exercise_preferences
  referencing old table as old_rows
  for each statement execute function private.tg_bury('exercise_id');

comment on table public.exercise_preferences is
  'A user''s favourites and settings by exercise. Clients upsert them, without user_id. Errors: 409 id_unusable for '
  'an exercise that the caller does not see, 409 column_immutable.';
comment on column public.exercise_preferences.user_id is 'Owner: whoever inserts the row. [personal]';
comment on column public.exercise_preferences.exercise_id is 'A global exercise or one of the owner''s. [personal]';
comment on column public.exercise_preferences.is_favorite is 'Favourites rank up in search. [personal]';
comment on column public.exercise_preferences.default_rest_seconds is
  'Rest between sets where a routine says nothing, 0 to 3600; null to leave it to the client. [personal]';
comment on column public.exercise_preferences.unit_system is
  'In which units the client shows its loads: metric or imperial; null for the user''s own setting. [personal]';
comment on column public.exercise_preferences.pinned_note is
  'Shown whenever the exercise is done, such as a seat height. [personal]';
comment on column public.exercise_preferences.version is
  'Raised with every change: a client that read version n updates where version = n, and touches no row when somebody '
  'was faster. [none]';
comment on column public.exercise_preferences.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.exercise_preferences.created_at is '[none]';
comment on column public.exercise_preferences.updated_at is '[none]';
