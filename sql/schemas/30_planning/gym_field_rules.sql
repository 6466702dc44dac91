create or replace function private.gym_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('gym', 'id', 'uuid', true, null::numeric, null::numeric, null::numeric, null::text[], null),
      ('gym', 'version', 'number', false, 1, 2147483647, 1, null, null),
      ('gym', 'name', 'text', true, 1, 120, null, null, null),
      ('gym', 'is_default', 'boolean', false, null, null, null, null, null),
      ('gym', 'equipment', 'array', false, 0, 1000, null, null, 'item'),
      ('item', 'id', 'uuid', true, null, null, null, null, null),
      ('item', 'type', 'choice', true, null, null, null, array['bar', 'plate', 'fixed_weight', 'stack'], null),
      ('item', 'equipment_id', 'text', false, 1, 60, null, null, null),
      ('item', 'exercise_id', 'uuid', false, null, null, null, null, null),
      ('item', 'name', 'text', false, 1, 120, null, null, null),
      ('item', 'position', 'number', false, 1, 1000, 1, null, null),
      ('item', 'weight_kg', 'number', true, 0, 1000, null, null, null),
      ('item', 'quantity', 'number', false, 1, 200, 1, null, null),
      ('item', 'step_kg', 'number', false, 0.01, 1000, null, null, null),
      ('item', 'max_weight_kg', 'number', false, 0, 1000, null, null, null),
      ('item', 'unit_system', 'choice', false, null, null, null, array['metric', 'imperial'], null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.gym_field_rules() from public;
grant execute on function private.gym_field_rules() to authenticated, service_role;

comment on function private.gym_field_rules() is
  'What save_gym() takes: the fields of a gym and of its equipment. The tables check the same bounds, whichever way a '
  'row comes.';
