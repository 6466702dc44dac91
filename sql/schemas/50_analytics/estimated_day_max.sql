create or replace function private.estimated_day_max(p_weights_kg numeric[], p_factors numeric[])
returns numeric
language sql
immutable
security invoker
return
  greatest(
    p_weights_kg[1] * p_factors[1],
    p_weights_kg[2] * p_factors[2],
    p_weights_kg[3] * p_factors[3],
    p_weights_kg[4] * p_factors[4],
    p_weights_kg[5] * p_factors[5],
    p_weights_kg[6] * p_factors[6],
    p_weights_kg[7] * p_factors[7],
    p_weights_kg[8] * p_factors[8],
    p_weights_kg[9] * p_factors[9],
    p_weights_kg[10] * p_factors[10]
  );

revoke execute on function private.estimated_day_max(numeric[], numeric[]) from public;
grant execute on function private.estimated_day_max(numeric[], numeric[]) to authenticated, service_role;

comment on function private.estimated_day_max(numeric[], numeric[]) is
  'Best estimated one-repetition maximum of a day, in kg, not rounded: from the heaviest load for each repetition '
  'count and the factors of a formula, as one_rep_max_factors() answers them. Null where nothing was done for 1 to '
  '10 repetitions.';
