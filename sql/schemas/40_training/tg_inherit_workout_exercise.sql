create or replace function private.tg_inherit_workout_exercise()
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
  select
    workout_exercises.user_id, workout_exercises.exercise_id, workout_exercises.exercise_kind,
    workout_exercises.local_date
  into new.user_id, new.exercise_id, new.exercise_kind, new.local_date
  from public.workout_exercises
  where workout_exercises.id = new.workout_exercise_id
    and (v_caller_id is null or workout_exercises.user_id = v_caller_id);
  if not found then
    perform private.raise_id_unusable('workout_exercise_id');
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_inherit_workout_exercise() from public;

comment on function private.tg_inherit_workout_exercise() is
  'Takes owner, exercise, kind and day from the workout exercise. Definer, so that a row of somebody else and a row '
  'that does not exist answer the same. Errors: 409 id_unusable.';
