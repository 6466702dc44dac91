create or replace function private.round_load(p_weight_kg numeric, p_loadable numeric[])
returns numeric
language sql
immutable
security invoker
return
  (
    select coalesce(
      case
        when p_loadable[search.below + 1] - p_weight_kg < p_weight_kg - p_loadable[search.below]
          then p_loadable[search.below + 1]
        else coalesce(p_loadable[search.below], p_loadable[search.below + 1])
      end,
      trim_scale(ceil(p_weight_kg * 2 - 0.5) / 2)
    )
    from (select width_bucket(p_weight_kg, p_loadable)) as search (below)
  );

revoke execute on function private.round_load(numeric, numeric[]) from public;
grant execute on function private.round_load(numeric, numeric[]) to authenticated, service_role;

comment on function private.round_load(numeric, numeric[]) is
  'The load nearest to a weight, in kg: of those of private.loadable_weights(), which ascend, or where that says '
  'nothing of the multiples of 0.5. Halfway between two it is the lighter.';
