-- From whom a routine was copied. Its owner's alone, as plan_sources is.
create table public.routine_sources (
  routine_id uuid primary key,
  user_id uuid not null,
  author_id uuid references auth.users (id) on delete set null,

  constraint routine_sources_routine_fkey
    foreign key (user_id, routine_id) references public.routines (user_id, id) on delete cascade
);

create index routine_sources_routine_idx on public.routine_sources (user_id, routine_id);
create index routine_sources_author_id_idx on public.routine_sources (author_id);

alter table public.routine_sources enable row level security;

create policy routine_sources_select_owner on public.routine_sources
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.routine_sources from anon, authenticated;
grant select on public.routine_sources to authenticated;
grant all on public.routine_sources to service_role;

create trigger routine_sources_10_keep
  before update of routine_id, user_id on public.routine_sources
  for each row execute function private.tg_keep('routine_id', 'user_id');

comment on table public.routine_sources is
  'From whom the routines that are copies were copied. Written when the copy is made; everybody reads their own alone.';
comment on column public.routine_sources.routine_id is 'The copy. [personal]';
comment on column public.routine_sources.user_id is 'Owner of the copy. [personal]';
comment on column public.routine_sources.author_id is
  'Whose routine it was copied from; null once their account is deleted. [personal]';
