create or replace function private.exercise_day_value(
  p_day analytics.exercise_days,
  p_metric text,
  p_factors numeric[]
)
returns numeric
language sql
immutable
security invoker
return
  case p_metric
    when 'e1rm' then private.estimated_day_max((p_day).best_weights_kg, p_factors)
    when 'max_weight' then (p_day).max_weight_kg
    when 'set_volume' then (p_day).best_set_volume_kg
    when 'most_reps' then (p_day).most_reps
    when 'longest_duration' then (p_day).longest_seconds
    when 'farthest_distance' then (p_day).farthest_meters
    when 'best_pace' then (p_day).best_pace_seconds
    when 'volume' then (p_day).volume_kg
    when 'sets' then (p_day).sets
    when 'reps' then (p_day).reps
    when 'duration' then (p_day).duration_seconds
    when 'distance' then (p_day).distance_meters
  end;

revoke execute on function private.exercise_day_value(analytics.exercise_days, text, numeric[]) from public;
grant execute on function private.exercise_day_value(analytics.exercise_days, text, numeric[])
  to authenticated, service_role;

comment on function private.exercise_day_value(analytics.exercise_days, text, numeric[]) is
  'What a day tells of a metric of its exercise, as exercise_series() explains it; of an estimated maximum by these '
  'factors of a formula.';
