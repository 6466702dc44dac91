-- What was done with privilege, by whom and to whom. Append-only for everybody, the backend included.
create table public.audit_events (
  id bigint generated always as identity primary key,
  actor_id uuid,
  subject_id uuid,
  action text not null,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),

  constraint audit_events_action_form_check check (action ~ '^[a-z_]+\.[a-z_]+$'),
  constraint audit_events_details_is_object_check check (jsonb_typeof(details) = 'object')
);

create index audit_events_subject_id_idx on public.audit_events (subject_id, id desc);
create index audit_events_actor_id_idx on public.audit_events (actor_id, id desc);

alter table public.audit_events enable row level security;

revoke all on public.audit_events from anon, authenticated, service_role;
grant select on public.audit_events to authenticated, service_role;

create trigger audit_events_10_append_only
  before update or delete on public.audit_events
  for each row execute function private.tg_refuse_change();

create trigger audit_events_20_append_only
  before truncate on public.audit_events
  for each statement execute function private.tg_refuse_change();

comment on table public.audit_events is
  'The audit ledger, append-only. Admins read it; private.record_audit_event() writes it. Ids without foreign keys: '
  'the ledger outlives the accounts it speaks of.';
comment on column public.audit_events.id is 'Order of the ledger. [none]';
comment on column public.audit_events.actor_id is 'Who did it; null where the database''s owner did. [personal]';
comment on column public.audit_events.subject_id is 'To whom it was done. [personal]';
comment on column public.audit_events.action is 'What was done, as domain.verb: role.granted. [none]';
comment on column public.audit_events.details is 'What else is worth knowing, without health data. [personal]';
comment on column public.audit_events.created_at is 'Time of the server. [none]';
