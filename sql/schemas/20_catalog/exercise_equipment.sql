-- What an exercise needs.
create table public.exercise_equipment (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  equipment_id text not null references public.equipment (id) on delete restrict,

  constraint exercise_equipment_pkey primary key (exercise_id, equipment_id)
);

create index exercise_equipment_equipment_id_idx on public.exercise_equipment (equipment_id, exercise_id);

alter table public.exercise_equipment enable row level security;

create policy exercise_equipment_select_viewer on public.exercise_equipment
  for select to anon, authenticated
  using (exists (select 1 from public.exercises where exercises.id = exercise_equipment.exercise_id));

revoke all on public.exercise_equipment from anon, authenticated;
grant select on public.exercise_equipment to anon, authenticated;
grant all on public.exercise_equipment to service_role;

comment on table public.exercise_equipment is 'Equipment of an exercise, seen by whoever sees the exercise.';
comment on column public.exercise_equipment.exercise_id is '[none]';
comment on column public.exercise_equipment.equipment_id is '[none]';
