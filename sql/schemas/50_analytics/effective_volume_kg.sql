create or replace function private.effective_volume_kg(
  p_exercise_kind text,
  p_reps numeric,
  p_volume_kg numeric,
  p_assisted_kg numeric,
  p_body_weight_kg numeric,
  p_body_weight_share numeric
)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_exercise_kind not in ('bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight') then p_volume_kg
    -- greatest() passes over what is unknown.
    when p_body_weight_kg is not null and p_body_weight_share is not null
      then greatest(round(p_reps * p_body_weight_kg * p_body_weight_share, 3) + p_volume_kg - p_assisted_kg, 0)
  end;

revoke execute on function private.effective_volume_kg(text, numeric, numeric, numeric, numeric, numeric) from public;
grant execute on function private.effective_volume_kg(text, numeric, numeric, numeric, numeric, numeric)
  to authenticated, service_role;

comment on function private.effective_volume_kg(text, numeric, numeric, numeric, numeric, numeric) is
  'Volume load of a day of an exercise in kg, from the sums of its sets: volume_load_kg() summed. Where the body is part '
  'of the load, repetitions × body weight × the share that is lifted, plus what was added or less what assisted, and '
  'never below nothing. Null where body weight counts and is unknown.';
