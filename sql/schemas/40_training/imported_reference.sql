create or replace function private.imported_reference(p_user_id uuid, p_relation text, p_document_id text)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, p_relation, 'json ' || lower(p_document_id));
begin
  return case when v_row.outcome = 'known' then v_row.id end;
end;
$$;

revoke execute on function private.imported_reference(uuid, text, text) from public;
grant execute on function private.imported_reference(uuid, text, text) to service_role;

comment on function private.imported_reference(uuid, text, text) is
  'The row of a user''s that stands for a row of a document; null where there is none, or none any more.';
