create or replace function private.session_outcome(
  p_scheme text,
  p_amount numeric,
  p_result private.session_result,
  p_loadable numeric[],
  p_is_assisted boolean
)
returns text
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_is_enough boolean := coalesce(case
    when p_is_assisted then p_result.amount <= p_amount * 1.005
    else p_result.amount >= p_amount * 0.995
  end, true);
  v_loaded_kg numeric;
begin
  if not v_is_enough then
    for v_set in 1..coalesce(cardinality(p_result.weights_kg), 0) loop
      v_loaded_kg := private.round_load(p_amount * p_result.shares[v_set], p_loadable);
      v_is_enough := case
        when p_is_assisted then p_result.weights_kg[v_set] <= v_loaded_kg * 1.005
        else p_result.weights_kg[v_set] >= v_loaded_kg * 0.995
      end;
      exit when not v_is_enough;
    end loop;
  end if;

  if not v_is_enough then
    return case when not p_result.is_excused then 'failed' end;
  end if;
  if p_scheme = 'double' and p_result.is_met and not p_result.is_at_ceiling then
    return 'held';
  end if;
  return case when p_result.is_met then 'succeeded' else 'failed' end;
end;
$$;

revoke execute on function private.session_outcome(
  text, numeric, private.session_result, numeric[], boolean
) from public;
grant execute on function private.session_outcome(text, numeric, private.session_result, numeric[], boolean)
  to authenticated, service_role;

comment on function private.session_outcome(text, numeric, private.session_result, numeric[], boolean) is
  'succeeded, failed or held, or null where a session says nothing: it was sent with lighter targets of its own, and '
  'met them. A load is enough at 0.5 % less than was due, or at what the gym makes of it.';
