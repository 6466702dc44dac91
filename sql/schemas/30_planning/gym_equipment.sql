-- What loads can be made of in a gym: bars, plates, fixed weights such as dumbbells, and stacks of machines.
create table public.gym_equipment (
  id uuid primary key,
  gym_id uuid not null,
  user_id uuid not null default auth.uid(),
  type text not null,
  equipment_id text references public.equipment (id) on delete restrict,
  exercise_id uuid references public.exercises (id) on delete no action deferrable initially deferred,
  name text,
  position smallint not null default 1,
  weight_kg numeric(10, 6) not null,
  quantity smallint,
  step_kg numeric(10, 6),
  max_weight_kg numeric(10, 6),
  unit_system text not null default 'metric',
  version integer not null default 1,
  changed_in bigint not null default private.change_mark(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint gym_equipment_gym_fkey
    foreign key (user_id, gym_id) references public.gyms (user_id, id) on delete cascade,
  constraint gym_equipment_type_check check (type in ('bar', 'plate', 'fixed_weight', 'stack')),
  constraint gym_equipment_serves_something_check
    check ((type = 'plate') = (num_nonnulls(equipment_id, exercise_id) = 0)),
  constraint gym_equipment_name_length_check check (char_length(name) between 1 and 120),
  constraint gym_equipment_position_range_check check (position between 1 and 1000),
  constraint gym_equipment_weight_kg_range_check check (weight_kg between 0 and 1000),
  constraint gym_equipment_plate_weighs_check check (type <> 'plate' or weight_kg >= 0.01),
  constraint gym_equipment_quantity_range_check check (quantity between 1 and 200),
  constraint gym_equipment_plates_are_counted_check check (type <> 'plate' or quantity is not null),
  constraint gym_equipment_stack_has_steps_check check ((type = 'stack') = (num_nonnulls(step_kg, max_weight_kg) = 2)),
  constraint gym_equipment_step_kg_range_check check (step_kg between 0.01 and 1000),
  constraint gym_equipment_stack_has_few_steps_check check (max_weight_kg - weight_kg <= 500 * step_kg),
  constraint gym_equipment_max_weight_kg_range_check check (max_weight_kg between weight_kg and 1000),
  constraint gym_equipment_unit_system_check check (unit_system in ('metric', 'imperial'))
);

create index gym_equipment_gym_idx on public.gym_equipment (user_id, gym_id);
create index gym_equipment_gym_id_idx on public.gym_equipment (gym_id);
create index gym_equipment_equipment_id_idx on public.gym_equipment (equipment_id);
create index gym_equipment_exercise_id_idx on public.gym_equipment (exercise_id);
create index gym_equipment_user_id_changed_in_idx on public.gym_equipment (user_id, changed_in);

alter table public.gym_equipment enable row level security;

create policy gym_equipment_select_owner on public.gym_equipment
  for select to authenticated
  using (user_id = (select auth.uid()));

create policy gym_equipment_insert_owner on public.gym_equipment
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy gym_equipment_update_owner on public.gym_equipment
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy gym_equipment_delete_owner on public.gym_equipment
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.gym_equipment from anon, authenticated;
grant select, delete on public.gym_equipment to authenticated;
grant insert (
  id, gym_id, type, equipment_id, exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg, unit_system
) on public.gym_equipment to authenticated;
grant update (
  id, gym_id, type, equipment_id, exercise_id, name, position, weight_kg, quantity, step_kg, max_weight_kg, unit_system
) on public.gym_equipment to authenticated;
grant all on public.gym_equipment to service_role;

create trigger gym_equipment_00_lock_user_data
  before insert or update or delete on public.gym_equipment
  for each statement execute function private.tg_lock_user_data();

create trigger gym_equipment_10_inherit_owner
  before insert on public.gym_equipment
  for each row execute function private.tg_inherit_owner('gyms', 'gym_id');

create trigger gym_equipment_20_keep
  before update of id, gym_id on public.gym_equipment
  for each row execute function private.tg_keep('id', 'gym_id');

create trigger gym_equipment_25_exercise
  before insert or update of exercise_id on public.gym_equipment
  for each row when (new.exercise_id is not null) execute function private.tg_check_exercise();

create trigger gym_equipment_30_mark_change
  before update on public.gym_equipment
  for each row execute function private.tg_mark_change();

create trigger gym_equipment_40_enforce_quota
  after insert on public.gym_equipment
  referencing new table as new_rows
  for each statement execute function private.tg_enforce_quota('equipment_per_gym', 'gym_id');

create trigger gym_equipment_50_raise_version_insert
  after insert on public.gym_equipment
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('gyms', 'gym_id');

create trigger gym_equipment_50_raise_version_update
  after update on public.gym_equipment
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('gyms', 'gym_id');

create trigger gym_equipment_50_raise_version_delete
  after delete on public.gym_equipment
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('gyms', 'gym_id');

create trigger gym_equipment_70_bury
  after delete on public.gym_equipment
  referencing old table as old_rows
  for each statement execute function private.tg_bury();

comment on table public.gym_equipment is 'What a gym has to load with.';
comment on column public.gym_equipment.id is 'Made by the client (uuid v7). [none]';
comment on column public.gym_equipment.gym_id is '[none]';
comment on column public.gym_equipment.user_id is 'Owner of the gym. Derived. [personal]';
comment on column public.gym_equipment.type is
  'bar (empty, loaded on both sides), plate, fixed_weight (a dumbbell, a kettlebell, a fixed barbell) or stack (a '
  'machine or cable with steps). [personal]';
comment on column public.gym_equipment.equipment_id is
  'Which equipment of exercises it is, such as barbell, ez_bar, dumbbell or cable; null for plates, which fit every '
  'bar, and for what exercise_id says enough of. [personal]';
comment on column public.gym_equipment.exercise_id is
  'Of what serves one exercise alone, such as the stack of a machine or the carriage of a leg press, which goes before '
  'what serves its equipment; else null. Never of a plate. [personal]';
comment on column public.gym_equipment.name is 'To tell two alike apart; null where the type says it all. [personal]';
comment on column public.gym_equipment.position is
  'Order in lists, from 1. Of two bars that serve a load alike the first is taken. [personal]';
comment on column public.gym_equipment.weight_kg is
  'Of one bar, plate or fixed weight; of a stack its lightest setting. Six decimals, so that pounds stay exact in '
  'sums. [personal]';
comment on column public.gym_equipment.quantity is
  'How many there are, of plates in all, not per side; null where it does not matter. [personal]';
comment on column public.gym_equipment.step_kg is 'Of a stack: from one setting to the next. [personal]';
comment on column public.gym_equipment.max_weight_kg is 'Of a stack: its heaviest setting. [personal]';
comment on column public.gym_equipment.unit_system is 'What its label says: metric or imperial. [personal]';
comment on column public.gym_equipment.version is 'Raised with every change. Derived. [none]';
comment on column public.gym_equipment.changed_in is 'When it changed, as sync counts. Derived. [none]';
comment on column public.gym_equipment.created_at is '[none]';
comment on column public.gym_equipment.updated_at is '[none]';
