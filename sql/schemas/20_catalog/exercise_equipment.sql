-- What an exercise needs.
create table public.exercise_equipment (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  equipment_id text not null references public.equipment (id) on delete restrict,
  user_id uuid,

  constraint exercise_equipment_pkey primary key (exercise_id, equipment_id)
);

create index exercise_equipment_equipment_id_idx on public.exercise_equipment (equipment_id, exercise_id);
create index exercise_equipment_user_id_equipment_id_idx on public.exercise_equipment (user_id, equipment_id);

alter table public.exercise_equipment enable row level security;

create policy exercise_equipment_select_viewer on public.exercise_equipment
  for select to anon, authenticated
  using (user_id is null or user_id = (select auth.uid()));

create policy exercise_equipment_insert_owner on public.exercise_equipment
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy exercise_equipment_delete_owner on public.exercise_equipment
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.exercise_equipment from anon, authenticated;
grant select on public.exercise_equipment to anon, authenticated;
grant delete on public.exercise_equipment to authenticated;
grant insert (exercise_id, equipment_id) on public.exercise_equipment to authenticated;
grant all on public.exercise_equipment to service_role;

create trigger exercise_equipment_00_lock_user_data
  before insert or update or delete on public.exercise_equipment
  for each statement execute function private.tg_lock_user_data();

create trigger exercise_equipment_15_inherit_owner
  before insert or update of exercise_id, user_id on public.exercise_equipment
  for each row execute function private.tg_inherit_exercise_owner();

create trigger exercise_equipment_30_raise_version_insert
  after insert on public.exercise_equipment
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_equipment_30_raise_version_delete
  after delete on public.exercise_equipment
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_equipment_40_index_insert
  after insert on public.exercise_equipment
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

create trigger exercise_equipment_40_index_delete
  after delete on public.exercise_equipment
  referencing old table as old_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

comment on table public.exercise_equipment is
  'Equipment of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';
comment on column public.exercise_equipment.exercise_id is '[none]';
comment on column public.exercise_equipment.user_id is
  'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';
comment on column public.exercise_equipment.equipment_id is '[none]';
