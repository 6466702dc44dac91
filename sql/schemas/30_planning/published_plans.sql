-- The library of plans, each as one document. Rows without a user are templates, loaded from sql/catalog; the others are
-- what users submitted and moderators approved.
create table public.published_plans (
  id uuid primary key,
  user_id uuid references auth.users (id) on delete cascade,
  slug text,
  name text not null,
  description text,
  goal text,
  level text,
  tags text[] not null default '{}',
  weeks smallint not null,
  is_repeating boolean not null,
  days_per_week smallint not null,
  exercises smallint not null,
  equipment text[] not null default '{}',
  document jsonb not null,
  source text not null,
  license text not null,
  visibility text not null default 'public',
  effective_visibility text not null default 'public',
  removed_at timestamptz,
  removal_reason text,
  like_count integer not null default 0,
  copy_count integer not null default 0,
  completion_count integer not null default 0,
  -- Whoever trains a plan to its end says more of it than whoever copies it, and that more than a like.
  popularity integer not null generated always as (like_count + 3 * copy_count + 10 * completion_count) stored,
  published_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint published_plans_slug_key unique (slug),
  constraint published_plans_slug_is_of_template_check check ((slug is null) = (user_id is not null)),
  constraint published_plans_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint published_plans_document_is_plan_check
    check (jsonb_typeof(document) = 'object' and document ->> 'type' is not distinct from 'plan'),
  constraint published_plans_visibility_check check (visibility in ('public', 'private')),
  constraint published_plans_private_is_removed_check check ((visibility = 'private') = (removed_at is not null)),
  constraint published_plans_removed_for_a_reason_check check ((removed_at is null) = (removal_reason is null)),
  constraint published_plans_removal_reason_length_check check (char_length(removal_reason) between 1 and 2000),
  constraint published_plans_counts_positive_check
    check (like_count >= 0 and copy_count >= 0 and completion_count >= 0)
);

create index published_plans_user_id_idx on public.published_plans (user_id);
-- One for each order of community_plans().
create index published_plans_published_at_idx on public.published_plans (published_at desc, id desc)
  where effective_visibility = 'public';
create index published_plans_like_count_idx on public.published_plans (like_count desc, id desc)
  where effective_visibility = 'public';
create index published_plans_copy_count_idx on public.published_plans (copy_count desc, id desc)
  where effective_visibility = 'public';
create index published_plans_completion_count_idx on public.published_plans (completion_count desc, id desc)
  where effective_visibility = 'public';
create index published_plans_popularity_idx on public.published_plans (popularity desc, id desc)
  where effective_visibility = 'public';
-- For tags that few have.
create index published_plans_tags_idx on public.published_plans using gin (tags);

alter table public.published_plans enable row level security;

create policy published_plans_select_viewer on public.published_plans
  for select to authenticated
  using (
    user_id is null
    or user_id = (select auth.uid())
    or (effective_visibility = 'public' and user_id not in (select private.blocked_user_ids()))
  );

create policy published_plans_delete_owner on public.published_plans
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.published_plans from anon, authenticated;
grant select, delete on public.published_plans to authenticated;
grant all on public.published_plans to service_role;

-- What a template is seen by does not depend on anybody.
create trigger published_plans_10_effective_visibility
  before insert or update of visibility on public.published_plans
  for each row when (new.user_id is not null)
  execute function private.tg_effective_visibility();

-- Counts are no edits.
create trigger published_plans_20_touch
  before update of name, description, document, visibility on public.published_plans
  for each row execute function private.tg_touch();

create trigger published_plans_30_index
  after insert or update of name, description, goal, level, tags, document on public.published_plans
  for each row execute function private.tg_index_published_plan();

-- A published plan is in the library while its author's profile is public.
create trigger profiles_70_narrow_published_plans
  after update of visibility on public.profiles
  for each row when (old.visibility is distinct from new.visibility)
  execute function private.tg_narrow_published_plans();

create trigger users_40_lock_published_plans
  before delete on auth.users
  for each row execute function private.tg_lock_published_plans();

comment on table public.published_plans is
  'Plans for everybody to copy with copy_plan(), as they were when they were published. What is not in document '
  'repeats it, for lists and filters.';
comment on column public.published_plans.id is 'Of a template: derived from its slug, the same in every environment. [none]';
comment on column public.published_plans.user_id is 'Whose plan it is; null of a template. [personal]';
comment on column public.published_plans.slug is 'Stable key of a template, such as five-by-five-linear. [none]';
comment on column public.published_plans.name is '[personal]';
comment on column public.published_plans.description is '[personal]';
comment on column public.published_plans.goal is 'As in plans. [personal]';
comment on column public.published_plans.level is 'As in plans. [personal]';
comment on column public.published_plans.tags is 'As in plans. [personal]';
comment on column public.published_plans.weeks is 'Length of one cycle. [personal]';
comment on column public.published_plans.is_repeating is 'Whether it starts over after its last week. [personal]';
comment on column public.published_plans.days_per_week is 'Training days of its fullest week. [personal]';
comment on column public.published_plans.exercises is 'How many different ones it has. [personal]';
comment on column public.published_plans.equipment is 'All that its exercises need. [personal]';
comment on column public.published_plans.document is
  'The whole plan in the form in which plans are shared: {type, name, …, days, routines, exercises}, with keys in '
  'place of ids. [personal]';
comment on column public.published_plans.source is 'Where the row comes from. [none]';
comment on column public.published_plans.license is 'SPDX identifier of the licence of its texts. [none]';
comment on column public.published_plans.visibility is
  'public, or private once a moderator has taken it out of the library. [none]';
comment on column public.published_plans.effective_visibility is
  'The least of visibility and the author''s profile''s; only public ones are in the library. Derived; policies read '
  'this one. [none]';
comment on column public.published_plans.removed_at is 'When a moderator took it out of the library. [personal]';
comment on column public.published_plans.removal_reason is 'What the author is told about that. [personal]';
comment on column public.published_plans.like_count is 'Rows of plan_likes. Derived. [none]';
comment on column public.published_plans.copy_count is 'How many users copied it, each once. Derived. [none]';
comment on column public.published_plans.completion_count is
  'How many users trained a copy through, each once. Derived. [none]';
comment on column public.published_plans.popularity is
  'One for a like, three for a copy, ten for a completion. Derived. [none]';
comment on column public.published_plans.published_at is 'When it was first published. [none]';
comment on column public.published_plans.created_at is '[none]';
comment on column public.published_plans.updated_at is '[none]';
comment on policy published_plans_select_viewer on public.published_plans is
  'Templates, what is in the library, and one''s own whatever became of it; a block hides both from each other.';
