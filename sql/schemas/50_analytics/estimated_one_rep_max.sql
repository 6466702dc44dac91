create or replace function private.estimated_one_rep_max(p_weights_kg numeric[])
returns numeric
language sql
immutable
security invoker
return
  round(
    greatest(
      p_weights_kg[1], p_weights_kg[2] * (1 + 2 / 30.0), p_weights_kg[3] * (1 + 3 / 30.0),
      p_weights_kg[4] * (1 + 4 / 30.0), p_weights_kg[5] * (1 + 5 / 30.0), p_weights_kg[6] * (1 + 6 / 30.0),
      p_weights_kg[7] * (1 + 7 / 30.0), p_weights_kg[8] * (1 + 8 / 30.0), p_weights_kg[9] * (1 + 9 / 30.0),
      p_weights_kg[10] * (1 + 10 / 30.0)
    ),
    3
  );

revoke execute on function private.estimated_one_rep_max(numeric[]) from public;
grant execute on function private.estimated_one_rep_max(numeric[]) to authenticated, service_role;

comment on function private.estimated_one_rep_max(numeric[]) is
  'Best estimated one-repetition maximum, in kg, from the heaviest load for each repetition count: weight × (1 + '
  'reps / 30) (Epley 1985), a single counting as itself; above 10 repetitions the formula says nothing.';
