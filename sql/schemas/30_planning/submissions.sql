-- What a user offers to everybody, as it was when they offered it: that is what a moderator judges, and what is
-- published.
create table public.submissions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  type text not null,
  exercise_id uuid references public.exercises (id) on delete set null,
  plan_id uuid references public.plans (id) on delete set null,
  status text not null default 'pending',
  version integer not null default 1,
  content jsonb not null,
  note text,
  result_exercise_id uuid references public.exercises (id) on delete set null,
  submitted_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint submissions_type_check check (type in ('exercise', 'plan')),
  constraint submissions_is_of_its_type_check check (
    (exercise_id is null or type = 'exercise') and (plan_id is null or type = 'plan')
    and (result_exercise_id is null or type = 'exercise')
  ),
  constraint submissions_status_check
    check (status in ('pending', 'changes_requested', 'approved', 'rejected', 'withdrawn')),
  constraint submissions_content_is_object_check check (jsonb_typeof(content) = 'object'),
  constraint submissions_note_length_check check (char_length(note) between 1 and 1000)
);

create index submissions_user_id_idx on public.submissions (user_id, submitted_at desc);
create index submissions_status_submitted_at_idx on public.submissions (status, submitted_at, id);
create index submissions_exercise_id_idx on public.submissions (exercise_id);
create index submissions_plan_id_idx on public.submissions (plan_id);
create index submissions_result_exercise_id_idx on public.submissions (result_exercise_id);
-- One thing is offered once at a time.
create unique index submissions_open_exercise_id_key on public.submissions (exercise_id)
  where status in ('pending', 'changes_requested');
create unique index submissions_open_plan_id_key on public.submissions (plan_id)
  where status in ('pending', 'changes_requested');

alter table public.submissions enable row level security;

create policy submissions_select_owner_or_moderator on public.submissions
  for select to authenticated
  using (user_id = (select auth.uid()) or (select private.has_role('moderator')));

revoke all on public.submissions from anon, authenticated;
grant select on public.submissions to authenticated;
grant all on public.submissions to service_role;

create trigger submissions_10_touch
  before update on public.submissions
  for each row execute function private.tg_touch();

-- What is no longer offered by its owner is no longer offered to everybody.
create trigger exercises_60_withdraw_archived
  after update of archived_at on public.exercises
  for each row when (old.archived_at is null and new.archived_at is not null and new.user_id is not null)
  execute function private.tg_withdraw_submissions();

create trigger exercises_60_withdraw_deleted
  before delete on public.exercises
  for each row when (old.user_id is not null)
  execute function private.tg_withdraw_submissions();

create trigger plans_80_withdraw_deleted
  before delete on public.plans
  for each row execute function private.tg_withdraw_submissions();

comment on table public.submissions is
  'What users offer to the community, and what became of it. Its author and moderators read it; submit_exercise(), '
  'submit_plan(), withdraw_submission() and review_submission() write it.';
comment on column public.submissions.id is '[none]';
comment on column public.submissions.user_id is 'Author. [personal]';
comment on column public.submissions.type is 'exercise or plan. [none]';
comment on column public.submissions.exercise_id is 'The author''s own exercise; null once it is deleted. [none]';
comment on column public.submissions.plan_id is 'The author''s own plan; null once it is deleted. [none]';
comment on column public.submissions.status is 'pending, changes_requested, approved, rejected or withdrawn. [none]';
comment on column public.submissions.version is
  'Raised each time it is submitted again: a moderator judges the version that they read. [none]';
comment on column public.submissions.content is
  'What was submitted: of an exercise as save_exercise() takes it, without id and version; of a plan as get_shared() '
  'shares it. [personal]';
comment on column public.submissions.note is 'The author''s words to the moderators. [personal]';
comment on column public.submissions.result_exercise_id is 'The global exercise that came of it. [none]';
comment on column public.submissions.submitted_at is 'When it was last submitted: the order of the queue. [none]';
comment on column public.submissions.created_at is '[none]';
comment on column public.submissions.updated_at is '[none]';
