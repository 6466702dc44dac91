create or replace function private.progression_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    select scheme || '_progression' as level, field, type, is_required, minimum, maximum, step, choices, element_level
    from (
      values
        (
          array['linear', 'double', 'wave', 'rpe'],
          'scheme', 'choice', true, null::numeric, null::numeric, null::numeric,
          array['linear', 'double', 'wave', 'rpe'], null
        ),
        (
          array['linear', 'double', 'wave', 'rpe'],
          'scope', 'choice', false, null, null, null, array['routine', 'plan'], null
        ),
        (array['linear', 'double', 'wave', 'rpe'], 'max_kg', 'number', false, 0.001, 2000, null, null, null),
        (array['linear', 'double', 'wave', 'rpe'], 'deload', 'object', false, null, null, null, null, 'deload'),
        (array['linear', 'double', 'wave'], 'increment_kg', 'number', false, 0.001, 100, null, null, null),
        (array['linear', 'double', 'wave'], 'increment_percent', 'number', false, 0.01, 100, null, null, null),
        (array['linear', 'double', 'wave'], 'stall', 'object', false, null, null, null, null, 'stall'),
        (array['linear', 'wave'], 'training_max_percent', 'number', false, 0.01, 100, null, null, null),
        (array['linear'], 'increment_reps', 'number', false, 1, 100, 1, null, null),
        (array['linear'], 'increment_seconds', 'number', false, 1, 3600, 1, null, null),
        (array['linear'], 'max_reps', 'number', false, 1, 10000, 1, null, null),
        (array['linear'], 'max_seconds', 'number', false, 1, 172800, 1, null, null),
        (array['linear'], 'every', 'number', false, 1, 50, 1, null, null),
        (array['wave'], 'percent_of', 'choice', true, null, null, null, array['training_max', 'e1rm'], null),
        (array['wave'], 'waves', 'array', true, 1, 52, null, null, null)
    ) as field_of (schemes, field, type, is_required, minimum, maximum, step, choices, element_level)
    cross join lateral unnest(schemes) as scheme

    union all

    values
      ('stall', 'after', 'number', true, 1, 20, 1, null, null),
      ('stall', 'action', 'choice', true, null, null, null, array['deload', 'reset'], null),
      ('stall', 'percent', 'number', false, 0.01, 90, null, null, null),
      ('deload', 'percent', 'number', true, 0.01, 100, null, null, null),
      ('deload', 'every_sessions', 'number', false, 2, 100, 1, null, null),
      ('wave_set', 'percent', 'number', true, 0.01, 200, null, null, null),
      ('wave_set', 'min_reps', 'number', true, 1, 10000, 1, null, null),
      ('wave_set', 'max_reps', 'number', false, 1, 10000, 1, null, null),
      ('wave_set', 'set_type', 'choice', false, null, null, null, array[
        'normal', 'drop', 'failure', 'amrap', 'rest_pause', 'myo', 'cluster', 'backoff'
      ], null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.progression_field_rules() from public;
grant execute on function private.progression_field_rules() to authenticated, service_role;

comment on function private.progression_field_rules() is
  'What a progression may say, by scheme; private.progression_problem() adds what two fields mean together. '
  'types/contracts/progression.ts says the same to clients.';
