-- Who follows whom. Policies of everything shared read it through private.followed_user_ids().
create table public.follows (
  follower_id uuid not null references auth.users (id) on delete cascade,
  followee_id uuid not null references auth.users (id) on delete cascade,
  status text not null default 'pending',
  created_at timestamptz not null default now(),

  constraint follows_pkey primary key (follower_id, followee_id),
  constraint follows_not_oneself_check check (follower_id <> followee_id),
  constraint follows_status_check check (status in ('pending', 'accepted'))
);

create index follows_followee_id_idx on public.follows (followee_id, follower_id);

alter table public.follows enable row level security;

create policy follows_select_party on public.follows
  for select to authenticated
  using (follower_id = (select auth.uid()) or followee_id = (select auth.uid()));

revoke all on public.follows from anon, authenticated;
grant select on public.follows to authenticated;
grant all on public.follows to service_role;

comment on table public.follows is 'Who follows whom. Both parties read their rows; the social RPCs write them.';
comment on column public.follows.follower_id is 'The user who follows. [personal]';
comment on column public.follows.followee_id is 'The user who is followed. [personal]';
comment on column public.follows.status is 'pending until the followee accepts; only accepted counts. [personal]';
comment on column public.follows.created_at is '[personal]';
