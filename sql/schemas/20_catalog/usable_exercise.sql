create or replace function private.usable_exercise(p_exercise_id uuid, p_user_id uuid)
returns public.exercises
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_exercise public.exercises;
begin
  -- The lock tells a merge of this exercise that somebody is still writing what they have read here. Volatile, because
  -- the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select exercises.*
  into v_exercise
  from public.exercises
  where exercises.id = p_exercise_id and (exercises.user_id is null or exercises.user_id = p_user_id)
  for key share;
  if v_exercise.replaced_by is not null then
    select exercises.*
    into v_exercise
    from public.exercises
    where exercises.id = v_exercise.replaced_by and (exercises.user_id is null or exercises.user_id = p_user_id)
    for key share;
  end if;
  return v_exercise;
end;
$$;

revoke execute on function private.usable_exercise(uuid, uuid) from public;
grant execute on function private.usable_exercise(uuid, uuid) to service_role;

comment on function private.usable_exercise(uuid, uuid) is
  'The exercise that rows of a user may refer to by this id: global or theirs, and the one into which it was merged; '
  'null where there is none. For definer triggers and the steps of jobs.';
