-- Plans for everybody, each as one document. Rows without a user are templates, loaded from sql/catalog.
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
  published_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint published_plans_slug_key unique (slug),
  constraint published_plans_slug_is_of_template_check check ((slug is null) = (user_id is not null)),
  constraint published_plans_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint published_plans_document_is_plan_check
    check (jsonb_typeof(document) = 'object' and document ->> 'type' is not distinct from 'plan')
);

create index published_plans_user_id_idx on public.published_plans (user_id);

alter table public.published_plans enable row level security;

create policy published_plans_select_viewer on public.published_plans
  for select to authenticated
  using (user_id is null);

revoke all on public.published_plans from anon, authenticated;
grant select on public.published_plans to authenticated;
grant all on public.published_plans to service_role;

create trigger published_plans_10_touch
  before update on public.published_plans
  for each row execute function private.tg_touch();

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
comment on column public.published_plans.published_at is '[none]';
comment on column public.published_plans.created_at is '[none]';
comment on column public.published_plans.updated_at is '[none]';
comment on policy published_plans_select_viewer on public.published_plans is 'Templates, for whoever is signed in.';
