-- Who likes which plan of the community library.
create table public.plan_likes (
  user_id uuid not null references auth.users (id) on delete cascade,
  published_plan_id uuid not null references public.published_plans (id) on delete cascade,
  created_at timestamptz not null default now(),

  constraint plan_likes_pkey primary key (user_id, published_plan_id)
);

create index plan_likes_published_plan_id_idx on public.plan_likes (published_plan_id);

alter table public.plan_likes enable row level security;

create policy plan_likes_select_owner on public.plan_likes
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.plan_likes from anon, authenticated;
grant select on public.plan_likes to authenticated;
grant all on public.plan_likes to service_role;

create trigger plan_likes_10_keep
  before update on public.plan_likes
  for each row execute function private.tg_keep('user_id', 'published_plan_id');

create trigger plan_likes_20_enforce_quota
  after insert on public.plan_likes
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('plan_likes', 'user_id');

create trigger plan_likes_30_count_insert
  after insert on public.plan_likes
  referencing new table as changed_rows
  for each statement execute function private.tg_count_plan_likes();

create trigger plan_likes_30_count_delete
  after delete on public.plan_likes
  referencing old table as changed_rows
  for each statement execute function private.tg_count_plan_likes();

comment on table public.plan_likes is
  'Likes of published plans, written by like_plan() and unlike_plan(). Everybody reads their own alone; how many a plan '
  'has is published_plans.like_count.';
comment on column public.plan_likes.user_id is 'Who likes. [personal]';
comment on column public.plan_likes.published_plan_id is
  'A plan that its user sees, and none of their own. [personal]';
comment on column public.plan_likes.created_at is '[personal]';
