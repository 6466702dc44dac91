create or replace function private.fold_progression(
  p_rule jsonb,
  p_start numeric,
  p_results private.session_result[],
  p_loadable numeric[] default null,
  p_is_assisted boolean default false
)
returns private.progression_state
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_scheme text := p_rule ->> 'scheme';
  v_turns integer := coalesce(jsonb_array_length(p_rule -> 'waves'), 1);
  v_every integer := coalesce((p_rule ->> 'every')::numeric, 1);
  v_stall_after integer := (p_rule #>> '{stall,after}')::numeric;
  v_increment numeric := coalesce(
    p_rule ->> 'increment_kg', p_rule ->> 'increment_reps', p_rule ->> 'increment_seconds'
  )::numeric;
  v_percent numeric := (p_rule ->> 'increment_percent')::numeric;
  v_limit numeric := coalesce(p_rule ->> 'max_kg', p_rule ->> 'max_reps', p_rule ->> 'max_seconds')::numeric;
  v_start numeric := private.at_most(p_start, v_limit);
  v_amount numeric := v_start;
  v_previous numeric;
  v_code text;
  v_sessions integer := 0;
  v_successes integer := 0;
  v_failures integer := 0;
  v_turn integer := 0;
  v_cycle integer := 0;
  v_result private.session_result;
  v_latest private.session_result;
  v_is_enough boolean;
  v_outcome text;
  v_cycle_outcome text;
begin
  foreach v_result in array coalesce(p_results, '{}') loop
    continue when v_result.is_deload;
    v_sessions := v_sessions + 1;

    -- Without a load to begin with, the first session chooses it; without a rule, every session does.
    if v_start is null then
      v_start := case when v_scheme is not null then private.at_most(nullif(v_result.amount, 0), v_limit) end;
      v_amount := coalesce(v_start, nullif(v_result.amount, 0), v_amount);
    end if;
    continue when v_scheme is null or v_scheme = 'rpe';

    v_latest := v_result;
    v_is_enough := coalesce(private.reaches(v_result.amount, v_amount, p_is_assisted), true);
    if not v_is_enough then
      v_is_enough := private.is_loaded_as_due(v_amount, v_result, p_loadable, p_is_assisted);
    end if;
    v_outcome := case
      when not v_is_enough and v_result.is_excused then null
      when not v_is_enough or not v_result.is_met then 'failed'
      when v_scheme = 'double' and not v_result.is_at_ceiling then 'held'
      else 'succeeded'
    end;
    if v_turns > 1 then
      -- A cycle is as good as the worst of its sessions that count.
      v_cycle_outcome := case
        when 'failed' in (v_outcome, v_cycle_outcome) then 'failed'
        else coalesce(v_outcome, v_cycle_outcome)
      end;
      v_turn := (v_turn + 1) % v_turns;
      v_code := 'wave';
      continue when v_turn > 0;
      v_outcome := v_cycle_outcome;
      v_cycle_outcome := null;
    end if;
    v_cycle := v_cycle + 1;
    v_code := coalesce(v_outcome, 'held');
    v_previous := v_amount;

    if v_outcome = 'held' then
      v_failures := 0;
    elsif v_outcome = 'succeeded' then
      v_failures := 0;
      v_successes := v_successes + 1;
      continue when v_successes < v_every;
      v_amount := private.raised_amount(
        v_amount, coalesce(v_increment, v_amount * v_percent / 100, 0), v_limit, p_is_assisted
      );
      v_code := case
        when v_amount is distinct from v_previous then 'raised'
        when v_scheme = 'wave' and v_limit is null then 'wave'
        else 'capped'
      end;
      v_successes := 0;
    elsif v_outcome = 'failed' then
      v_failures := v_failures + 1;
      continue when v_stall_after is null or v_failures < v_stall_after;
      v_code := case p_rule #>> '{stall,action}' when 'reset' then 'reset' else 'deloaded' end;
      v_amount := case v_code
        when 'reset' then v_start
        else private.deloaded_amount(p_rule, v_amount, p_is_assisted)
      end;
      v_failures := 0;
      v_successes := 0;
    end if;
  end loop;

  -- Repetitions begin anew with another load.
  if v_code in ('raised', 'deloaded', 'reset') then
    v_latest := null;
  end if;
  return row(
    v_sessions, v_amount, v_successes, v_failures, v_turn, v_cycle, v_code, v_previous,
    v_latest.positions, v_latest.reps
  );
end;
$$;

revoke execute on function private.fold_progression(
  jsonb, numeric, private.session_result[], numeric[], boolean
) from public;
grant execute on function private.fold_progression(jsonb, numeric, private.session_result[], numeric[], boolean)
  to authenticated, service_role;

comment on function private.fold_progression(jsonb, numeric, private.session_result[], numeric[], boolean) is
  'Where a progression stands after its sessions, oldest first: linear adds after successes (as in 5×5 programmes), '
  'double climbs from the lowest to the highest repetitions before it adds (double progression), wave takes the '
  'percentages of a cycle in turn and adds to the training max after it (as in 5/3/1); a stall takes off or begins '
  'anew. A session that met lighter targets of its own says nothing. Amounts are exact, to a millionth: rounding is '
  'for the answer. p_start is null where no load is known, p_loadable is what the gym has.';
