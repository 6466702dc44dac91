-- An append-only ledger: the newest row of a user and purpose says whether consent stands.
create table public.consents (
  id bigint generated always as identity primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  purpose text not null,
  is_granted boolean not null,
  text_version text not null,
  locale text not null,
  created_at timestamptz not null default now(),

  constraint consents_purpose_check check (purpose in ('health_data', 'analytics', 'marketing')),
  constraint consents_text_version_length_check check (char_length(text_version) between 1 and 40),
  constraint consents_locale_length_check check (char_length(locale) between 2 and 35)
);

create index consents_user_id_purpose_idx on public.consents (user_id, purpose, id desc);

alter table public.consents enable row level security;

create policy consents_select_owner on public.consents
  for select to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.consents from anon, authenticated, service_role;
grant select on public.consents to authenticated;
grant select, insert on public.consents to service_role;

create trigger consents_10_append_only
  before update on public.consents
  for each row execute function private.tg_refuse_change();

comment on table public.consents is 'Consents given and withdrawn, append-only. The owner reads them.';
comment on column public.consents.id is 'Order of the ledger. [none]';
comment on column public.consents.user_id is 'Who consented or withdrew. [personal]';
comment on column public.consents.purpose is 'What for: health_data, analytics or marketing. [personal]';
comment on column public.consents.is_granted is
  'True where consent was given, false where it was withdrawn. [personal]';
comment on column public.consents.text_version is 'Version of the text that was shown. [none]';
comment on column public.consents.locale is 'Language in which the text was shown. [personal]';
comment on column public.consents.created_at is 'Time of the server. [personal]';
