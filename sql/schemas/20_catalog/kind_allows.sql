create or replace function private.kind_allows(p_kind text, p_field text)
returns boolean
language sql
immutable
security invoker
return
  case p_kind
    when 'weight_reps' then p_field in ('weight_kg', 'reps')
    when 'reps_only' then p_field = 'reps'
    when 'bodyweight_reps' then p_field = 'reps'
    when 'weighted_bodyweight' then p_field in ('weight_kg', 'reps')
    when 'assisted_bodyweight' then p_field in ('weight_kg', 'reps')
    when 'duration' then p_field = 'duration_seconds'
    when 'weight_duration' then p_field in ('weight_kg', 'duration_seconds')
    when 'distance_duration' then p_field in ('distance_meters', 'duration_seconds')
    when 'weight_distance' then p_field in ('weight_kg', 'distance_meters')
    else false
  end;

revoke execute on function private.kind_allows(text, text) from public;
grant execute on function private.kind_allows(text, text) to authenticated, service_role;

comment on function private.kind_allows(text, text) is
  'Whether sets of an exercise of this kind may have the field: reps, weight_kg, duration_seconds or '
  'distance_meters. The checks of workout_sets and the validation of log_workout() both ask here.';
