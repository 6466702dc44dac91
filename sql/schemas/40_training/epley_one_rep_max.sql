create or replace function private.epley_one_rep_max(p_weight_kg numeric, p_reps integer)
returns numeric
language sql
immutable
security invoker
return
  p_weight_kg * (1 + p_reps / 30.0);

revoke execute on function private.epley_one_rep_max(numeric, integer) from public;
grant execute on function private.epley_one_rep_max(numeric, integer) to authenticated, service_role;

comment on function private.epley_one_rep_max(numeric, integer) is
  'One-repetition maximum in kg, estimated from a set to failure: weight × (1 + reps / 30) (Epley, Boyd Epley Workout, '
  '1985). The formula as it was published: it raises a single too, and means little above ten repetitions.';
