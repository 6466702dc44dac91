create or replace function private.gym_plates(p_gym_id uuid, p_places integer)
returns table (unit_system text, weights bigint[], counts integer[])
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
  select
    plate.unit_system, array_agg(plate.weight order by plate.weight desc),
    array_agg(plate.count / p_places order by plate.weight desc)
  from (
    select
      gym_equipment.unit_system, private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system),
      sum(gym_equipment.quantity)::integer,
      row_number() over (
        partition by gym_equipment.unit_system
        order by private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system) desc
      )
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id and gym_equipment.type = 'plate'
    group by 1, 2
    having sum(gym_equipment.quantity) >= p_places
  ) as plate (unit_system, weight, count, rank)
  -- More kinds than anybody makes: what they add up to would cost more than it is worth.
  where plate.rank <= 24
  group by plate.unit_system;
end;
$$;

revoke execute on function private.gym_plates(uuid, integer) from public;
grant execute on function private.gym_plates(uuid, integer) to authenticated, service_role;

comment on function private.gym_plates(uuid, integer) is
  'Plates of a gym by unit system, at most 24 kinds of each: weights as of private.label_weight(), descending, and how '
  'many of them each of p_places can get. An odd one stays on the floor.';
