-- What formulas must know of a body and nobody else may: owner only, and only while consent to health data stands.
create table public.body_facts (
  user_id uuid primary key default auth.uid() references auth.users (id) on delete cascade,
  sex text,
  birth_date date,
  height_meters numeric(3, 2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint body_facts_sex_check check (sex in ('female', 'male')),
  constraint body_facts_birth_date_range_check check (birth_date >= '1900-01-01'),
  constraint body_facts_height_meters_range_check check (height_meters between 0.5 and 2.8)
);

alter table public.body_facts enable row level security;

create policy body_facts_select_owner on public.body_facts
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy body_facts_insert_owner on public.body_facts
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy body_facts_update_owner on public.body_facts
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy body_facts_delete_owner on public.body_facts
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.body_facts from anon, authenticated;
grant select, delete on public.body_facts to authenticated;
grant insert (sex, birth_date, height_meters) on public.body_facts to authenticated;
grant update (sex, birth_date, height_meters) on public.body_facts to authenticated;
grant all on public.body_facts to service_role;

create trigger body_facts_10_consent
  before insert or update on public.body_facts
  for each row execute function private.tg_require_health_consent();

create trigger body_facts_20_birth_date
  before insert or update of birth_date on public.body_facts
  for each row execute function private.tg_check_birth_date();

create trigger body_facts_30_touch
  before update on public.body_facts
  for each row execute function private.tg_touch();

comment on table public.body_facts is
  'Facts about a user''s body that do not change from day to day; what changes is a measurement. Clients upsert '
  'them, without user_id. Writing needs consent to health_data: 403 consent_required.';
comment on column public.body_facts.user_id is 'Owner: whoever inserts the row. [personal]';
comment on column public.body_facts.sex is
  'female or male, as strength formulas (DOTS, Wilks, IPF GL) tell coefficients apart; null where unsaid. [health]';
comment on column public.body_facts.birth_date is 'From 1900 to today. [health]';
comment on column public.body_facts.height_meters is '0.5 to 2.8. [health]';
comment on column public.body_facts.created_at is '[none]';
comment on column public.body_facts.updated_at is '[none]';
