create or replace function private.label_units(p_weight_kg numeric, p_unit_system text)
returns integer
language sql
immutable
security invoker
return round(case p_unit_system when 'imperial' then p_weight_kg / 0.0045359237 else p_weight_kg * 1000 end);

revoke execute on function private.label_units(numeric, text) from public;
grant execute on function private.label_units(numeric, text) to authenticated, service_role;

comment on function private.label_units(numeric, text) is
  'A weight as its label says it, in whole units: grams, or hundredths of a pound where it is imperial. Sums of those '
  'are exact, whatever kilograms round.';
