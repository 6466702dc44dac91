-- What ids of imported rows are derived from. Random, so that nobody but the database can know, or take, the id that a
-- workout of somebody's file will have.
create table private.import_namespaces (
  user_id uuid primary key references auth.users (id) on delete cascade,
  namespace uuid not null default gen_random_uuid()
);

alter table private.import_namespaces enable row level security;

revoke all on private.import_namespaces from anon, authenticated;
grant select, insert on private.import_namespaces to service_role;

comment on table private.import_namespaces is 'One random uuid a user, made by private.import_namespace().';
comment on column private.import_namespaces.user_id is '[personal]';
comment on column private.import_namespaces.namespace is 'Namespace of uuids of version 5. [none]';
