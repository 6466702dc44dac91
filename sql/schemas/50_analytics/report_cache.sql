-- Reports that the function analytics made, for a day at most. Unlogged: after a crash it is empty, and they are made
-- again.
create unlogged table private.report_cache (
  user_id uuid not null references auth.users (id) on delete cascade,
  key text not null,
  body bytea,
  claimed_at timestamptz not null default now(),

  constraint report_cache_pkey primary key (user_id, key),
  constraint report_cache_key_form_check check (key ~ '^[A-Za-z0-9_-]{43}$'),
  constraint report_cache_body_size_check check (octet_length(body) <= 4194304)
);

create index report_cache_claimed_at_idx on private.report_cache (claimed_at);

alter table private.report_cache enable row level security;

revoke all on private.report_cache from anon, authenticated;
grant select, insert, update, delete on private.report_cache to service_role;

comment on table private.report_cache is
  'Finished reports by a digest of all that they are made from, the version of their user''s data among it: what is '
  'stale is not found. Twenty of a user, for a day at most.';
comment on column private.report_cache.user_id is 'Whose report it is. [personal]';
comment on column private.report_cache.key is 'SHA-256 in base64url. [none]';
comment on column private.report_cache.body is 'The report, as JSON or a file; null while it is being made. [health]';
comment on column private.report_cache.claimed_at is 'When somebody began to make it. [none]';
