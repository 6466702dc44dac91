create or replace function private.exercise_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('exercise', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[], null),
      ('exercise', 'version', 'number', false, 1, 2147483647, 1, null, null),
      ('exercise', 'name', 'text', true, 1, 120, null, null, null),
      ('exercise', 'kind', 'choice', true, null, null, null, array[
        'weight_reps', 'reps_only', 'bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight',
        'duration', 'weight_duration', 'distance_duration', 'weight_distance'
      ], null),
      ('exercise', 'category', 'choice', true, null, null, null, array[
        'strength', 'olympic', 'plyometric', 'strongman', 'cardio', 'mobility', 'stretching'
      ], null),
      ('exercise', 'mechanic', 'choice', false, null, null, null, array['compound', 'isolation'], null),
      ('exercise', 'force', 'choice', false, null, null, null, array['push', 'pull', 'static'], null),
      ('exercise', 'level', 'choice', true, null, null, null, array['beginner', 'intermediate', 'advanced'], null),
      ('exercise', 'is_unilateral', 'boolean', false, null, null, null, null, null),
      ('exercise', 'body_weight_share', 'number', false, 0, 1, 0.01, null, null),
      ('exercise', 'variation_group', 'text', false, 1, 60, null, null, null),
      ('exercise', 'instructions', 'texts', false, 0, 30, null, null, null),
      ('exercise', 'cues', 'texts', false, 0, 20, null, null, null),
      ('exercise', 'muscles', 'array', false, 0, 20, null, null, 'muscle'),
      ('exercise', 'equipment', 'texts', false, 0, 20, null, null, null),
      ('exercise', 'aliases', 'texts', false, 0, 30, null, null, null),
      ('muscle', 'muscle_id', 'text', true, 1, 60, null, null, null),
      ('muscle', 'role', 'choice', true, null, null, null, array['primary', 'secondary'], null),
      ('muscle', 'weight', 'number', false, 0.01, 1, 0.01, null, null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.exercise_field_rules() from public;
grant execute on function private.exercise_field_rules() to authenticated, service_role;

comment on function private.exercise_field_rules() is
  'What save_exercise() takes: the fields of an exercise and of its muscles. The tables check the same bounds, '
  'whichever way a row comes.';
