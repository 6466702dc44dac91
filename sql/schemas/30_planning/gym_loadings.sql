create or replace function private.gym_loadings(p_gym_id uuid, p_exercise_id uuid, p_weights_kg numeric[])
returns table (weight_kg numeric, loading jsonb)
language plpgsql
stable
security invoker
rows 20
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- All weights at once: what a gym can load takes longer to work out than all the rest.
  return query
    with loads as materialized (
      select loads.* from private.gym_loads(p_gym_id, p_exercise_id) as loads
    ),
    known as materialized (
      select array_agg(distinct loads.load_grams order by loads.load_grams) as grams from loads
    ),
    nearest as materialized (
      select
        wanted.weight_kg,
        case
          when search.below = 0
            or known.grams[search.below + 1] - wanted.grams < wanted.grams - known.grams[search.below]
          then search.below + 1
          else search.below
        end as place
      from (
        select distinct sent.weight_kg, round(sent.weight_kg * 1000)::integer as grams
        from unnest(p_weights_kg) as sent (weight_kg)
      ) as wanted
      cross join known
      cross join lateral (select width_bucket(wanted.grams, known.grams) as below) as search
    ),
    chosen as materialized (
      select distinct on (nearest.weight_kg)
        nearest.weight_kg as requested_kg,
        coalesce(loads.load_grams * 0.001, private.round_load(nearest.weight_kg, null)) as loaded_kg,
        known.grams[nearest.place - 1] as below_grams,
        known.grams[nearest.place + 1] as above_grams,
        loads.*
      from nearest
      cross join known
      left join loads on loads.load_grams = known.grams[nearest.place]
      order by nearest.weight_kg, loads.position, loads.item_id
    ),
    -- What goes to each place is the same for many loads.
    piles as materialized (
      select
        pile.places, pile.metric, pile.imperial,
        jsonb_agg(
          jsonb_build_object(
            'weight_kg', trim_scale(round(plate.weight * 0.0000000001, 6)),
            'unit_system', plates.unit_system,
            'count', plate.count
          )
          order by plate.weight desc
        ) as per_side
      from (
        select distinct chosen.places, chosen.metric, chosen.imperial from chosen where chosen.places is not null
      ) as pile
      cross join lateral private.gym_plates(p_gym_id, pile.places) as plates
      cross join lateral unnest(
        plates.weights,
        private.fewest_plates(
          plates.weights, plates.counts, case plates.unit_system when 'metric' then pile.metric else pile.imperial end
        )
      ) as plate (weight, count)
      where plate.count > 0
      group by pile.places, pile.metric, pile.imperial
    )
    select
      chosen.requested_kg,
      jsonb_build_object(
        'requested_kg', chosen.requested_kg,
        'loaded_kg', trim_scale(chosen.loaded_kg),
        'difference_kg', trim_scale(chosen.loaded_kg - chosen.requested_kg),
        'below_kg', trim_scale(chosen.below_grams * 0.001),
        'above_kg', trim_scale(chosen.above_grams * 0.001),
        'type', coalesce(chosen.type, 'none'),
        'bar', case chosen.type when 'bar' then item.document end,
        'item', case when chosen.type in ('fixed_weight', 'stack') then item.document end,
        'sides', chosen.sides,
        'per_side', coalesce(piles.per_side, '[]')
      )
    from chosen
    left join piles using (places, metric, imperial)
    left join lateral (
      select jsonb_build_object(
        'id', gym_equipment.id, 'name', gym_equipment.name, 'weight_kg', trim_scale(gym_equipment.weight_kg)
      ) as document
      from public.gym_equipment
      where gym_equipment.id = chosen.item_id
    ) as item on true;
end;
$$;

revoke execute on function private.gym_loadings(uuid, uuid, numeric[]) from public;
grant execute on function private.gym_loadings(uuid, uuid, numeric[]) to authenticated, service_role;

comment on function private.gym_loadings(uuid, uuid, numeric[]) is
  'How to load an exercise in a gym with each of several weights: Loading of types/contracts/gym.ts, as load_plates() '
  'answers it. Under the caller''s rights: what they do not see is not there.';
