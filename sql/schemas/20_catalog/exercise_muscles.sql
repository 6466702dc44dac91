-- Which muscles an exercise works, and by how much a set of it counts for each.
create table public.exercise_muscles (
  exercise_id uuid not null references public.exercises (id) on delete cascade,
  muscle_id text not null references public.muscles (id) on delete restrict,
  role text not null,
  weight numeric(3, 2) not null,
  user_id uuid,

  constraint exercise_muscles_pkey primary key (exercise_id, muscle_id),
  constraint exercise_muscles_role_check check (role in ('primary', 'secondary')),
  constraint exercise_muscles_weight_range_check check (weight > 0 and weight <= 1)
);

create index exercise_muscles_muscle_id_idx on public.exercise_muscles (muscle_id, exercise_id);
create index exercise_muscles_user_id_muscle_id_idx on public.exercise_muscles (user_id, muscle_id);

alter table public.exercise_muscles enable row level security;

create policy exercise_muscles_select_viewer on public.exercise_muscles
  for select to anon, authenticated
  using (user_id is null or user_id = (select auth.uid()));

create policy exercise_muscles_insert_owner on public.exercise_muscles
  for insert to authenticated
  with check (user_id = (select auth.uid()));

create policy exercise_muscles_update_owner on public.exercise_muscles
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

create policy exercise_muscles_delete_owner on public.exercise_muscles
  for delete to authenticated
  using (user_id = (select auth.uid()));

revoke all on public.exercise_muscles from anon, authenticated;
grant select on public.exercise_muscles to anon, authenticated;
grant delete on public.exercise_muscles to authenticated;
grant insert (exercise_id, muscle_id, role, weight) on public.exercise_muscles to authenticated;
grant update (exercise_id, muscle_id, role, weight) on public.exercise_muscles to authenticated;
grant all on public.exercise_muscles to service_role;

create trigger exercise_muscles_00_lock_user_data
  before insert or update or delete on public.exercise_muscles
  for each statement execute function private.tg_lock_user_data();

create trigger exercise_muscles_10_keep
  before update of exercise_id, muscle_id on public.exercise_muscles
  for each row execute function private.tg_keep('exercise_id', 'muscle_id');

create trigger exercise_muscles_15_inherit_owner
  before insert or update of exercise_id, user_id on public.exercise_muscles
  for each row execute function private.tg_inherit_exercise_owner();

create trigger exercise_muscles_30_raise_version_insert
  after insert on public.exercise_muscles
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_muscles_30_raise_version_update
  after update on public.exercise_muscles
  referencing new table as new_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_muscles_30_raise_version_delete
  after delete on public.exercise_muscles
  referencing old table as old_rows
  for each statement execute function private.tg_raise_parent_version('exercises', 'exercise_id');

create trigger exercise_muscles_40_index_insert
  after insert on public.exercise_muscles
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

create trigger exercise_muscles_40_index_update
  after update on public.exercise_muscles
  referencing new table as new_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

create trigger exercise_muscles_40_index_delete
  after delete on public.exercise_muscles
  referencing old table as old_rows
  for each statement execute function private.tg_index_own_exercises('exercise_id');

comment on table public.exercise_muscles is
  'Muscles of an exercise, seen by whoever sees the exercise; the owner of a custom one writes them.';
comment on column public.exercise_muscles.exercise_id is '[none]';
comment on column public.exercise_muscles.user_id is
  'Of its exercise: null in the global catalogue. Derived, so that policies need not look there. [personal]';
comment on column public.exercise_muscles.muscle_id is '[none]';
comment on column public.exercise_muscles.role is 'primary or secondary. [none]';
comment on column public.exercise_muscles.weight is
  'How much of a set counts for the muscle: 1 for primary and 0.5 for secondary unless reviewed otherwise. [none]';
