create or replace function private.measurement_field_rules()
returns private.field_rule[]
language sql
immutable
security invoker
begin atomic
  select array_agg(row(rule.*)::private.field_rule)
  from (
    values
      ('batch', 'measurements', 'array', true, null::numeric, 1000::numeric, null::numeric, null::text[], 'measurement'),
      ('measurement', 'id', 'uuid', true, null, null, null, null, null),
      ('measurement', 'type_id', 'uuid', true, null, null, null, null, null),
      ('measurement', 'side', 'choice', false, null, null, null, array['left', 'right'], null),
      ('measurement', 'value', 'number', true, -1000000, 1000000, null, null, null),
      ('measurement', 'measured_at', 'instant', true, null, null, null, null, null),
      ('measurement', 'time_zone', 'text', true, 1, 60, null, null, null),
      ('measurement', 'notes', 'text', false, 0, 1000, null, null, null),
      ('measurement', 'source', 'form', false, null, null, null, array['^[a-z][a-z0-9_]{0,39}$', 'healthkit'], null),
      ('measurement', 'external_id', 'text', false, 1, 200, null, null, null)
  ) as rule (level, field, type, is_required, minimum, maximum, step, choices, element_level);
end;

revoke execute on function private.measurement_field_rules() from public;
grant execute on function private.measurement_field_rules() to authenticated, service_role;

comment on function private.measurement_field_rules() is
  'What log_measurements() takes: at most 1000 measurements, and the fields of each. The table checks the same bounds, '
  'whichever way a row comes.';
