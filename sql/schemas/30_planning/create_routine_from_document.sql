create or replace function private.create_routine_from_document(
  p_document jsonb,
  p_routine_id uuid,
  p_name text,
  p_author_id uuid
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
  if p_author_id is not null then
    insert into public.routine_sources (routine_id, user_id, author_id)
    values (p_routine_id, (select auth.uid()), p_author_id);
  end if;
end;
$$;

revoke execute on function private.create_routine_from_document(jsonb, uuid, text, uuid) from public;

comment on function private.create_routine_from_document(jsonb, uuid, text, uuid) is
  'Makes a routine of the caller from a document of private.shared_routine_document(), under another name where one is '
  'given, private to begin with, and says from whom it was copied. The id must be free: whoever calls it has '
  'asked. Errors: 409 quota_exceeded.';
