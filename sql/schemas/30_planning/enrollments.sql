-- A user who follows one of their plans.
create table public.enrollments (
  id uuid primary key,
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  plan_id uuid not null,
  mode text not null,
  starts_on date not null,
  gym_id uuid,
  start_weights jsonb not null default '{}',
  status text not null default 'active',
  ended_at timestamptz,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Whatever belongs to an enrollment refers to it with its owner.
  constraint enrollments_user_id_id_key unique (user_id, id),
  constraint enrollments_plan_fkey
    foreign key (user_id, plan_id) references public.plans (user_id, id) on delete cascade,
  constraint enrollments_gym_fkey
    foreign key (user_id, gym_id) references public.gyms (user_id, id) on delete set null (gym_id),
  constraint enrollments_mode_check check (mode in ('calendar', 'sequence')),
  constraint enrollments_starts_on_range_check check (starts_on between '1970-01-01' and '2100-12-31'),
  constraint enrollments_start_weights_is_object_check check (jsonb_typeof(start_weights) = 'object'),
  constraint enrollments_start_weights_form_check check (private.start_weights_problem(start_weights) is null),
  constraint enrollments_status_check check (status in ('active', 'paused', 'completed', 'cancelled')),
  constraint enrollments_ended_with_status_check
    check ((ended_at is null) = (status in ('active', 'paused')))
);

create index enrollments_plan_idx on public.enrollments (user_id, plan_id);
create index enrollments_gym_idx on public.enrollments (user_id, gym_id);
create index enrollments_user_id_changed_in_idx on public.enrollments (user_id, changed_in);
create index enrollments_start_weights_idx on public.enrollments using gin (start_weights);

alter table public.enrollments enable row level security;

create policy enrollments_select_owner on public.enrollments
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.enrollments from anon, authenticated;
grant select on public.enrollments to authenticated;
grant all on public.enrollments to service_role;

create trigger enrollments_00_lock_user_data
  before insert or update or delete on public.enrollments
  for each statement execute function private.tg_lock_user_data();

create trigger enrollments_10_mark_change
  before update on public.enrollments
  for each row execute function private.tg_mark_change();

create trigger enrollments_20_enforce_quota
  after insert on public.enrollments
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('enrollments', 'user_id');

create trigger enrollments_70_bury
  after delete on public.enrollments
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.enrollments is
  'Who follows which of their plans, and how. Written by enroll() and the RPCs beside it.';
comment on column public.enrollments.id is 'Made by the client (uuid v7). [none]';
comment on column public.enrollments.user_id is 'Owner. [personal]';
comment on column public.enrollments.plan_id is 'A plan of the owner: somebody else''s is copied first. [personal]';
comment on column public.enrollments.mode is
  'calendar: each session has its date, and a missed one is missed. sequence: the next session is the first one not '
  'done, whenever. [personal]';
comment on column public.enrollments.starts_on is 'First day of the plan, in the user''s own days. [personal]';
comment on column public.enrollments.gym_id is 'Where loads are rounded to; null for the default gym. [personal]';
comment on column public.enrollments.start_weights is
  'Where loads begin, in kg by the id of the exercise: {"<exercise_id>": 60}; of a scheme with a training max, the '
  'training max. [personal]';
comment on column public.enrollments.status is 'active, paused, completed or cancelled. [personal]';
comment on column public.enrollments.ended_at is 'When it was completed or cancelled. [personal]';
comment on column public.enrollments.version is 'Raised with every change. Derived. [none]';
comment on column public.enrollments.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.enrollments.created_at is '[none]';
comment on column public.enrollments.updated_at is '[none]';
