-- A reusable template of one training day. Its exercises and their sets hang below it and are seen by whoever may see
-- it.
create table public.routines (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  folder_id uuid,
  name text not null,
  notes text,
  position smallint not null default 1,
  visibility text not null default 'private',
  effective_visibility text not null default 'private',
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Whatever belongs to a routine refers to it with its owner.
  constraint routines_user_id_id_key unique (user_id, id),
  constraint routines_folder_fkey
    foreign key (user_id, folder_id) references public.routine_folders (user_id, id) on delete set null (folder_id),
  constraint routines_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]'),
  constraint routines_notes_length_check check (char_length(notes) <= 4000),
  constraint routines_position_range_check check (position between 1 and 1000),
  constraint routines_visibility_check check (visibility in ('public', 'followers', 'private'))
);

create index routines_folder_idx on public.routines (user_id, folder_id);
create index routines_user_id_changed_in_idx on public.routines (user_id, changed_in);


alter table public.routines enable row level security;

create policy routines_select_viewer on public.routines
  for select to authenticated
  using (
    user_id = (select auth.uid())
    or (effective_visibility = 'public' and user_id not in (select private.blocked_user_ids()))
    or (effective_visibility = 'followers' and user_id in (select private.followed_user_ids()))
  );

create policy routines_insert_owner on public.routines
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy routines_update_owner on public.routines
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy routines_delete_owner on public.routines
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.routines from anon, authenticated;
grant select, delete on public.routines to authenticated;
grant insert (id, folder_id, name, notes, position, visibility) on public.routines to authenticated;
grant update (id, folder_id, name, notes, position, visibility) on public.routines to authenticated;
grant all on public.routines to service_role;

create trigger routines_00_lock_user_data
  before insert or update or delete on public.routines
  for each statement execute function private.tg_lock_user_data();

create trigger routines_10_require_own
  before insert or update of folder_id on public.routines
  for each row execute function private.tg_require_own('routine_folders', 'folder_id');

create trigger routines_20_effective_visibility
  before insert or update of visibility on public.routines
  for each row execute function private.tg_effective_visibility();

create trigger routines_30_keep
  before update of id on public.routines
  for each row execute function private.tg_keep('id');

create trigger routines_40_mark_change
  before update on public.routines
  for each row execute function private.tg_mark_change();

create trigger routines_45_keep_planned
  before delete on public.routines
  for each row execute function private.tg_keep_planned_routine();

create trigger routines_50_enforce_quota
  after insert on public.routines
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('routines', 'user_id');

create trigger routines_70_bury
  after delete on public.routines
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

-- A routine is never seen by more people than its owner's profile.
create trigger profiles_60_narrow_routines
  after update of visibility on public.profiles
  for each row when (old.visibility is distinct from new.visibility)
  execute function private.tg_narrow_shared('routines');

comment on table public.routines is
  'Reusable templates of one training day. Filter by user_id: under RLS alone, every routine that the caller may see '
  'is a candidate.';
comment on column public.routines.id is 'Made by the client (uuid v7). [none]';
comment on column public.routines.user_id is 'Owner. [personal]';
comment on column public.routines.folder_id is 'One of the owner''s folders, or null. [none]';
comment on column public.routines.name is 'As the user named it. [personal]';
comment on column public.routines.notes is 'At most 4000 characters. [personal]';
comment on column public.routines.position is 'Order within the folder, from 1. [none]';
comment on column public.routines.visibility is 'What the owner chose: public, followers or private. [none]';
comment on column public.routines.effective_visibility is
  'The least of visibility and the profile''s. Derived; policies read this one. [none]';
comment on column public.routines.version is
  'Raised with every change of the routine, its exercises or their sets. Derived. [none]';
comment on column public.routines.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.routines.created_at is '[none]';
comment on column public.routines.updated_at is '[none]';
comment on policy routines_select_viewer on public.routines is
  'The owner, and whoever the effective visibility admits; a block hides both from each other.';
