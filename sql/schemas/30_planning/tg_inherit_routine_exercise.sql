create or replace function private.tg_inherit_routine_exercise()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_caller_id uuid := (select auth.uid());
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select routine_exercises.user_id, routine_exercises.routine_id, routine_exercises.exercise_kind
  into new.user_id, new.routine_id, new.exercise_kind
  from public.routine_exercises
  where routine_exercises.id = new.routine_exercise_id
    and (v_caller_id is null or routine_exercises.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('routine_exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_routine_exercise() from public;

comment on function private.tg_inherit_routine_exercise() is
  'Takes owner, routine and kind from the routine exercise. Definer, so that a row of somebody else and a row that '
  'does not exist answer the same. Errors: 409 id_unusable.';
