create or replace function private.sees_workout_exercise(p_workout_exercise_id uuid)
returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return exists (select 1 from public.workout_exercises where workout_exercises.id = p_workout_exercise_id);
end;
$$;

revoke execute on function private.sees_workout_exercise(uuid) from public;
grant execute on function private.sees_workout_exercise(uuid) to authenticated, service_role;

comment on function private.sees_workout_exercise(uuid) is
  'Whether the caller may see an exercise of a workout, by the policy of workout_exercises itself. See '
  'sees_workout().';
