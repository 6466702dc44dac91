-- What a plan was copied from. Its owner's alone, beside the plan: whoever sees a public copy need not see the original,
-- nor learn whose it is.
create table public.plan_sources (
  plan_id uuid primary key,
  user_id uuid not null,
  author_id uuid references auth.users (id) on delete set null,
  -- Checked at commit: an author's erasure takes the author and the plan away one after the other.
  source_plan_id uuid references public.plans (id) on delete set null deferrable initially deferred,
  published_plan_id uuid references public.published_plans (id) on delete set null deferrable initially deferred,

  constraint plan_sources_plan_fkey
    foreign key (user_id, plan_id) references public.plans (user_id, id) on delete cascade
);

create index plan_sources_plan_idx on public.plan_sources (user_id, plan_id);
create index plan_sources_author_id_idx on public.plan_sources (author_id);
create index plan_sources_source_plan_id_idx on public.plan_sources (source_plan_id);
create index plan_sources_published_plan_id_idx on public.plan_sources (published_plan_id);

alter table public.plan_sources enable row level security;

create policy plan_sources_select_owner on public.plan_sources
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.plan_sources from anon, authenticated;
grant select on public.plan_sources to authenticated;
grant all on public.plan_sources to service_role;

create trigger plan_sources_10_keep
  before update of plan_id, user_id on public.plan_sources
  for each row execute function private.tg_keep('plan_id', 'user_id');

create trigger plan_sources_20_count_copy
  after insert on public.plan_sources
  for each row when (new.published_plan_id is not null)
  execute function private.tg_count_plan_copy();

comment on table public.plan_sources is
  'From whom and what the plans that are copies were copied. Written when the copy is made; everybody reads their own '
  'alone.';
comment on column public.plan_sources.plan_id is 'The copy. [personal]';
comment on column public.plan_sources.user_id is 'Owner of the copy. [personal]';
comment on column public.plan_sources.author_id is
  'Whose plan it was copied from; null for a template, and once their account is deleted. [personal]';
comment on column public.plan_sources.source_plan_id is
  'The plan that it was copied from; null for none that was seen, and once that is deleted. [personal]';
comment on column public.plan_sources.published_plan_id is
  'The published plan that it was copied from; null for none, and once that is gone. [personal]';
