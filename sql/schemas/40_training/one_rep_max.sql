create or replace function private.one_rep_max(p_formula text, p_weight_kg numeric, p_reps integer)
returns numeric
language sql
immutable
security invoker
return
  p_weight_kg * private.one_rep_max_factor(p_formula, p_reps);

revoke execute on function private.one_rep_max(text, numeric, integer) from public;
grant execute on function private.one_rep_max(text, numeric, integer) to authenticated, service_role;

comment on function private.one_rep_max(text, numeric, integer) is
  'One-repetition maximum in kg, estimated from a set to failure by epley, brzycki, lombardi, oconner, mayhew, wathan '
  'or lander; the sources are at one_rep_max_factor(). The formula as it was published, whatever it is worth: '
  'one_rep_max_confidence() tells.';
