-- Which muscles an exercise works, and by how much a set of it counts for each.
create table public.exercise_muscles (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  muscle_id text not null references public.muscles (id) on delete restrict,
  role text not null,
  weight numeric(3, 2) not null,

  constraint exercise_muscles_pkey primary key (exercise_id, muscle_id),
  constraint exercise_muscles_role_check check (role in ('primary', 'secondary')),
  constraint exercise_muscles_weight_range_check check (weight > 0 and weight <= 1)
);

create index exercise_muscles_muscle_id_idx on public.exercise_muscles (muscle_id, exercise_id);

alter table public.exercise_muscles enable row level security;

create policy exercise_muscles_select_viewer on public.exercise_muscles
  for select to anon, authenticated
  using (exists (select 1 from public.exercises where exercises.id = exercise_muscles.exercise_id));

revoke all on public.exercise_muscles from anon, authenticated;
grant select on public.exercise_muscles to anon, authenticated;
grant all on public.exercise_muscles to service_role;

comment on table public.exercise_muscles is 'Muscles of an exercise, seen by whoever sees the exercise.';
comment on column public.exercise_muscles.exercise_id is '[none]';
comment on column public.exercise_muscles.muscle_id is '[none]';
comment on column public.exercise_muscles.role is 'primary or secondary. [none]';
comment on column public.exercise_muscles.weight is
  'How much of a set counts for the muscle: 1 for primary and 0.5 for secondary unless reviewed otherwise. [none]';
