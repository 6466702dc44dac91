-- What moderators decided about submissions, and why. A history: nobody has the right to change it.
create table public.submission_reviews (
  id bigint generated always as identity primary key,
  submission_id uuid not null references public.submissions (id) on delete cascade,
  moderator_id uuid references auth.users (id) on delete set null,
  version integer not null,
  decision text not null,
  reason text,
  created_at timestamptz not null default now(),

  constraint submission_reviews_decision_check check (decision in ('approve', 'reject', 'request_changes')),
  constraint submission_reviews_reason_length_check check (char_length(reason) between 1 and 2000),
  constraint submission_reviews_refusal_has_reason_check check (decision = 'approve' or reason is not null)
);

create index submission_reviews_submission_id_idx on public.submission_reviews (submission_id, id);
create index submission_reviews_moderator_id_idx on public.submission_reviews (moderator_id);

alter table public.submission_reviews enable row level security;

create policy submission_reviews_select_viewer on public.submission_reviews
  for select to authenticated
  using ((select true from public.submissions where submissions.id = submission_reviews.submission_id));

revoke all on public.submission_reviews from anon, authenticated, service_role;
grant select (id, submission_id, version, decision, reason, created_at) on public.submission_reviews to authenticated;
grant select on public.submission_reviews to service_role;

comment on table public.submission_reviews is
  'Decisions about submissions, oldest first by id. Whoever sees the submission reads them, in columns named one by '
  'one: who decided is in the audit ledger.';
comment on column public.submission_reviews.id is 'Order of the decisions. [none]';
comment on column public.submission_reviews.submission_id is '[none]';
comment on column public.submission_reviews.moderator_id is
  'Who decided; null once their account is gone. Not for clients. [personal]';
comment on column public.submission_reviews.version is 'Which version of the submission was judged. [none]';
comment on column public.submission_reviews.decision is 'approve, reject or request_changes. [none]';
comment on column public.submission_reviews.reason is 'What the author is told. [personal]';
comment on column public.submission_reviews.created_at is '[none]';
comment on policy submission_reviews_select_viewer on public.submission_reviews is 'Whoever may see the submission.';
