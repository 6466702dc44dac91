create or replace function private.side_sums(p_gym_id uuid, p_places integer)
returns table (metric bigint, imperial bigint)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_max constant bigint := private.label_weight(400, 'metric');
  v_metric bigint[];
  v_imperial bigint[];
begin
  select
    coalesce(max(sums.weights) filter (where sums.unit_system = 'metric'), array[0]),
    coalesce(max(sums.weights) filter (where sums.unit_system = 'imperial'), array[0])
  into v_metric, v_imperial
  from (
    select plates.unit_system, private.reachable_sums(plates.weights, plates.counts, v_max)
    from private.gym_plates(p_gym_id, p_places) as plates
  ) as sums (unit_system, weights);

  -- Few plates of both systems go together. Where both are complete, a place has one system: mixing them would only
  -- answer loads that nobody asks for, a few grams apart.
  if cardinality(v_metric) * cardinality(v_imperial) <= 2000 then
    return query
    select m.sum, i.sum from unnest(v_metric) as m (sum) cross join unnest(v_imperial) as i (sum);
  else
    return query
    select m.sum, 0::bigint from unnest(v_metric) as m (sum)
    union all
    select 0, i.sum from unnest(v_imperial) as i (sum) where i.sum > 0;
  end if;
end;
$$;

revoke execute on function private.side_sums(uuid, integer) from public;
grant execute on function private.side_sums(uuid, integer) to authenticated, service_role;

comment on function private.side_sums(uuid, integer) is
  'What a gym''s plates add up to in one of p_places that get the same (two sides of a bar, four of two dumbbells), up '
  'to 400 kg: the share of metric and that of imperial plates, in 10^-10 kg.';
