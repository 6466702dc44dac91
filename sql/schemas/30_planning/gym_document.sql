create or replace function private.gym_document(p_gym_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', gyms.id,
      'version', gyms.version,
      'name', gyms.name,
      'is_default', gyms.is_default,
      'equipment', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', item.id,
              'type', item.type,
              'equipment_id', item.equipment_id,
              'exercise_id', item.exercise_id,
              'name', item.name,
              'position', item.position,
              'weight_kg', trim_scale(item.weight_kg),
              'quantity', item.quantity,
              'step_kg', trim_scale(item.step_kg),
              'max_weight_kg', trim_scale(item.max_weight_kg),
              'unit_system', item.unit_system
            )
            order by item.position, item.id
          )
          from public.gym_equipment as item
          where item.gym_id = gyms.id
        ),
        '[]'
      )
    )
    from public.gyms
    where gyms.id = p_gym_id
  );
end;
$$;

revoke execute on function private.gym_document(uuid) from public;
grant execute on function private.gym_document(uuid) to authenticated, service_role;

comment on function private.gym_document(uuid) is
  'A gym as save_gym() takes it, with its version and equipment in order, and every field there; null where the caller '
  'sees no such gym.';
