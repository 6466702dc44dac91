-- A user's word that a record which looks like a mistake is none. It names the value, so that it ends where the set is
-- changed, and holds again where the change is taken back.
create table analytics.record_confirmations (
  workout_id uuid not null references public.workouts (id) on delete cascade,
  workout_set_id uuid not null,
  kind text not null,
  reps smallint not null,
  value numeric not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  confirmed_at timestamptz not null default now(),

  constraint record_confirmations_pkey primary key (workout_id, workout_set_id, kind, reps, value)
);

create index record_confirmations_user_id_idx on analytics.record_confirmations (user_id);

alter table analytics.record_confirmations enable row level security;

create policy record_confirmations_select_owner on analytics.record_confirmations
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on analytics.record_confirmations from anon, authenticated;
grant select on analytics.record_confirmations to authenticated, service_role;

comment on table analytics.record_confirmations is
  'Records that their owner confirmed with confirm_record(). Only private.add_record_confirmations() writes it.';
comment on column analytics.record_confirmations.workout_id is '[personal]';
comment on column analytics.record_confirmations.workout_set_id is
  'As in analytics.record_history; rows of sets that are gone mean nothing. [personal]';
comment on column analytics.record_confirmations.kind is 'As in analytics.record_history. [personal]';
comment on column analytics.record_confirmations.reps is 'As in analytics.record_history. [personal]';
comment on column analytics.record_confirmations.value is 'The value that was confirmed. [personal]';
comment on column analytics.record_confirmations.user_id is 'Owner of the workout. [personal]';
comment on column analytics.record_confirmations.confirmed_at is '[personal]';
