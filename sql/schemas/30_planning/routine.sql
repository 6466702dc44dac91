create or replace function public.routine(p_routine_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_routine jsonb := private.routine_document(p_routine_id);
begin
  if v_routine is null then
    perform private.raise_id_unusable('p_routine_id');
  end if;
  return jsonb_build_object('routine', v_routine);
end;
$$;

revoke execute on function public.routine(uuid) from public;
grant execute on function public.routine(uuid) to authenticated;

comment on function public.routine(uuid) is
  'A routine that the caller may see, whole: {routine: {id, version, folder_id, name, notes, position, visibility, '
  'exercises: [...]}}, as save_routine() takes it. Lists are read from the table routines. Errors: 409 id_unusable.';
