create or replace function private.read_gym(p_gym jsonb, p_is_default boolean)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Whole numbers are read as numeric first: some encoders of JSON write 5 as 5.0.
  return (
    select jsonb_build_object(
      'id', gym.id,
      'name', gym.name,
      'is_default', coalesce(gym.is_default or p_is_default, false),
      'equipment', coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'id', item.id,
              'type', item.type,
              'equipment_id', item.equipment_id,
              'exercise_id', item.exercise_id,
              'name', item.name,
              'position', coalesce(item.position, element.ordinal)::integer,
              'weight_kg', trim_scale(item.weight_kg),
              'quantity', item.quantity::integer,
              'step_kg', trim_scale(item.step_kg),
              'max_weight_kg', trim_scale(item.max_weight_kg),
              'unit_system', coalesce(item.unit_system, 'metric')
            )
            order by coalesce(item.position, element.ordinal), item.id
          )
          from jsonb_path_query(gym.equipment, '$[*]') with ordinality as element (node, ordinal)
          cross join lateral jsonb_to_record(element.node) as item (
            id uuid, type text, equipment_id text, exercise_id uuid, name text, position numeric,
            weight_kg numeric(10, 6), quantity numeric, step_kg numeric(10, 6), max_weight_kg numeric(10, 6),
            unit_system text
          )
        ),
        '[]'
      )
    )
    from jsonb_to_record(p_gym) as gym (id uuid, name text, is_default boolean, equipment jsonb)
  );
end;
$$;

revoke execute on function private.read_gym(jsonb, boolean) from public;
grant execute on function private.read_gym(jsonb, boolean) to authenticated, service_role;

comment on function private.read_gym(jsonb, boolean) is
  'A checked payload of save_gym() in the form of private.gym_document(), without the version: every field is there, '
  'with the precision that the tables keep. A gym that is the default, as p_is_default says, stays it.';
