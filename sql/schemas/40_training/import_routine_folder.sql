create or replace function private.import_routine_folder(p_user_id uuid, p_folder jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'routine_folders', 'json ' || lower(p_folder ->> 'id'));
begin
  return coalesce(
    v_row.outcome, private.import_row('routine_folders', p_folder || jsonb_build_object('id', v_row.id))
  );
end;
$$;

revoke execute on function private.import_routine_folder(uuid, jsonb) from public;
grant execute on function private.import_routine_folder(uuid, jsonb) to service_role;

comment on function private.import_routine_folder(uuid, jsonb) is
  'Adds a folder of routines of a document, and answers added, known or deleted. Errors: 409 quota_exceeded.';
