create or replace function private.volume_load_kg(
  p_exercise_kind text,
  p_reps integer,
  p_weight_kg numeric,
  p_body_weight_kg numeric,
  p_body_weight_share numeric
)
returns numeric
language sql
immutable
security invoker
return
  p_reps * private.effective_load_kg(p_exercise_kind, p_weight_kg, p_body_weight_kg, p_body_weight_share);

revoke execute on function private.volume_load_kg(text, integer, numeric, numeric, numeric) from public;
grant execute on function private.volume_load_kg(text, integer, numeric, numeric, numeric)
  to authenticated, service_role;

comment on function private.volume_load_kg(text, integer, numeric, numeric, numeric) is
  'Volume load of a set in kg: repetitions × effective_load_kg(). Null where either is unknown.';
