create or replace function private.effective_load_kg(
  p_exercise_kind text,
  p_weight_kg numeric,
  p_body_weight_kg numeric,
  p_body_weight_share numeric
)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_exercise_kind in ('weight_reps', 'weight_duration', 'weight_distance') then p_weight_kg
    when p_exercise_kind = 'bodyweight_reps' then p_body_weight_kg * p_body_weight_share
    when p_exercise_kind = 'weighted_bodyweight' then p_body_weight_kg * p_body_weight_share + coalesce(p_weight_kg, 0)
    -- greatest() passes over what is unknown.
    when p_exercise_kind = 'assisted_bodyweight' and p_body_weight_kg is not null and p_body_weight_share is not null
      then greatest(p_body_weight_kg * p_body_weight_share - coalesce(p_weight_kg, 0), 0)
  end;

revoke execute on function private.effective_load_kg(text, numeric, numeric, numeric) from public;
grant execute on function private.effective_load_kg(text, numeric, numeric, numeric) to authenticated, service_role;

comment on function private.effective_load_kg(text, numeric, numeric, numeric) is
  'What a set moves, in kg: its weight; where the body is part of the load, the share of it that the exercise lifts, '
  'plus what is added or less the assistance, never below nothing. p_body_weight_kg is that of the day. Null where it '
  'is needed and missing, and for kinds without a load.';
