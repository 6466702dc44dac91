create or replace function private.merged_exercise_ids(p_exercise_id uuid)
returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_exercise_id uuid := coalesce(
    (select exercises.replaced_by from public.exercises where exercises.id = p_exercise_id), p_exercise_id
  );
begin
  return v_exercise_id || array(select exercises.id from public.exercises where exercises.replaced_by = v_exercise_id);
end;
$$;

revoke execute on function private.merged_exercise_ids(uuid) from public;
grant execute on function private.merged_exercise_ids(uuid) to authenticated, service_role;

comment on function private.merged_exercise_ids(uuid) is
  'The ids under which history of an exercise may stand: first what it is now, after merges, then all that were merged '
  'into that. A merge moves history in steps, and is seen as done at once.';
