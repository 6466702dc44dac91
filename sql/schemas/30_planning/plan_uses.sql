-- Who made a copy of a plan of the community library, and who trained one to its end: each user counts once, however
-- often they do it.
create table public.plan_uses (
  user_id uuid not null references auth.users (id) on delete cascade,
  published_plan_id uuid not null references public.published_plans (id) on delete cascade,
  type text not null,
  created_at timestamptz not null default now(),

  constraint plan_uses_pkey primary key (user_id, published_plan_id, type),
  constraint plan_uses_type_check check (type in ('copy', 'completion'))
);

create index plan_uses_published_plan_id_idx on public.plan_uses (published_plan_id, type);

alter table public.plan_uses enable row level security;

create policy plan_uses_select_owner on public.plan_uses
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.plan_uses from anon, authenticated;
grant select on public.plan_uses to authenticated;
grant all on public.plan_uses to service_role;

create trigger plan_uses_10_keep
  before update on public.plan_uses
  for each row execute function private.tg_keep('user_id', 'published_plan_id', 'type');

create trigger plan_uses_20_count_insert
  after insert on public.plan_uses
  referencing new table as changed_rows
  for each statement execute function private.tg_count_plan_uses();

create trigger plan_uses_20_count_delete
  after delete on public.plan_uses
  referencing old table as changed_rows
  for each statement execute function private.tg_count_plan_uses();

comment on table public.plan_uses is
  'Copies and completions of published plans, once a user. Written when a copy is made, and when one is trained '
  'through, as private.count_plan_completion() has it; everybody reads their own alone.';
comment on column public.plan_uses.user_id is 'Who copied or completed it. [personal]';
comment on column public.plan_uses.published_plan_id is '[personal]';
comment on column public.plan_uses.type is 'copy or completion. [personal]';
comment on column public.plan_uses.created_at is 'The first time. [personal]';
