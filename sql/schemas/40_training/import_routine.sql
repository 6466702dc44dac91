create or replace function private.import_routine(p_user_id uuid, p_routine jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'routines', 'json ' || lower(p_routine ->> 'id'));
  v_namespace uuid := private.import_namespace(p_user_id);
  v_sent jsonb;
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;

  v_sent := p_routine || jsonb_build_object(
    'id', v_row.id,
    'folder_id', private.imported_reference(p_user_id, 'routine_folders', p_routine ->> 'folder_id'),
    'exercises', coalesce((
      select jsonb_agg(exercise.node - 'routine_id' || jsonb_build_object(
        'id', private.imported_id(v_namespace, 'routine_exercises', 'json ' || lower(exercise.node ->> 'id')),
        'exercise_id', private.imported_exercise_reference(p_user_id, exercise.node ->> 'exercise_id'),
        'sets', coalesce((
          select jsonb_agg(aim.node - 'routine_exercise_id' || jsonb_build_object(
            'id', private.imported_id(v_namespace, 'routine_sets', 'json ' || lower(aim.node ->> 'id'))
          ))
          from jsonb_array_elements(exercise.node -> 'sets') as aim (node)
        ), '[]')
      ))
      from jsonb_array_elements(p_routine -> 'exercises') as exercise (node)
    ), '[]')
  );
  perform private.check_routine(v_sent);
  perform private.write_routine(private.read_routine(v_sent, 1, 'private'));
  return 'added';
end;
$$;

revoke execute on function private.import_routine(uuid, jsonb) from public;
grant execute on function private.import_routine(uuid, jsonb) to service_role;

comment on function private.import_routine(uuid, jsonb) is
  'Adds a routine of a document with its exercises and sets, and answers added, known or deleted. One whose folder is '
  'not there is in none. Errors: as save_routine().';
