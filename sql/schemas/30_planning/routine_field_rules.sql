create or replace function private.routine_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('routine', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[], null),
      ('routine', 'version', 'number', false, 1, 2147483647, 1, null, null),
      ('routine', 'folder_id', 'uuid', false, null, null, null, null, null),
      ('routine', 'name', 'text', true, 1, 120, null, null, null),
      ('routine', 'notes', 'text', false, 0, 4000, null, null, null),
      ('routine', 'position', 'number', false, 1, 1000, 1, null, null),
      ('routine', 'visibility', 'choice', false, null, null, null, array['public', 'followers', 'private'], null),
      ('routine', 'exercises', 'array', false, 0, 200, null, null, 'exercise'),
      ('exercise', 'id', 'uuid', true, null, null, null, null, null),
      ('exercise', 'exercise_id', 'uuid', true, null, null, null, null, null),
      ('exercise', 'position', 'number', true, 1, 500, 1, null, null),
      ('exercise', 'superset_group', 'number', false, 1, 100, 1, null, null),
      ('exercise', 'rest_seconds', 'number', false, 0, 86400, 1, null, null),
      ('exercise', 'notes', 'text', false, 0, 4000, null, null, null),
      ('exercise', 'warmup_ramp', 'array', false, 0, 10, null, null, 'warmup_step'),
      ('exercise', 'progression', 'object', false, null, null, null, null, null),
      ('exercise', 'sets', 'array', false, 0, 200, null, null, 'set'),
      ('warmup_step', 'percent', 'number', true, 1, 100, null, null, null),
      ('warmup_step', 'reps', 'number', true, 1, 50, 1, null, null),
      ('warmup_step', 'rest_seconds', 'number', false, 0, 86400, 1, null, null),
      ('set', 'id', 'uuid', true, null, null, null, null, null),
      ('set', 'position', 'number', true, 1, 500, 1, null, null),
      ('set', 'set_type', 'choice', false, null, null, null, array[
        'normal', 'warmup', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
      ], null),
      ('set', 'min_reps', 'number', false, 1, 10000, 1, null, null),
      ('set', 'max_reps', 'number', false, 1, 10000, 1, null, null),
      ('set', 'weight_kg', 'number', false, 0, 2000, null, null, null),
      ('set', 'load_percent', 'number', false, 0.01, 200, null, null, null),
      ('set', 'load_percent_of', 'choice', false, null, null, null, array['e1rm', 'training_max'], null),
      ('set', 'duration_seconds', 'number', false, 1, 172800, 1, null, null),
      ('set', 'distance_meters', 'number', false, 0.01, 1000000, null, null, null),
      ('set', 'rpe', 'number', false, 1, 10, 0.5, null, null),
      ('set', 'rir', 'number', false, 0, 10, 0.5, null, null),
      ('set', 'rest_seconds', 'number', false, 0, 86400, 1, null, null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.routine_field_rules() from public;
grant execute on function private.routine_field_rules() to authenticated, service_role;

comment on function private.routine_field_rules() is
  'What save_routine() takes: the fields of a routine, of its exercises with their warm-ups, and of their sets. The '
  'tables check the same bounds, whichever way a row comes.';
