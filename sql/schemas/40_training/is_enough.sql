create or replace function private.is_enough(
  p_amount numeric,
  p_result private.session_result,
  p_loadable numeric[],
  p_is_assisted boolean
)
returns boolean
language sql
immutable
security invoker
return
  case
    when p_amount is null or p_result.amount is null then true
    when p_is_assisted and p_result.amount <= p_amount * 1.005 then true
    when not p_is_assisted and p_result.amount >= p_amount * 0.995 then true
    -- What the gym makes of the load, set by set.
    else coalesce(
      (
        select bool_and(case
          when p_is_assisted
          then lifted.weight_kg <= private.round_load(p_amount * lifted.share, p_loadable) * 1.005
          else lifted.weight_kg >= private.round_load(p_amount * lifted.share, p_loadable) * 0.995
        end)
        from unnest(p_result.weights_kg, p_result.shares) as lifted (weight_kg, share)
      ),
      false
    )
  end;

revoke execute on function private.is_enough(numeric, private.session_result, numeric[], boolean) from public;
grant execute on function private.is_enough(numeric, private.session_result, numeric[], boolean)
  to authenticated, service_role;

comment on function private.is_enough(numeric, private.session_result, numeric[], boolean) is
  'Whether a session had the amount that was due: at most 0.5 % less, or what the gym makes of it.';
