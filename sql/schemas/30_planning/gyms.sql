-- Where a user trains. Its equipment hangs below it, and loads are rounded to what is there.
create table public.gyms (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  name text not null,
  is_default boolean not null default false,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Whatever belongs to a gym refers to it with its owner.
  constraint gyms_user_id_id_key unique (user_id, id),
  constraint gyms_name_length_check check (char_length(name) <= 120 and name ~ '[^[:space:]]')
);

create index gyms_user_id_changed_in_idx on public.gyms (user_id, changed_in);

alter table public.gyms enable row level security;

create policy gyms_select_owner on public.gyms
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy gyms_insert_owner on public.gyms
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy gyms_update_owner on public.gyms
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy gyms_delete_owner on public.gyms
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.gyms from anon, authenticated;
grant select, delete on public.gyms to authenticated;
grant insert (id, name, is_default) on public.gyms to authenticated;
grant update (id, name, is_default) on public.gyms to authenticated;
grant all on public.gyms to service_role;

create trigger gyms_00_lock_user_data
  before insert or update or delete on public.gyms
  for each statement execute function private.tg_lock_user_data();

create trigger gyms_10_keep
  before update of id on public.gyms
  for each row execute function private.tg_keep('id');

create trigger gyms_15_default_first
  before insert on public.gyms
  for each row execute function private.tg_default_first_gym();

create trigger gyms_20_mark_change
  before update on public.gyms
  for each row execute function private.tg_mark_change();

create trigger gyms_30_enforce_quota
  after insert on public.gyms
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('gyms', 'user_id');

create trigger gyms_40_keep_one_default_insert
  after insert on public.gyms
  referencing new table as changed_rows
  for each statement execute function private.tg_keep_one_default_gym();

create trigger gyms_40_keep_one_default_update
  after update on public.gyms
  referencing new table as changed_rows
  for each statement execute function private.tg_keep_one_default_gym();

create trigger gyms_40_keep_one_default_delete
  after delete on public.gyms
  referencing old table as changed_rows
  for each statement execute function private.tg_keep_one_default_gym();

create trigger gyms_70_bury
  after delete on public.gyms
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.gyms is 'Gyms of users: at home, at work, on holiday.';
comment on column public.gyms.id is 'Made by the client (uuid v7). [none]';
comment on column public.gyms.user_id is 'Owner. [personal]';
comment on column public.gyms.name is 'As the user named it. [personal]';
comment on column public.gyms.is_default is
  'Whether prescriptions round to this gym where no other is named. Of a user''s gyms it is always exactly one: the '
  'first, until another is made the default. [personal]';
comment on column public.gyms.version is 'Raised with every change of the gym or its equipment. Derived. [none]';
comment on column public.gyms.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.gyms.created_at is '[none]';
comment on column public.gyms.updated_at is '[none]';
