create or replace function private.fewest_plates(p_weights bigint[], p_counts integer[], p_sum bigint)
returns integer[]
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_kinds integer := coalesce(cardinality(p_weights), 0);
  v_plates bigint := (select coalesce(sum(plate.count), 0) from unnest(p_counts) as plate (count));
  v_step bigint := p_sum;
  v_weight bigint;
  -- The sums of at most v_taken plates of the kinds from i on, a bit each: v_sums[v_taken * (v_kinds + 1) + i].
  v_sums bit varying[];
  v_row bit varying;
  v_taken integer := 0;
  v_left bigint := p_sum;
  v_answer integer[] := '{}';
begin
  if p_sum = 0 then
    return array_fill(0, array[v_kinds]);
  end if;
  foreach v_weight in array p_weights loop
    v_step := gcd(v_step, v_weight);
  end loop;

  loop
    v_row := B'1' || repeat('0', (p_sum / v_step)::integer)::bit varying;
    v_sums[v_taken * (v_kinds + 1) + v_kinds + 1] := v_row;
    for i in reverse v_kinds .. 1 loop
      v_row := v_sums[v_taken * (v_kinds + 1) + i + 1];
      for n in 1 .. least(p_counts[i], v_taken) loop
        v_row := v_row | (v_sums[(v_taken - n) * (v_kinds + 1) + i + 1] >> (n * (p_weights[i] / v_step))::integer);
      end loop;
      v_sums[v_taken * (v_kinds + 1) + i] := v_row;
    end loop;
    exit when get_bit(v_row, (p_sum / v_step)::integer) = 1;
    v_taken := v_taken + 1;
    if v_taken > v_plates then
      return null;
    end if;
  end loop;

  -- Of the heaviest as many as leave what the others can make with the plates that remain.
  for i in 1 .. v_kinds loop
    for n in reverse least(p_counts[i], v_taken, v_left / p_weights[i]) .. 0 loop
      v_row := v_sums[(v_taken - n) * (v_kinds + 1) + i + 1];
      if get_bit(v_row, ((v_left - n * p_weights[i]) / v_step)::integer) = 1 then
        v_answer := v_answer || n;
        v_taken := v_taken - n;
        v_left := v_left - n * p_weights[i];
        exit;
      end if;
    end loop;
  end loop;
  return v_answer;
end;
$$;

revoke execute on function private.fewest_plates(bigint[], integer[], bigint) from public;
grant execute on function private.fewest_plates(bigint[], integer[], bigint) to authenticated, service_role;

comment on function private.fewest_plates(bigint[], integer[], bigint) is
  'How many of each p_weights[i], which descend, of at most p_counts[i], make p_sum with the fewest plates, and of '
  'those ways the one with the heaviest; null where none does.';
