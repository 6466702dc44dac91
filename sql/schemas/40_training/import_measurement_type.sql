create or replace function private.import_measurement_type(p_user_id uuid, p_type jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'measurement_types', 'json ' || lower(p_type ->> 'id'));
begin
  return coalesce(
    v_row.outcome, private.import_row('measurement_types', p_type || jsonb_build_object('id', v_row.id))
  );
end;
$$;

revoke execute on function private.import_measurement_type(uuid, jsonb) from public;
grant execute on function private.import_measurement_type(uuid, jsonb) to service_role;

comment on function private.import_measurement_type(uuid, jsonb) is
  'Adds a kind of measurement of a document to a user''s own, and answers added, known or deleted. Errors: 409 '
  'quota_exceeded.';
