create or replace function private.next_user_of_exercise(p_exercise_id uuid)
returns uuid
language sql
stable
security invoker
set search_path = ''
as $$
  -- Branches are read in order, and none after the first row.
  select used.user_id
  from (
    select user_id from public.workout_exercises where exercise_id = p_exercise_id
    union all
    select user_id from public.routine_exercises where exercise_id = p_exercise_id
    union all
    select user_id from public.exercise_preferences where exercise_id = p_exercise_id
    union all
    select user_id from public.goals where exercise_id = p_exercise_id
    union all
    select user_id from public.gym_equipment where exercise_id = p_exercise_id
    union all
    select user_id from public.exercises where replaced_by = p_exercise_id and user_id is not null
    union all
    select user_id from public.enrollments where start_weights ? p_exercise_id::text
  ) as used
  limit 1;
$$;

revoke execute on function private.next_user_of_exercise(uuid) from public;
grant execute on function private.next_user_of_exercise(uuid) to service_role;

comment on function private.next_user_of_exercise(uuid) is
  'Somebody who has anything of an exercise, or null: whose turn it is when a global one is merged.';
