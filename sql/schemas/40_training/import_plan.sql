create or replace function private.import_plan(p_user_id uuid, p_plan jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'plans', 'json ' || lower(p_plan ->> 'id'));
  v_namespace uuid := private.import_namespace(p_user_id);
  v_sent jsonb;
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;

  -- A day whose routine is not there is refused with its plan: without it, the plan would be another.
  v_sent := p_plan || jsonb_build_object(
    'id', v_row.id,
    'days', coalesce((
      select jsonb_agg(day.node - 'plan_id' || jsonb_build_object(
        'id', private.imported_id(v_namespace, 'plan_days', 'json ' || lower(day.node ->> 'id')),
        'routine_id', (private.imported_row(p_user_id, 'routines', 'json ' || lower(day.node ->> 'routine_id'))).id
      ))
      from jsonb_array_elements(p_plan -> 'days') as day (node)
    ), '[]')
  );
  perform private.check_plan(v_sent);
  perform private.write_plan(private.read_plan(v_sent, 'private'));
  return 'added';
end;
$$;

revoke execute on function private.import_plan(uuid, jsonb) from public;
grant execute on function private.import_plan(uuid, jsonb) to service_role;

comment on function private.import_plan(uuid, jsonb) is
  'Adds a plan of a document with its days, and answers added, known or deleted. Errors: as save_plan().';
