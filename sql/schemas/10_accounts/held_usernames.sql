-- Usernames that were given up and are kept back for a while, so that nobody steps into somebody else's shoes. Only a
-- digest is kept: the name of a deleted account is not to be read anywhere.
create table private.held_usernames (
  digest bytea primary key,
  user_id uuid references auth.users (id) on delete set null,
  expires_at timestamptz not null
);

create index held_usernames_user_id_idx on private.held_usernames (user_id);

alter table private.held_usernames enable row level security;

revoke all on private.held_usernames from anon, authenticated;

comment on table private.held_usernames is
  'Given-up usernames that only their former owner may take before expires_at.';
comment on column private.held_usernames.digest is 'SHA-256 of the skeleton. [personal]';
comment on column private.held_usernames.user_id is 'Former owner; null once the account is gone. [personal]';
comment on column private.held_usernames.expires_at is '90 days after it was given up. [none]';
