create or replace function private.gym_plates(p_gym_id uuid, p_places integer)
returns table (unit_system text, weight integer, count integer)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
  select plate.unit_system, plate.weight, plate.count / p_places
  from (
    select
      gym_equipment.unit_system, private.label_units(gym_equipment.weight_kg, gym_equipment.unit_system),
      sum(gym_equipment.count)::integer
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id and gym_equipment.type = 'plate'
    group by 1, 2
  ) as plate (unit_system, weight, count)
  where plate.count >= p_places
  order by plate.unit_system, plate.weight desc;
end;
$$;

revoke execute on function private.gym_plates(uuid, integer) from public;
grant execute on function private.gym_plates(uuid, integer) to authenticated, service_role;

comment on function private.gym_plates(uuid, integer) is
  'Plates of a gym, heaviest first, in units of private.label_units(), and how many of them each of p_places can get: '
  'an odd one stays on the floor.';
