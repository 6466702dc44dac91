create or replace function private.shared_routine_document(p_routine_id uuid, p_keep_exercises_of uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select
      jsonb_build_object('type', 'routine', 'name', routines.name)
      || private.shared_routines(array[routines.id], p_keep_exercises_of)
    from public.routines
    where routines.id = p_routine_id
  );
end;
$$;

revoke execute on function private.shared_routine_document(uuid, uuid) from public;
grant execute on function private.shared_routine_document(uuid, uuid) to authenticated, service_role;

comment on function private.shared_routine_document(uuid, uuid) is
  'A routine as it is shared: {type, name, routines: [the one], exercises}, as private.shared_routines() says. It does '
  'not ask whether the routine is shared: a caller with more rights than its reader does that first.';
