create or replace function private.imported_exercise_reference(p_user_id uuid, p_document_id text)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- Those of the catalogue have the same ids everywhere. One that is nowhere is refused by whatever refers to it.
  return coalesce(
    (private.usable_exercise(p_document_id::uuid, p_user_id)).id,
    (private.imported_row(p_user_id, 'exercises', 'json ' || lower(p_document_id))).id
  );
end;
$$;

revoke execute on function private.imported_exercise_reference(uuid, text) from public;
grant execute on function private.imported_exercise_reference(uuid, text) to service_role;

comment on function private.imported_exercise_reference(uuid, text) is
  'The exercise that stands for one of a document: itself where the user may use it, else the one that is, or would be, '
  'imported for it.';
