create or replace function private.sync_exercise_parts(p_exercise_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return jsonb_build_object(
    'muscles', (
      select coalesce(
        jsonb_agg(
          jsonb_build_object('muscle_id', parts.muscle_id, 'role', parts.role, 'weight', parts.weight)
          order by parts.muscle_id
        ),
        '[]'
      )::text
      from public.exercise_muscles as parts
      where parts.exercise_id = p_exercise_id
    ),
    'equipment', (
      select coalesce(jsonb_agg(parts.equipment_id order by parts.equipment_id), '[]')::text
      from public.exercise_equipment as parts
      where parts.exercise_id = p_exercise_id
    ),
    'aliases', (
      select coalesce(jsonb_agg(parts.alias order by parts.alias), '[]')::text
      from public.exercise_aliases as parts
      where parts.exercise_id = p_exercise_id
    ),
    'names', (
      select coalesce(jsonb_object_agg(parts.locale, parts.name), '{}')::text
      from public.exercise_translations as parts
      where parts.exercise_id = p_exercise_id
    )
  );
end;
$$;

revoke execute on function private.sync_exercise_parts(uuid) from public;
grant execute on function private.sync_exercise_parts(uuid) to authenticated, service_role;

comment on function private.sync_exercise_parts(uuid) is
  'What hangs below an exercise, as sync carries it with the exercise: {muscles, equipment, aliases, names by locale}, '
  'each JSON as text.';
