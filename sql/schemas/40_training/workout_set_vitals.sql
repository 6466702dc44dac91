-- What a watch or a machine knows of one set: health data, which nobody sees with it but its owner. Few sets have a row.
create table public.workout_set_vitals (
  workout_set_id uuid primary key references public.workout_sets (id) on delete cascade,
  user_id uuid not null default auth.uid(),
  energy_kcal numeric(6, 1),
  average_heart_rate smallint,
  max_heart_rate smallint,
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint workout_set_vitals_has_a_value_check
    check (num_nonnulls(energy_kcal, average_heart_rate, max_heart_rate) > 0),
  constraint workout_set_vitals_energy_kcal_range_check check (energy_kcal between 0 and 20000),
  constraint workout_set_vitals_average_heart_rate_range_check check (average_heart_rate between 20 and 250),
  constraint workout_set_vitals_max_heart_rate_range_check check (max_heart_rate between 20 and 250)
);

create index workout_set_vitals_user_id_changed_in_idx on public.workout_set_vitals (user_id, changed_in);

alter table public.workout_set_vitals enable row level security;

create policy workout_set_vitals_select_owner on public.workout_set_vitals
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy workout_set_vitals_insert_owner on public.workout_set_vitals
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy workout_set_vitals_update_owner on public.workout_set_vitals
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy workout_set_vitals_delete_owner on public.workout_set_vitals
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.workout_set_vitals from anon, authenticated;
grant select, delete on public.workout_set_vitals to authenticated;
grant insert (workout_set_id, energy_kcal, average_heart_rate, max_heart_rate) on public.workout_set_vitals to authenticated;
grant update (workout_set_id, energy_kcal, average_heart_rate, max_heart_rate) on public.workout_set_vitals to authenticated;
grant all on public.workout_set_vitals to service_role;

create trigger workout_set_vitals_00_lock_user_data
  before insert or update or delete on public.workout_set_vitals
  for each statement execute function private.tg_lock_user_data();

create trigger workout_set_vitals_10_inherit_owner
  before insert on public.workout_set_vitals
  for each row execute function private.tg_inherit_owner('workout_sets', 'workout_set_id');

create trigger workout_set_vitals_15_consent_to_insert
  before insert on public.workout_set_vitals
  for each row execute function private.tg_require_health_consent();

-- What is stored already may stay where consent was withdrawn, and nothing may be added.
create trigger workout_set_vitals_15_consent_to_update
  before update of energy_kcal, average_heart_rate, max_heart_rate on public.workout_set_vitals
  for each row when (
    (new.energy_kcal is not null and new.energy_kcal is distinct from old.energy_kcal)
    or (new.average_heart_rate is not null and new.average_heart_rate is distinct from old.average_heart_rate)
    or (new.max_heart_rate is not null and new.max_heart_rate is distinct from old.max_heart_rate)
  )
  execute function private.tg_require_health_consent();

create trigger workout_set_vitals_20_keep
  before update of workout_set_id on public.workout_set_vitals
  for each row execute function private.tg_keep('workout_set_id');

create trigger workout_set_vitals_30_mark_change
  before update on public.workout_set_vitals
  for each row execute function private.tg_mark_change();

create trigger workout_set_vitals_70_bury
  after delete on public.workout_set_vitals
  referencing old table as old_rows
  for each statement execute function private.tg_bury('workout_set_id');

comment on table public.workout_set_vitals is
  'Heart rate and energy of sets of workouts, for their owner alone, whoever sees the rest. A row is there only where a '
  'value is: delete it to take the last one out. Writing needs consent to health_data. Errors: 403 consent_required; '
  '409 id_unusable, column_immutable.';
comment on column public.workout_set_vitals.workout_set_id is '[none]';
comment on column public.workout_set_vitals.user_id is 'Owner of the workout. Derived. [personal]';
comment on column public.workout_set_vitals.energy_kcal is 'Energy used, 0 to 20000, to a tenth. [health]';
comment on column public.workout_set_vitals.average_heart_rate is 'Beats a minute, 20 to 250. [health]';
comment on column public.workout_set_vitals.max_heart_rate is 'Beats a minute, 20 to 250. [health]';
comment on column public.workout_set_vitals.version is 'Raised with every change. Derived. [none]';
comment on column public.workout_set_vitals.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.workout_set_vitals.created_at is '[none]';
comment on column public.workout_set_vitals.updated_at is '[none]';
