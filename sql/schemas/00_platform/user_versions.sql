-- A number for each user that every change of their data raises, so that an answer made from it can be known to be
-- fresh without making it again.
create table private.user_versions (
  user_id uuid primary key references auth.users (id) on delete cascade,
  version bigint not null,
  raised_in xid8 not null
);

alter table private.user_versions enable row level security;

revoke all on private.user_versions from anon, authenticated;

comment on table private.user_versions is
  'The version of each user''s data. Only private.raise_user_version() writes it, under the lock of that user.';
comment on column private.user_versions.user_id is '[personal]';
comment on column private.user_versions.version is 'How many transactions wrote data of the user. [none]';
comment on column private.user_versions.raised_in is 'The last of them, which raises it once. [none]';
