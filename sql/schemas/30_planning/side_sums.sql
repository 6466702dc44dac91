create or replace function private.side_sums(p_gym_id uuid, p_places integer)
returns table (metric integer, imperial integer, sum_kg numeric)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_metric integer[];
  v_imperial integer[];
begin
  select
    private.reachable_sums(
      coalesce(array_agg(plate.weight) filter (where plate.unit_system = 'metric'), '{}'),
      array_agg(plate.count) filter (where plate.unit_system = 'metric'), 400000
    ),
    private.reachable_sums(
      coalesce(array_agg(plate.weight) filter (where plate.unit_system = 'imperial'), '{}'),
      array_agg(plate.count) filter (where plate.unit_system = 'imperial'), 88000
    )
  into v_metric, v_imperial
  from private.gym_plates(p_gym_id, p_places) as plate;

  -- Few plates of both systems go together. Where both are complete, a place has one system: mixing them would only
  -- answer loads that nobody asks for, a few grams apart.
  if cardinality(v_metric) * cardinality(v_imperial) <= 2000 then
    return query
    select m.sum, i.sum, private.label_kg(m.sum, 'metric') + private.label_kg(i.sum, 'imperial')
    from unnest(v_metric) as m (sum)
    cross join unnest(v_imperial) as i (sum);
  else
    return query
    select m.sum, 0, private.label_kg(m.sum, 'metric') from unnest(v_metric) as m (sum)
    union all
    select 0, i.sum, private.label_kg(i.sum, 'imperial') from unnest(v_imperial) as i (sum) where i.sum > 0;
  end if;
end;
$$;

revoke execute on function private.side_sums(uuid, integer) from public;
grant execute on function private.side_sums(uuid, integer) to authenticated, service_role;

comment on function private.side_sums(uuid, integer) is
  'What a gym''s plates add up to in one of p_places that get the same (two sides of a bar, four of two dumbbells), up '
  'to 400 kg: the share of metric plates in grams, that of imperial ones in hundredths of a pound, and both in kg.';
