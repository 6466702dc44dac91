-- A link by which whoever holds it reads a routine or plan, and copies it, whatever its visibility. The link is a token,
-- of which nothing but a digest is stored.
create table public.share_links (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  routine_id uuid,
  plan_id uuid,
  token_hash bytea not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  max_copies integer,
  view_count integer not null default 0,
  copy_count integer not null default 0,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),

  constraint share_links_token_hash_key unique (token_hash),
  constraint share_links_routine_fkey
    foreign key (user_id, routine_id) references public.routines (user_id, id) on delete cascade,
  constraint share_links_plan_fkey
    foreign key (user_id, plan_id) references public.plans (user_id, id) on delete cascade,
  constraint share_links_routine_or_plan_check check (num_nonnulls(routine_id, plan_id) = 1),
  constraint share_links_token_hash_is_sha256_check check (length(token_hash) = 32),
  constraint share_links_expires_after_created_check check (expires_at > created_at),
  constraint share_links_max_copies_positive_check check (max_copies > 0),
  constraint share_links_copy_count_range_check check (copy_count between 0 and coalesce(max_copies, copy_count)),
  constraint share_links_view_count_positive_check check (view_count >= 0)
);

create index share_links_routine_idx on public.share_links (user_id, routine_id);
create index share_links_plan_idx on public.share_links (user_id, plan_id);
-- What the cron job forget-share-links looks up.
create index share_links_expires_at_idx on public.share_links (expires_at);

alter table public.share_links enable row level security;

create policy share_links_select_owner on public.share_links
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy share_links_delete_owner on public.share_links
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.share_links from anon, authenticated;
grant select, delete on public.share_links to authenticated;
grant all on public.share_links to service_role;

-- Not before updates: those count the views and copies of others, who have no business with the owner's lock.
create trigger share_links_00_lock_user_data
  before insert or delete on public.share_links
  for each statement execute function private.tg_lock_user_data();

create trigger share_links_10_keep
  before update of id, user_id, routine_id, plan_id, token_hash on public.share_links
  for each row execute function private.tg_keep('id', 'user_id', 'routine_id', 'plan_id', 'token_hash');

create trigger share_links_20_enforce_quota
  after insert on public.share_links
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('share_links', 'user_id');

comment on table public.share_links is
  'Links to routines and plans, written by create_share_link() and revoke_share_link(). Nobody but the owner sees '
  'them; get_shared() and copy_shared() look one up by its token.';
comment on column public.share_links.id is 'Made by the client (uuid v7). [none]';
comment on column public.share_links.user_id is 'Owner of the link and of what it leads to. [personal]';
comment on column public.share_links.routine_id is 'The routine that it leads to, or null. [personal]';
comment on column public.share_links.plan_id is 'The plan that it leads to, or null. [personal]';
comment on column public.share_links.token_hash is
  'SHA-256 of the token. The token itself is derived when it is answered, and stored nowhere. [none]';
comment on column public.share_links.expires_at is 'From then on it leads nowhere. [personal]';
comment on column public.share_links.revoked_at is 'Since when it leads nowhere by the owner''s will. [personal]';
comment on column public.share_links.max_copies is
  'How many copies it is good for, after which it leads nowhere; null for any number. [personal]';
comment on column public.share_links.view_count is 'How often others opened it. [none]';
comment on column public.share_links.copy_count is 'How many copies were made by it. [none]';
comment on column public.share_links.last_used_at is 'When another last opened it or copied by it. [none]';
comment on column public.share_links.created_at is '[none]';
