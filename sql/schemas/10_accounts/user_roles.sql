-- Who may do more than a user. Rows, not claims: a role that is revoked is gone with the next statement.
create table public.user_roles (
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null,
  granted_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),

  constraint user_roles_pkey primary key (user_id, role),
  constraint user_roles_role_check check (role in ('moderator', 'admin'))
);

create index user_roles_granted_by_idx on public.user_roles (granted_by);

alter table public.user_roles enable row level security;

create policy user_roles_select_owner_or_admin on public.user_roles
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.has_role('admin')));

revoke all on public.user_roles from anon, authenticated, service_role;
grant select on public.user_roles to authenticated, service_role;

create trigger user_roles_10_keep_last_admin
  before delete or update of role, user_id on public.user_roles
  for each row execute function private.tg_keep_last_admin();

create trigger user_roles_20_audit
  after insert or delete or update of role, user_id on public.user_roles
  for each row execute function private.tg_audit_role();

-- The ledger comes before the roles that may read it.
create policy audit_events_select_admin on public.audit_events
  for select to authenticated
  using ((select private.has_role('admin')));

-- So do the jobs.
create policy jobs_select_owner_or_moderator on public.jobs
  for select to authenticated
  using (user_id = (select auth.uid()) or (user_id is null and (select private.has_role('moderator'))));

comment on table public.user_roles is
  'Roles of users. Users read their own, admins all; grant_role() and revoke_role() write them.';
comment on column public.user_roles.user_id is '[personal]';
comment on column public.user_roles.role is
  'moderator (reviews what users share) or admin (all of that, and roles). [personal]';
comment on column public.user_roles.granted_by is 'The admin who granted it; null for the first. [personal]';
comment on column public.user_roles.created_at is '[none]';
