-- When an enrollment was paused. A pause moves the dates behind it.
create table public.enrollment_pauses (
  id uuid primary key default gen_random_uuid(),
  enrollment_id uuid not null,
  user_id uuid not null default auth.uid(),
  paused_on date not null,
  resumed_on date,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint enrollment_pauses_enrollment_fkey
    foreign key (user_id, enrollment_id) references public.enrollments (user_id, id) on delete cascade,
  constraint enrollment_pauses_resumed_after_paused_check check (resumed_on >= paused_on)
);

create index enrollment_pauses_enrollment_idx on public.enrollment_pauses (user_id, enrollment_id);
create unique index enrollment_pauses_one_open_key on public.enrollment_pauses (enrollment_id)
  where resumed_on is null;
create index enrollment_pauses_user_id_changed_in_idx on public.enrollment_pauses (user_id, changed_in);

alter table public.enrollment_pauses enable row level security;

create policy enrollment_pauses_select_owner on public.enrollment_pauses
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.enrollment_pauses from anon, authenticated;
grant select on public.enrollment_pauses to authenticated;
grant all on public.enrollment_pauses to service_role;

create trigger enrollment_pauses_10_mark_change
  before update on public.enrollment_pauses
  for each row execute function private.tg_mark_change();

create trigger enrollment_pauses_70_bury
  after delete on public.enrollment_pauses
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.enrollment_pauses is
  'Pauses of enrollments, written by pause_enrollment() and resume_enrollment(). At most one is open.';
comment on column public.enrollment_pauses.id is '[none]';
comment on column public.enrollment_pauses.enrollment_id is '[none]';
comment on column public.enrollment_pauses.user_id is 'Owner of the enrollment. [personal]';
comment on column public.enrollment_pauses.paused_on is
  'First day without training, in the user''s own days. [personal]';
comment on column public.enrollment_pauses.resumed_on is 'First day with training again; null while paused. [personal]';
comment on column public.enrollment_pauses.version is 'Raised with every change. Derived. [none]';
comment on column public.enrollment_pauses.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.enrollment_pauses.created_at is '[none]';
comment on column public.enrollment_pauses.updated_at is '[none]';
