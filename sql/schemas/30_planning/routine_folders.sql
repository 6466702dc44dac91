-- Where a user keeps routines.
create table public.routine_folders (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  name text not null,
  position smallint not null default 1,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Its routines refer to it with their owner.
  constraint routine_folders_user_id_id_key unique (user_id, id),
  constraint routine_folders_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint routine_folders_position_range_check check (position between 1 and 1000)
);

create index routine_folders_user_id_changed_in_idx on public.routine_folders (user_id, changed_in);

alter table public.routine_folders enable row level security;

create policy routine_folders_select_owner on public.routine_folders
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy routine_folders_insert_owner on public.routine_folders
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy routine_folders_update_owner on public.routine_folders
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy routine_folders_delete_owner on public.routine_folders
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.routine_folders from anon, authenticated;
grant select, delete on public.routine_folders to authenticated;
grant insert (id, name, position) on public.routine_folders to authenticated;
grant update (id, name, position) on public.routine_folders to authenticated;
grant all on public.routine_folders to service_role;

create trigger routine_folders_00_lock_user_data
  before insert or update or delete on public.routine_folders
  for each statement execute function private.tg_lock_user_data();

create trigger routine_folders_10_keep
  before update of id on public.routine_folders
  for each row execute function private.tg_keep('id');

create trigger routine_folders_20_mark_change
  before update on public.routine_folders
  for each row execute function private.tg_mark_change();

create trigger routine_folders_30_enforce_quota
  after insert on public.routine_folders
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('routine_folders', 'user_id');

create trigger routine_folders_70_bury
  after delete on public.routine_folders
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.routine_folders is 'Folders of routines. Deleting one keeps its routines, without a folder.';
comment on column public.routine_folders.id is 'Made by the client (uuid v7). [none]';
comment on column public.routine_folders.user_id is 'Owner. [personal]';
comment on column public.routine_folders.name is 'As the user named it. [personal]';
comment on column public.routine_folders.position is 'Order in the list, from 1. [none]';
comment on column public.routine_folders.version is 'Raised with every change. Derived. [none]';
comment on column public.routine_folders.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.routine_folders.created_at is '[none]';
comment on column public.routine_folders.updated_at is '[none]';
