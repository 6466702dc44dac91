create or replace function private.retire_exercise(p_exercise_id uuid)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  if not exists (
    select 1 from public.exercises where exercises.id = p_exercise_id and exercises.user_id = v_user_id
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;

  if exists (select 1 from public.workout_exercises where workout_exercises.exercise_id = p_exercise_id)
    or exists (select 1 from public.routine_exercises where routine_exercises.exercise_id = p_exercise_id)
    or exists (select 1 from public.gym_equipment where gym_equipment.exercise_id = p_exercise_id)
    or exists (select 1 from public.goals where goals.exercise_id = p_exercise_id)
  then
    update public.exercises
    set archived_at = coalesce(exercises.archived_at, now())
    where exercises.id = p_exercise_id;
    return 'archived';
  end if;

  delete from public.exercises where exercises.id = p_exercise_id;
  return 'deleted';
end;
$$;

revoke execute on function private.retire_exercise(uuid) from public;
grant execute on function private.retire_exercise(uuid) to authenticated;

comment on function private.retire_exercise(uuid) is
  'Deletes an exercise of the caller''s own that nothing uses, archives one that is used, and says which. Definer, '
  'because clients may neither delete exercises nor write archived_at. Errors: 409 id_unusable.';
