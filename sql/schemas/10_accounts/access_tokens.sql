-- A token by which another program reads some of a user's data, for as long as the user lets it. Nothing but a digest of
-- it is stored.
create table public.access_tokens (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),

  constraint access_tokens_token_hash_key unique (token_hash),
  constraint access_tokens_token_hash_is_sha256_check check (length(token_hash) = 32),
  constraint access_tokens_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint access_tokens_scopes_check check (cardinality(scopes) > 0 and scopes <@ array['workouts:read']),
  constraint access_tokens_expires_after_created_check check (expires_at > created_at)
);

create index access_tokens_user_id_idx on public.access_tokens (user_id);
-- What the cron job forget-access-tokens looks up.
create index access_tokens_ended_at_idx on public.access_tokens (least(revoked_at, expires_at));

alter table public.access_tokens enable row level security;

create policy access_tokens_select_owner on public.access_tokens
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.access_tokens from anon, authenticated;
grant select (id, user_id, name, scopes, expires_at, revoked_at, last_used_at, created_at)
  on public.access_tokens to authenticated;
grant all on public.access_tokens to service_role;

create trigger access_tokens_10_keep
  before update of id, user_id, token_hash, scopes on public.access_tokens
  for each row execute function private.tg_keep('id', 'user_id', 'token_hash', 'scopes');

create trigger access_tokens_20_enforce_quota
  after insert on public.access_tokens
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('access_tokens', 'user_id');

comment on table public.access_tokens is
  'Tokens of users for other programs, written by create_access_token() and revoke_access_token(). Read columns by '
  'name: the digest is nobody''s. A token opens routes of functions that name a scope, and nothing of REST.';
comment on column public.access_tokens.id is 'Made by the client (uuid v7). [none]';
comment on column public.access_tokens.user_id is 'Whose data it opens. [personal]';
comment on column public.access_tokens.name is 'By which the owner knows it again. [personal]';
comment on column public.access_tokens.token_hash is
  'SHA-256 of the token, which is 256 random bits and stored nowhere. [none]';
comment on column public.access_tokens.scopes is 'What it opens: workouts:read. [personal]';
comment on column public.access_tokens.expires_at is 'From then on it opens nothing. [personal]';
comment on column public.access_tokens.revoked_at is 'Since when it opens nothing by the owner''s will. [personal]';
comment on column public.access_tokens.last_used_at is 'When it last opened something, to a minute. [personal]';
comment on column public.access_tokens.created_at is '[none]';
