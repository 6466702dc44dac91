create or replace function private.tg_inherit_workout()
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
  select workouts.user_id, workouts.local_date
  into new.user_id, new.local_date
  from public.workouts
  where workouts.id = new.workout_id and (v_caller_id is null or workouts.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('workout_id');
  end if;

  select usable.id, usable.kind
  into new.exercise_id, new.exercise_kind
  from private.usable_exercise(new.exercise_id, new.user_id) as usable;
  if new.exercise_id is null then
    perform private.raise_id_unusable('exercise_id');
  end if;

  return new;
end;
$$;

revoke execute on function private.tg_inherit_workout() from public;

comment on function private.tg_inherit_workout() is
  'Takes owner and day from the workout and the kind from the exercise, and follows one that was merged. Definer, so '
  'that a row of somebody else and a row that does not exist answer the same. Errors: 409 id_unusable.';
