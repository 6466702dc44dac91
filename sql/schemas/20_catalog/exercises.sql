-- Movements. Rows without a user are the global catalogue, loaded from sql/catalog; rows with one are that user's own.
create table public.exercises (
  id uuid primary key,
  user_id uuid default auth.uid() references auth.users (id) on delete cascade,
  slug text,
  name text not null,
  kind text not null,
  category text not null,
  mechanic text,
  force text,
  level text not null,
  is_unilateral boolean not null default false,
  body_weight_share numeric(3, 2) not null default 0,
  variation_group text,
  instructions text[] not null default '{}',
  cues text[] not null default '{}',
  source text not null default 'user',
  license text not null default 'LicenseRef-owner',
  archived_at timestamptz,
  replaced_by uuid references public.exercises (id) on delete set null,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint exercises_id_kind_key unique (id, kind),
  constraint exercises_slug_key unique (slug),
  constraint exercises_slug_is_global_check check ((slug is null) = (user_id is not null)),
  -- Ids of global exercises are computable by anybody: one that a client took would be overwritten by the loader.
  constraint exercises_custom_id_is_not_derived_check
    check (user_id is null or uuid_extract_version(id) is distinct from 5),
  constraint exercises_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint exercises_kind_check check (kind in (
    'weight_reps', 'reps_only', 'bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight',
    'duration', 'weight_duration', 'distance_duration', 'weight_distance'
  )),
  constraint exercises_category_check check (category in (
    'strength', 'olympic', 'plyometric', 'strongman', 'cardio', 'mobility', 'stretching'
  )),
  constraint exercises_mechanic_check check (mechanic in ('compound', 'isolation')),
  constraint exercises_force_check check (force in ('push', 'pull', 'static')),
  constraint exercises_level_check check (level in ('beginner', 'intermediate', 'advanced')),
  constraint exercises_body_weight_share_range_check check (body_weight_share between 0 and 1),
  constraint exercises_replaced_by_another_check check (replaced_by <> id),
  constraint exercises_replaced_is_archived_check check (replaced_by is null or archived_at is not null),
  constraint exercises_variation_group_form_check check (variation_group ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  constraint exercises_instructions_size_check check (
    cardinality(instructions) <= 30 and char_length(array_to_string(instructions, '')) <= 10000
    and array_position(instructions, null) is null
  ),
  constraint exercises_cues_size_check check (
    cardinality(cues) <= 20 and char_length(array_to_string(cues, '')) <= 4000 and array_position(cues, null) is null
  )
);

create index exercises_user_id_idx on public.exercises (user_id, name);
create index exercises_replaced_by_idx on public.exercises (replaced_by);
create index exercises_user_id_changed_in_idx on public.exercises (user_id, changed_in);

alter table public.exercises enable row level security;

create policy exercises_select_anon on public.exercises
  for select to anon
  using (user_id is null);

create policy exercises_select_viewer on public.exercises
  for select to authenticated
  using (user_id is null or user_id = (select auth.uid()));

create policy exercises_insert_owner on public.exercises
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy exercises_update_owner on public.exercises
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

revoke all on public.exercises from anon, authenticated;
grant select on public.exercises to anon, authenticated;
grant insert (
  id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions,
  cues
) on public.exercises to authenticated;
grant update (
  id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, variation_group, instructions,
  cues
) on public.exercises to authenticated;
grant all on public.exercises to service_role;

create trigger exercises_00_lock_user_data
  before insert or update or delete on public.exercises
  for each statement execute function private.tg_lock_user_data();

create trigger exercises_10_keep
  before update of id, user_id on public.exercises
  for each row execute function private.tg_keep('id', 'user_id');

create trigger exercises_30_mark_change
  before update on public.exercises
  for each row execute function private.tg_mark_change();

create trigger exercises_40_enforce_quota
  after insert on public.exercises
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('custom_exercises', 'user_id');

create trigger exercises_50_index_insert
  after insert on public.exercises
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('id');

create trigger exercises_50_index_update
  after update on public.exercises
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('id');

create trigger exercises_70_bury
  after delete on public.exercises
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.exercises is
  'The exercise catalogue: global rows, readable without an account, and users'' own, which save_exercise() or the '
  'table itself writes, and delete_exercise() removes. Errors: 409 column_immutable, kind_in_use, quota_exceeded.';
comment on column public.exercises.id is
  'Of a global exercise: uuid v5 of its slug, the same in every environment. Of a custom one made by the client, of '
  'any other version (v7 recommended). [none]';
comment on column public.exercises.user_id is 'Owner of a custom exercise; null in the global catalogue. [personal]';
comment on column public.exercises.slug is 'Stable key of a global exercise, such as barbell-bench-press. [none]';
comment on column public.exercises.name is
  'English name, unique by convention within the catalogue; of a custom exercise as its owner named it. [personal]';
comment on column public.exercises.kind is
  'Which fields its sets have: weight_reps, reps_only, bodyweight_reps, weighted_bodyweight, assisted_bodyweight, '
  'duration, weight_duration, distance_duration or weight_distance. See private.kind_allows(). [none]';
comment on column public.exercises.category is
  'strength, olympic, plyometric, strongman, cardio, mobility or stretching. [none]';
comment on column public.exercises.mechanic is
  'compound (several joints), isolation (one), or null where it does not apply. [none]';
comment on column public.exercises.force is 'push, pull, static, or null where it does not apply. [none]';
comment on column public.exercises.level is 'Experience it takes: beginner, intermediate or advanced. [none]';
comment on column public.exercises.is_unilateral is 'Whether one side works at a time. [none]';
comment on column public.exercises.body_weight_share is
  'Share of body weight that a repetition moves, 0 to 1: 1 for a pull-up, 0 for external load only. [none]';
comment on column public.exercises.variation_group is 'Movements that are variations of one another share it. [none]';
comment on column public.exercises.instructions is 'How to do it, one step an element. [personal]';
comment on column public.exercises.cues is 'What to think of while doing it, one an element. [personal]';
comment on column public.exercises.source is 'Where the row comes from: user for custom exercises. [none]';
comment on column public.exercises.license is
  'SPDX identifier of the licence of its texts; LicenseRef-owner while they are their owner''s alone. [none]';
comment on column public.exercises.archived_at is 'Set when it is no longer offered; history keeps it. [none]';
comment on column public.exercises.replaced_by is
  'Into which exercise it was merged, the final one of any chain: whoever still writes this id means that one. [none]';
comment on column public.exercises.version is
  'Raised with every change of the exercise, its muscles, equipment or aliases. Derived. [none]';
comment on column public.exercises.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.exercises.created_at is '[none]';
comment on column public.exercises.updated_at is '[none]';
comment on policy exercises_select_anon on public.exercises is 'The global catalogue is open to everybody.';
