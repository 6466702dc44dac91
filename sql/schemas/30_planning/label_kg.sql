create or replace function private.label_kg(p_units numeric, p_unit_system text)
returns numeric
language sql
immutable
security invoker
return p_units * case p_unit_system when 'imperial' then 0.0045359237 else 0.001 end;

revoke execute on function private.label_kg(numeric, text) from public;
grant execute on function private.label_kg(numeric, text) to authenticated, service_role;

comment on function private.label_kg(numeric, text) is
  'Kilograms of a weight in units of private.label_units(), not rounded.';
