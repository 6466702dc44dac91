-- Work that outlives a request, done in bounded steps by a worker that cron wakes. A lease says which worker has a job;
-- when it runs out, another one goes on from the last step that was committed.
create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  type text not null,
  status text not null default 'queued',
  progress smallint not null default 0,
  input jsonb not null default '{}',
  state jsonb not null default '{}',
  result jsonb,
  error jsonb,
  idempotency_key text,
  attempts smallint not null default 0,
  lease uuid,
  due_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,

  constraint jobs_type_form_check check (type ~ '^[a-z][a-z_]{0,50}$'),
  constraint jobs_status_check check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  constraint jobs_progress_range_check check (progress between 0 and 100),
  constraint jobs_input_is_object_check check (jsonb_typeof(input) = 'object'),
  constraint jobs_state_is_object_check check (jsonb_typeof(state) = 'object'),
  constraint jobs_result_is_object_check check (jsonb_typeof(result) = 'object'),
  constraint jobs_error_is_object_check check (jsonb_typeof(error) = 'object'),
  constraint jobs_idempotency_key_length_check check (char_length(idempotency_key) between 1 and 200),
  constraint jobs_running_has_lease_check check ((status = 'running') = (lease is not null)),
  constraint jobs_finished_with_status_check check ((finished_at is null) = (status in ('queued', 'running')))
);

create index jobs_user_id_created_at_idx on public.jobs (user_id, created_at desc);
create index jobs_due_at_idx on public.jobs (due_at) where status in ('queued', 'running');
create index jobs_finished_at_idx on public.jobs (finished_at) where finished_at is not null;
create unique index jobs_user_id_idempotency_key_key on public.jobs (user_id, idempotency_key)
  nulls not distinct where idempotency_key is not null;

alter table public.jobs enable row level security;

revoke all on public.jobs from anon, authenticated;
grant select (id, user_id, type, status, progress, result, error, created_at, started_at, finished_at)
  on public.jobs to authenticated;
grant all on public.jobs to service_role;

create trigger jobs_10_enforce_quota
  after insert on public.jobs
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('jobs', 'user_id');

comment on table public.jobs is
  'Long work. Its owner reads it, in columns named one by one, and cancels it by cancel_job(); the RPC that asks for '
  'the work adds it. Finished jobs are kept for 30 days. Policies: see user_roles.';
comment on column public.jobs.id is 'What the request that asked for the work answered as job_id. [none]';
comment on column public.jobs.user_id is 'For whom it is done; null for the system. [personal]';
comment on column public.jobs.type is 'Which work: private.step_<type>() does one step of it. [none]';
comment on column public.jobs.status is 'queued, running, succeeded, failed or cancelled. [none]';
comment on column public.jobs.progress is '0 to 100, as far as it can be told. [none]';
comment on column public.jobs.input is 'What was asked for. [personal]';
comment on column public.jobs.state is 'Where the next step goes on. [personal]';
comment on column public.jobs.result is 'The report, once it succeeded. [personal]';
comment on column public.jobs.error is 'Why it failed, or why it is tried again: {code}. [none]';
comment on column public.jobs.idempotency_key is
  'Named by whoever asks: the same key of the same user is the same job. [none]';
comment on column public.jobs.attempts is 'How often it was begun since a step last succeeded; 5 are the end. [none]';
comment on column public.jobs.lease is 'Which worker has it: made with each claim. [none]';
comment on column public.jobs.due_at is 'When a worker may have it; of a running one, when its lease runs out. [none]';
comment on column public.jobs.created_at is '[none]';
comment on column public.jobs.started_at is 'When it was first begun. [none]';
comment on column public.jobs.finished_at is 'When it succeeded, failed or was cancelled. [none]';
