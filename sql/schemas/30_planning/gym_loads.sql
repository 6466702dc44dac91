create or replace function private.gym_loads(p_gym_id uuid, p_exercise_id uuid)
returns table (
  load_grams integer,
  type text,
  item_id uuid,
  "position" smallint,
  sides integer,
  places integer,
  metric bigint,
  imperial bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_kind text;
  v_equipment text[];
  v_hands integer;
  v_ends integer;
  v_has_own boolean;
begin
  select
    exercises.kind,
    array(
      select exercise_equipment.equipment_id
      from public.exercise_equipment
      where exercise_equipment.exercise_id = exercises.id
    ),
    case when exercises.is_unilateral or exercises.kind = 'weighted_bodyweight' then 1 else 2 end
  into v_kind, v_equipment, v_hands
  from public.exercises
  where exercises.id = p_exercise_id;

  if v_kind is null or not private.kind_allows(v_kind, 'weight_kg') then
    return;
  end if;

  v_ends := case when 'landmine' = any(v_equipment) then 1 else 2 end;
  v_has_own := exists (
    select
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id and gym_equipment.exercise_id = p_exercise_id
  );

  return query
  with items as (
    select
      gym_equipment.id, gym_equipment.type, gym_equipment.position,
      private.label_weight(gym_equipment.weight_kg, gym_equipment.unit_system) as weight,
      private.label_weight(gym_equipment.step_kg, gym_equipment.unit_system) as step,
      private.label_weight(gym_equipment.max_weight_kg, gym_equipment.unit_system) as max_weight,
      v_ends as sides,
      v_ends * case gym_equipment.equipment_id when 'dumbbell' then v_hands else 1 end as places
    from public.gym_equipment
    where gym_equipment.gym_id = p_gym_id
      and case
        when v_has_own then gym_equipment.exercise_id = p_exercise_id
        else
          gym_equipment.exercise_id is null
          and gym_equipment.equipment_id = any(v_equipment)
          -- Help comes from a stack, and the bar of a weighted pull-up is what one hangs from.
          and (v_kind <> 'assisted_bodyweight' or gym_equipment.type = 'stack')
          and (
            v_kind <> 'weighted_bodyweight' or gym_equipment.type <> 'bar' or gym_equipment.equipment_id = 'dumbbell'
          )
          and (gym_equipment.equipment_id <> 'dumbbell' or coalesce(gym_equipment.quantity, 2) >= v_hands)
      end
  ),
  loaded as (
    select items.id, items.type, items.position, items.weight, items.sides, items.places
    from items
    where items.type = 'bar'

    union all

    -- Plates alone, hung on or held. Beside a bar or machine they are something to stand or sit on.
    select null, 'plates', 1, 0, 1, 1
    where not v_has_own
      and v_equipment && array['plate', 'weight_belt', 'neck_harness', 'wrist_roller']
      and (v_kind = 'weighted_bodyweight' or not v_equipment && array['barbell', 'machine'])
  ),
  sums as (
    select needed.places, side.metric, side.imperial
    from (select distinct loaded.places from loaded) as needed
    cross join lateral private.side_sums(p_gym_id, needed.places) as side
  ),
  loads as (
    select
      loaded.weight + loaded.sides * (sums.metric + sums.imperial) as weight,
      loaded.type, loaded.id, loaded.position::smallint, loaded.sides, loaded.places, sums.metric, sums.imperial
    from loaded
    join sums on sums.places = loaded.places
    where loaded.type = 'bar' or sums.metric + sums.imperial > 0

    union all

    select
      items.weight, items.type, items.id, items.position, null::integer, null::integer, null::bigint, null::bigint
    from items
    where items.type = 'fixed_weight'

    union all

    select
      least(items.weight + pin.number * items.step, items.max_weight), items.type, items.id, items.position, null, null,
      null, null
    from items
    cross join lateral generate_series(
      0, (items.max_weight - items.weight + items.step - 1) / items.step
    ) as pin (number)
    where items.type = 'stack'
  )
  select
    ((loads.weight + 5000000) / 10000000)::integer, loads.type, loads.id, loads.position, loads.sides, loads.places,
    loads.metric, loads.imperial
  from loads

  union all

  -- Body weight alone is a load of 0.
  select 0, 'plates', null, 1::smallint, 1, 1, 0, 0
  where v_kind = 'weighted_bodyweight'
    and (exists (select from items) or exists (select from sums where sums.metric + sums.imperial > 0));
end;
$$;

revoke execute on function private.gym_loads(uuid, uuid) from public;
grant execute on function private.gym_loads(uuid, uuid) to authenticated, service_role;

comment on function private.gym_loads(uuid, uuid) is
  'Every way to load an exercise in a gym: the load in grams; what makes it (bar, fixed_weight, stack, or plates '
  'alone); its row of gym_equipment and position; and for plates how many sides of the load get the same, how many '
  'places get it in all, and what goes to each as private.side_sums() says. What serves the exercise alone goes before '
  'what serves its equipment. A dumbbell is loaded and counted as one of two, but where one side works at a time.';
