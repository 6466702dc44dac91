create or replace function private.estimated_one_rep_max(p_weights_kg numeric[])
returns numeric
language sql
immutable
security invoker
return
  round(
    greatest(
      p_weights_kg[1],
      private.one_rep_max('epley', p_weights_kg[2], 2),
      private.one_rep_max('epley', p_weights_kg[3], 3),
      private.one_rep_max('epley', p_weights_kg[4], 4),
      private.one_rep_max('epley', p_weights_kg[5], 5),
      private.one_rep_max('epley', p_weights_kg[6], 6),
      private.one_rep_max('epley', p_weights_kg[7], 7),
      private.one_rep_max('epley', p_weights_kg[8], 8),
      private.one_rep_max('epley', p_weights_kg[9], 9),
      private.one_rep_max('epley', p_weights_kg[10], 10)
    ),
    3
  );

revoke execute on function private.estimated_one_rep_max(numeric[]) from public;
grant execute on function private.estimated_one_rep_max(numeric[]) to authenticated, service_role;

comment on function private.estimated_one_rep_max(numeric[]) is
  'Best estimated one-repetition maximum, in kg, from the heaviest load for each repetition count: Epley''s '
  'formula, a single counting as itself; above 10 repetitions the formula says nothing.';
