-- One session, or one rest day, of a plan.
create table public.plan_days (
  id uuid primary key,
  plan_id uuid not null,
  user_id uuid not null default auth.uid(),
  week smallint not null,
  weekday smallint not null,
  position smallint not null default 1,
  routine_id uuid,
  name text,
  notes text,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint plan_days_plan_fkey
    foreign key (user_id, plan_id) references public.plans (user_id, id) on delete cascade,
  -- Checked at commit: when a user is erased, routines may go before the plans that use them.
  constraint plan_days_routine_fkey
    foreign key (user_id, routine_id) references public.routines (user_id, id)
    on delete no action deferrable initially deferred,
  constraint plan_days_week_range_check check (week between 1 and 52),
  constraint plan_days_weekday_range_check check (weekday between 1 and 7),
  constraint plan_days_position_range_check check (position between 1 and 10),
  constraint plan_days_name_length_check check (char_length(name) between 1 and 120),
  constraint plan_days_notes_length_check check (char_length(notes) <= 4000)
);

create index plan_days_plan_idx on public.plan_days (user_id, plan_id);
create index plan_days_plan_id_idx on public.plan_days (plan_id, week, weekday, position);
create index plan_days_routine_idx on public.plan_days (user_id, routine_id);
create index plan_days_user_id_changed_in_idx on public.plan_days (user_id, changed_in);

alter table public.plan_days enable row level security;

create policy plan_days_select_viewer on public.plan_days
  for select to authenticated
  using (
    user_id = (select auth.uid())
    -- A scalar subquery: Postgres would turn exists() into a hash of every plan there is.
    or (select true from public.plans where plans.id = plan_days.plan_id)
  );

create policy plan_days_insert_owner on public.plan_days
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy plan_days_update_owner on public.plan_days
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy plan_days_delete_owner on public.plan_days
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.plan_days from anon, authenticated;
grant select, delete on public.plan_days to authenticated;
grant insert (id, plan_id, week, weekday, position, routine_id, name, notes) on public.plan_days to authenticated;
grant update (id, plan_id, week, weekday, position, routine_id, name, notes) on public.plan_days to authenticated;
grant all on public.plan_days to service_role;

create trigger plan_days_00_lock_user_data
  before insert or update or delete on public.plan_days
  for each statement execute function private.tg_lock_user_data();

create trigger plan_days_10_inherit_owner
  before insert on public.plan_days
  for each row execute function private.tg_inherit_owner('plans', 'plan_id');

create trigger plan_days_20_require_own
  before insert or update of routine_id on public.plan_days
  for each row execute function private.tg_require_own('routines', 'routine_id');

create trigger plan_days_25_check_plan_week
  before insert or update of week on public.plan_days
  for each row execute function private.tg_check_plan_week();

create trigger plan_days_30_keep
  before update of id, plan_id on public.plan_days
  for each row execute function private.tg_keep('id', 'plan_id');

create trigger plan_days_40_mark_change
  before update on public.plan_days
  for each row execute function private.tg_mark_change();

create trigger plan_days_50_enforce_quota
  after insert on public.plan_days
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('days_per_plan', 'plan_id');

create trigger plan_days_55_enforce_plan_size_insert
  after insert on public.plan_days
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_plan_size();

create trigger plan_days_55_enforce_plan_size_update
  after update on public.plan_days
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_plan_size();

create trigger plan_days_60_raise_version_insert
  after insert on public.plan_days
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('plans', 'plan_id');

create trigger plan_days_60_raise_version_update
  after update on public.plan_days
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('plans', 'plan_id');

create trigger plan_days_60_raise_version_delete
  after delete on public.plan_days
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('plans', 'plan_id');

create trigger plan_days_70_bury
  after delete on public.plan_days
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.plan_days is
  'Days of plans in order of week, weekday and position. A day without a routine is a rest day.';
comment on column public.plan_days.id is 'Made by the client (uuid v7). [none]';
comment on column public.plan_days.plan_id is '[none]';
comment on column public.plan_days.user_id is 'Owner of the plan. Derived. [personal]';
comment on column public.plan_days.week is 'Of the plan, from 1. [personal]';
comment on column public.plan_days.weekday is
  'ISO weekday, 1 Monday to 7 Sunday; in sequence mode it gives the order, and the days between. [personal]';
comment on column public.plan_days.position is 'Order within the day, where it has more than one session. [personal]';
comment on column public.plan_days.routine_id is
  'What is trained: a routine of the owner; null on a rest day. [personal]';
comment on column public.plan_days.name is
  'What the day is called, where the routine''s name does not say it. [personal]';
comment on column public.plan_days.notes is 'At most 4000 characters. [personal]';
comment on column public.plan_days.version is 'Raised with every change. Derived. [none]';
comment on column public.plan_days.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.plan_days.created_at is '[none]';
comment on column public.plan_days.updated_at is '[none]';
comment on policy plan_days_select_viewer on public.plan_days is 'Whoever may see the plan.';
