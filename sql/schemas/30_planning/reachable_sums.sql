create or replace function private.reachable_sums(p_weights bigint[], p_counts integer[], p_max bigint)
returns bigint[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_step bigint := 0;
  v_sums bit varying;
  v_weight bigint;
  v_left integer;
  v_bundle integer;
begin
  foreach v_weight in array p_weights loop
    v_step := gcd(v_step, v_weight);
  end loop;
  if v_step = 0 then
    return array[0];
  end if;

  -- One bit for each multiple of the step, set where it is a sum. Only steps of a few grams meet the bound on bits.
  v_sums := B'1' || repeat('0', (
    select div(least(p_max, sum(plate.weight * plate.count)), v_step)
    from unnest(p_weights, p_counts) as plate (weight, count)
  )::integer)::bit varying;
  v_sums := substring(v_sums for 120000);

  -- Adding a weight shifts all sums by it. Bundles of 1, 2, 4, … and the rest make every number up to the count.
  for i in 1 .. cardinality(p_weights) loop
    v_left := p_counts[i];
    v_bundle := 1;
    while v_left > 0 loop
      v_sums := v_sums | (v_sums >> (least(v_bundle, v_left) * (p_weights[i] / v_step))::integer);
      v_left := v_left - v_bundle;
      v_bundle := v_bundle * 2;
    end loop;
  end loop;

  return array(
    select i * v_step from generate_series(0, length(v_sums) - 1) as i where get_bit(v_sums, i) = 1 order by i
  );
end;
$$;

revoke execute on function private.reachable_sums(bigint[], integer[], bigint) from public;
grant execute on function private.reachable_sums(bigint[], integer[], bigint) to authenticated, service_role;

comment on function private.reachable_sums(bigint[], integer[], bigint) is
  'What plates add up to: all sums up to p_max, ascending from 0, of at most p_counts[i] of each p_weights[i]. A '
  'dynamic program over a string of bits.';
