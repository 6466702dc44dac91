create or replace function private.workout_field_rules()
returns table (
  level text,
  field text,
  type text,
  is_required boolean,
  minimum numeric,
  maximum numeric,
  step numeric,
  choices text[]
)
language sql
immutable
security invoker
begin atomic
  values
    ('workout', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[]),
    ('workout', 'revision', 'number', false, 1, 2147483647, 1, null),
    ('workout', 'name', 'text', true, 1, 120, null, null),
    ('workout', 'notes', 'text', false, 0, 4000, null, null),
    ('workout', 'started_at', 'instant', true, null, null, null, null),
    ('workout', 'ended_at', 'instant', false, null, null, null, null),
    ('workout', 'time_zone', 'text', true, 1, 60, null, null),
    ('workout', 'session_rpe', 'number', false, 0, 10, 0.5, null),
    ('workout', 'visibility', 'choice', false, null, null, null, array['public', 'followers', 'private']),
    ('workout', 'exercises', 'array', false, 0, 100, null, null),
    ('exercise', 'id', 'uuid', true, null, null, null, null),
    ('exercise', 'exercise_id', 'uuid', true, null, null, null, null),
    ('exercise', 'position', 'number', true, 1, 500, 1, null),
    ('exercise', 'superset_group', 'number', false, 1, 100, 1, null),
    ('exercise', 'notes', 'text', false, 0, 4000, null, null),
    ('exercise', 'sets', 'array', false, 0, 200, null, null),
    ('set', 'id', 'uuid', true, null, null, null, null),
    ('set', 'position', 'number', true, 1, 500, 1, null),
    ('set', 'set_type', 'choice', false, null, null, null, array[
      'normal', 'warmup', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
    ]),
    ('set', 'reps', 'number', false, 0, 10000, 1, null),
    ('set', 'weight_kg', 'number', false, 0, 2000, null, null),
    ('set', 'duration_seconds', 'number', false, 0, 172800, 1, null),
    ('set', 'distance_meters', 'number', false, 0, 1000000, null, null),
    ('set', 'rpe', 'number', false, 1, 10, 0.5, null),
    ('set', 'rir', 'number', false, 0, 10, 0.5, null),
    ('set', 'side', 'choice', false, null, null, null, array['left', 'right']),
    ('set', 'rest_seconds', 'number', false, 0, 86400, 1, null),
    ('set', 'notes', 'text', false, 0, 1000, null, null),
    ('set', 'target', 'object', false, null, null, null, null),
    ('set', 'completed_at', 'instant', false, null, null, null, null);
end;

revoke execute on function private.workout_field_rules() from public;
grant execute on function private.workout_field_rules() to authenticated, service_role;

comment on function private.workout_field_rules() is
  'What log_workout() takes: the fields of a workout, of its exercises and of their sets. minimum and maximum bound '
  'a number, the length of a text, or the length of an array. The tables check the same bounds, whichever way a row '
  'comes.';
