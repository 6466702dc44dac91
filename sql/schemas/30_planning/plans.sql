-- A programme: weeks and days that point at routines of the same owner.
create table public.plans (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  name text not null,
  description text,
  goal text,
  level text,
  tags text[] not null default '{}',
  weeks smallint not null default 1,
  deload_weeks smallint[] not null default '{}',
  is_repeating boolean not null default false,
  visibility text not null default 'private',
  effective_visibility text not null default 'private',
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Whatever belongs to a plan refers to it with its owner.
  constraint plans_user_id_id_key unique (user_id, id),
  constraint plans_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint plans_description_length_check check (char_length(description) <= 4000),
  constraint plans_goal_check check (goal in (
    'strength', 'hypertrophy', 'power', 'endurance', 'weight_loss', 'mobility', 'sport', 'general_fitness'
  )),
  constraint plans_level_check check (level in ('beginner', 'intermediate', 'advanced')),
  constraint plans_tags_count_check check (cardinality(tags) <= 20),
  constraint plans_tags_form_check
    check (array_to_string(tags, ',', '') ~ '^([a-z0-9][a-z0-9-]{0,29}(,[a-z0-9][a-z0-9-]{0,29})*)?$'),
  constraint plans_weeks_range_check check (weeks between 1 and 52),
  constraint plans_deload_weeks_range_check check (1 <= all(deload_weeks) and weeks >= all(deload_weeks)),
  constraint plans_visibility_check check (visibility in ('public', 'followers', 'private'))
);

create index plans_user_id_changed_in_idx on public.plans (user_id, changed_in);

alter table public.plans enable row level security;

create policy plans_select_viewer on public.plans
  for select to authenticated
  using (
    user_id = (select auth.uid())
    or (effective_visibility = 'public' and user_id not in (select private.blocked_user_ids()))
    or (effective_visibility = 'followers' and user_id in (select private.followed_user_ids()))
  );

create policy plans_insert_owner on public.plans
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy plans_update_owner on public.plans
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy plans_delete_owner on public.plans
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.plans from anon, authenticated;
grant select, delete on public.plans to authenticated;
grant insert (
  id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility
) on public.plans to authenticated;
grant update (
  id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility
) on public.plans to authenticated;
grant all on public.plans to service_role;

create trigger plans_00_lock_user_data
  before insert or update or delete on public.plans
  for each statement execute function private.tg_lock_user_data();

create trigger plans_10_effective_visibility
  before insert or update of visibility on public.plans
  for each row execute function private.tg_effective_visibility();

create trigger plans_20_keep
  before update of id on public.plans
  for each row execute function private.tg_keep('id');

create trigger plans_25_keep_days_in_plan
  before update of weeks on public.plans
  for each row when (new.weeks < old.weeks)
  execute function private.tg_keep_days_in_plan();

create trigger plans_30_mark_change
  before update on public.plans
  for each row execute function private.tg_mark_change();

create trigger plans_40_enforce_quota
  after insert on public.plans
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('plans', 'user_id');

create trigger plans_70_bury
  after delete on public.plans
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

-- A plan is never seen by more people than its owner's profile.
create trigger profiles_65_narrow_plans
  after update of visibility on public.profiles
  for each row when (old.visibility is distinct from new.visibility)
  execute function private.tg_narrow_shared('plans');

comment on table public.plans is
  'Programmes of weeks and days. Filter by user_id: under RLS alone, every plan that the caller may see is a '
  'candidate.';
comment on column public.plans.id is 'Made by the client (uuid v7). [none]';
comment on column public.plans.user_id is 'Owner. [personal]';
comment on column public.plans.name is 'As the user named it. [personal]';
comment on column public.plans.description is 'At most 4000 characters. [personal]';
comment on column public.plans.goal is
  'strength, hypertrophy, power, endurance, weight_loss, mobility, sport, general_fitness, or null. [personal]';
comment on column public.plans.level is 'Experience it asks for: beginner, intermediate, advanced, or null. [personal]';
comment on column public.plans.tags is 'At most 20, each of a-z, 0-9 and hyphens, 30 characters at most. [personal]';
comment on column public.plans.weeks is 'Length, 1 to 52. [personal]';
comment on column public.plans.deload_weeks is
  'Weeks in which loads are reduced as the progression of each exercise says. [personal]';
comment on column public.plans.is_repeating is
  'Whether it starts over after its last week, instead of ending. [personal]';
comment on column public.plans.visibility is 'What the owner chose: public, followers or private. [none]';
comment on column public.plans.effective_visibility is
  'The least of visibility and the profile''s. Derived; policies read this one. [none]';
comment on column public.plans.version is 'Raised with every change of the plan or its days. Derived. [none]';
comment on column public.plans.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.plans.created_at is '[none]';
comment on column public.plans.updated_at is '[none]';
comment on policy plans_select_viewer on public.plans is
  'The owner, and whoever the effective visibility admits; a block hides both from each other.';
