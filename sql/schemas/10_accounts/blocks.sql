-- Who wants nothing to do with whom. Policies read it through private.blocked_user_ids(): under RLS the blocked user
-- cannot see the row, so a policy that queried this table itself would fail open.
create table public.blocks (
  blocker_id uuid not null references auth.users (id) on delete cascade,
  blocked_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),

  constraint blocks_pkey primary key (blocker_id, blocked_id),
  constraint blocks_not_oneself_check check (blocker_id <> blocked_id)
);

create index blocks_blocked_id_idx on public.blocks (blocked_id, blocker_id);

alter table public.blocks enable row level security;

create policy blocks_select_blocker on public.blocks
  for select to authenticated
  using (blocker_id = (select auth.uid()));

revoke all on public.blocks from anon, authenticated;
grant select on public.blocks to authenticated;
grant all on public.blocks to service_role;

comment on table public.blocks is 'Who blocked whom. Only the blocker reads it; the social RPCs write it.';
comment on column public.blocks.blocker_id is 'The user who blocks. [personal]';
comment on column public.blocks.blocked_id is 'The user who is blocked, and never told. [personal]';
comment on column public.blocks.created_at is '[personal]';
