create or replace function private.import_goal(p_user_id uuid, p_goal jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'goals', 'json ' || lower(p_goal ->> 'id'));
begin
  return coalesce(v_row.outcome, private.import_row('goals', p_goal || jsonb_build_object(
    'id', v_row.id, 'exercise_id', private.imported_exercise_reference(p_user_id, p_goal ->> 'exercise_id')
  )));
end;
$$;

revoke execute on function private.import_goal(uuid, jsonb) from public;
grant execute on function private.import_goal(uuid, jsonb) to service_role;

comment on function private.import_goal(uuid, jsonb) is
  'Adds a goal of a document, and answers added, known or deleted. Errors: 403 consent_required; 409 id_unusable, '
  'quota_exceeded.';
