create or replace function private.create_routine_from_document(
  p_document jsonb,
  p_routine_id uuid,
  p_name text,
  p_from_user_id uuid,
  p_from_routine_id uuid
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.create_routines_from_document(
    jsonb_set(p_document, '{routines,0,name}', to_jsonb(coalesce(p_name, p_document ->> 'name'))), p_routine_id
  );
  update public.routines
  set copied_from_user_id = p_from_user_id, copied_from_routine_id = p_from_routine_id
  where routines.id = p_routine_id;
end;
$$;

revoke execute on function private.create_routine_from_document(jsonb, uuid, text, uuid, uuid) from public;

comment on function private.create_routine_from_document(jsonb, uuid, text, uuid, uuid) is
  'Makes a routine of the caller from a document of private.shared_routine_document(), under another name where one is '
  'given, private to begin with, and says from whom and what it was copied. The id must be free: whoever calls it has '
  'asked. Errors: 409 quota_exceeded.';
