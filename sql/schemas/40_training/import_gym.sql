create or replace function private.import_gym(p_user_id uuid, p_gym jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'gyms', 'json ' || lower(p_gym ->> 'id'));
  v_namespace uuid := private.import_namespace(p_user_id);
  v_sent jsonb;
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;

  -- The default one comes first, and the first one becomes the default where the user has none.
  v_sent := p_gym - 'is_default' || jsonb_build_object(
    'id', v_row.id,
    'equipment', coalesce((
      select jsonb_agg(item.node - 'gym_id' || jsonb_build_object(
        'id', private.imported_id(v_namespace, 'gym_equipment', 'json ' || lower(item.node ->> 'id')),
        'exercise_id', private.imported_exercise_reference(p_user_id, item.node ->> 'exercise_id')
      ))
      from jsonb_array_elements(p_gym -> 'equipment') as item (node)
    ), '[]')
  );
  perform private.check_gym(v_sent);
  perform private.write_gym(private.read_gym(v_sent, false));
  return 'added';
end;
$$;

revoke execute on function private.import_gym(uuid, jsonb) from public;
grant execute on function private.import_gym(uuid, jsonb) to service_role;

comment on function private.import_gym(uuid, jsonb) is
  'Adds a gym of a document with its equipment, and answers added, known or deleted. Errors: as save_gym().';
