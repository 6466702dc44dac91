create or replace function private.workout_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('workout', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[], null),
      ('workout', 'revision', 'number', false, 1, 2147483647, 1, null, null),
      ('workout', 'name', 'text', true, 1, 120, null, null, null),
      ('workout', 'notes', 'text', false, 0, 4000, null, null, null),
      ('workout', 'started_at', 'instant', true, null, null, null, null, null),
      ('workout', 'ended_at', 'instant', false, null, null, null, null, null),
      ('workout', 'time_zone', 'text', true, 1, 60, null, null, null),
      ('workout', 'session_rpe', 'number', false, 0, 10, 0.5, null, null),
      ('workout', 'visibility', 'choice', false, null, null, null, array['public', 'followers', 'private'], null),
      ('workout', 'routine_id', 'uuid', false, null, null, null, null, null),
      ('workout', 'enrollment_id', 'uuid', false, null, null, null, null, null),
      ('workout', 'energy_kcal', 'number', false, 0, 20000, null, null, null),
      ('workout', 'average_heart_rate', 'number', false, 20, 250, 1, null, null),
      ('workout', 'max_heart_rate', 'number', false, 20, 250, 1, null, null),
      ('workout', 'source', 'form', false, null, null, null, array['^[a-z][a-z0-9_]{0,39}$', 'healthkit'], null),
      ('workout', 'external_id', 'text', false, 1, 200, null, null, null),
      ('workout', 'exercises', 'array', false, 0, 100, null, null, 'exercise'),
      ('exercise', 'id', 'uuid', true, null, null, null, null, null),
      ('exercise', 'exercise_id', 'uuid', true, null, null, null, null, null),
      ('exercise', 'routine_exercise_id', 'uuid', false, null, null, null, null, null),
      ('exercise', 'position', 'number', true, 1, 500, 1, null, null),
      ('exercise', 'superset_group', 'number', false, 1, 100, 1, null, null),
      ('exercise', 'notes', 'text', false, 0, 4000, null, null, null),
      ('exercise', 'sets', 'array', false, 0, 200, null, null, 'set'),
      ('set', 'id', 'uuid', true, null, null, null, null, null),
      ('set', 'position', 'number', true, 1, 500, 1, null, null),
      ('set', 'set_type', 'choice', false, null, null, null, array[
        'normal', 'warmup', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
      ], null),
      ('set', 'reps', 'number', false, 0, 10000, 1, null, null),
      ('set', 'weight_kg', 'number', false, 0, 2000, null, null, null),
      ('set', 'duration_seconds', 'number', false, 0, 172800, 1, null, null),
      ('set', 'distance_meters', 'number', false, 0, 1000000, null, null, null),
      ('set', 'rpe', 'number', false, 1, 10, 0.5, null, null),
      ('set', 'rir', 'number', false, 0, 10, 0.5, null, null),
      ('set', 'side', 'choice', false, null, null, null, array['left', 'right'], null),
      ('set', 'rest_seconds', 'number', false, 0, 86400, 1, null, null),
      ('set', 'tempo', 'form', false, null, null, null, array[
        '^([0-9X]{4}|([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3})$', '31X0 or 3-1-X-0'
      ], null),
      ('set', 'incline_percent', 'number', false, -30, 60, 0.1, null, null),
      ('set', 'steps', 'number', false, 0, 200000, 1, null, null),
      ('set', 'energy_kcal', 'number', false, 0, 20000, null, null, null),
      ('set', 'average_heart_rate', 'number', false, 20, 250, 1, null, null),
      ('set', 'max_heart_rate', 'number', false, 20, 250, 1, null, null),
      ('set', 'notes', 'text', false, 0, 1000, null, null, null),
      ('set', 'target', 'object', false, null, 4000, null, null, null),
      ('set', 'completed_at', 'instant', false, null, null, null, null, null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.workout_field_rules() from public;
grant execute on function private.workout_field_rules() to authenticated, service_role;

comment on function private.workout_field_rules() is
  'What log_workout() takes: the fields of a workout, of its exercises and of their sets. The tables check the same '
  'bounds, whichever way a row comes.';
