create or replace function public.load_plates(
  p_gym_id uuid default null,
  p_exercise_id uuid default null,
  p_weight_kg numeric default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_grams integer;
  v_gym_id uuid;
  v_load record;
  v_loaded_kg numeric;
  v_item jsonb;
  v_per_side jsonb;
begin
  -- Only p_gym_id may be left out, and only where all have defaults can the first do without a value.
  if p_weight_kg is null or p_weight_kg not between 0 and 2000 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_weight_kg', 'must be a number from 0 to 2000', 'Send a load in kilograms.'
    );
  end if;
  v_grams := round(p_weight_kg * 1000);

  select gyms.id
  into v_gym_id
  from public.gyms
  where gyms.user_id = v_user_id and case when p_gym_id is null then gyms.is_default else gyms.id = p_gym_id end;
  if v_gym_id is null and p_gym_id is not null then
    perform private.raise_id_unusable('p_gym_id');
  end if;
  if not exists (
    select
    from public.exercises
    where exercises.id = p_exercise_id and (exercises.user_id is null or exercises.user_id = v_user_id)
  ) then
    perform private.raise_id_unusable('p_exercise_id');
  end if;

  with loads as materialized (
    select loads.* from private.gym_loads(v_gym_id, p_exercise_id) as loads
  ),
  chosen as (
    select loads.*
    from loads
    order by abs(loads.load_grams - v_grams), loads.load_grams, loads.position, loads.item_id
    limit 1
  )
  select
    chosen.*,
    (select max(loads.load_grams) from loads where loads.load_grams < chosen.load_grams) as below_grams,
    (select min(loads.load_grams) from loads where loads.load_grams > chosen.load_grams) as above_grams
  into v_load
  from chosen;
  v_loaded_kg := coalesce(v_load.load_grams * 0.001, private.round_load(p_weight_kg, null));

  select jsonb_build_object(
    'id', gym_equipment.id, 'name', gym_equipment.name, 'weight_kg', trim_scale(gym_equipment.weight_kg)
  )
  into v_item
  from public.gym_equipment
  where gym_equipment.id = v_load.item_id;

  select jsonb_agg(
    jsonb_build_object(
      'weight_kg', trim_scale(round(plate.weight * 0.0000000001, 6)),
      'unit_system', plates.unit_system,
      'count', plate.count
    )
    order by plate.weight desc
  )
  into v_per_side
  from private.gym_plates(v_gym_id, v_load.places) as plates
  cross join lateral unnest(
    plates.weights,
    private.fewest_plates(
      plates.weights, plates.counts, case plates.unit_system when 'metric' then v_load.metric else v_load.imperial end
    )
  ) as plate (weight, count)
  where plate.count > 0;

  return jsonb_build_object(
    'requested_kg', p_weight_kg,
    'loaded_kg', trim_scale(v_loaded_kg),
    'difference_kg', trim_scale(v_loaded_kg - p_weight_kg),
    'below_kg', trim_scale(v_load.below_grams * 0.001),
    'above_kg', trim_scale(v_load.above_grams * 0.001),
    'type', coalesce(v_load.type, 'none'),
    'bar', case v_load.type when 'bar' then v_item end,
    'item', case when v_load.type in ('fixed_weight', 'stack') then v_item end,
    'sides', v_load.sides,
    'per_side', coalesce(v_per_side, '[]')
  );
end;
$$;

revoke execute on function public.load_plates(uuid, uuid, numeric) from public;
grant execute on function public.load_plates(uuid, uuid, numeric) to authenticated;

comment on function public.load_plates(uuid, uuid, numeric) is
  'How to load an exercise in one of the caller''s gyms, or without p_gym_id in the default one. Takes the load '
  'nearest to p_weight_kg, the lighter of two that are as near, and of what makes it the first by position. Answers '
  '{requested_kg, loaded_kg, difference_kg, below_kg, above_kg, type, bar, item, sides, per_side: [{weight_kg, '
  'unit_system, count}]}. below_kg and above_kg are one step down and up from loaded_kg, null at the ends. type is '
  'bar, fixed_weight, stack, plates (held or hung on), or none where the gym says nothing about the exercise: then it '
  'is rounded to 0.5 kg. bar or item is the {id, name, weight_kg} that is taken. per_side are the plates for each of '
  'sides, as few as there can be, from the inside out. The load of a dumbbell is that of one of them. Errors: 409 '
  'id_unusable; 422 invalid_field.';
