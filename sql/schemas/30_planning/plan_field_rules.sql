create or replace function private.plan_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('plan', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[], null),
      ('plan', 'version', 'number', false, 1, 2147483647, 1, null, null),
      ('plan', 'name', 'text', true, 1, 120, null, null, null),
      ('plan', 'description', 'text', false, 0, 4000, null, null, null),
      ('plan', 'goal', 'choice', false, null, null, null, array[
        'strength', 'hypertrophy', 'power', 'endurance', 'weight_loss', 'mobility', 'sport', 'general_fitness'
      ], null),
      ('plan', 'level', 'choice', false, null, null, null, array['beginner', 'intermediate', 'advanced'], null),
      ('plan', 'tags', 'texts', false, null, 20, null, null, null),
      ('plan', 'weeks', 'number', false, 1, 52, 1, null, null),
      ('plan', 'deload_weeks', 'array', false, null, 52, null, null, null),
      ('plan', 'is_repeating', 'boolean', false, null, null, null, null, null),
      ('plan', 'visibility', 'choice', false, null, null, null, array['public', 'followers', 'private'], null),
      ('plan', 'days', 'array', false, null, 1000, null, null, 'day'),
      ('day', 'id', 'uuid', true, null, null, null, null, null),
      ('day', 'week', 'number', true, 1, 52, 1, null, null),
      ('day', 'weekday', 'number', true, 1, 7, 1, null, null),
      ('day', 'position', 'number', false, 1, 10, 1, null, null),
      ('day', 'routine_id', 'uuid', false, null, null, null, null, null),
      ('day', 'name', 'text', false, 1, 120, null, null, null),
      ('day', 'notes', 'text', false, 0, 4000, null, null, null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.plan_field_rules() from public;
grant execute on function private.plan_field_rules() to authenticated, service_role;

comment on function private.plan_field_rules() is
  'What save_plan() takes: the fields of a plan and of its days. The tables check the same bounds, whichever way a row '
  'comes.';
