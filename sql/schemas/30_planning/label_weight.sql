create or replace function private.label_weight(p_weight_kg numeric, p_unit_system text)
returns bigint
language sql
immutable
security invoker
return
  case p_unit_system
    when 'imperial' then round(p_weight_kg / 0.0045359237) * 45359237
    else round(p_weight_kg * 1000) * 10000000
  end;

revoke execute on function private.label_weight(numeric, text) from public;
grant execute on function private.label_weight(numeric, text) to authenticated, service_role;

comment on function private.label_weight(numeric, text) is
  'A weight as its label says it, to a gram or to a hundredth of a pound where it is imperial, in 10^-10 kg: both are '
  'whole numbers of those, so sums are exact, whatever kilograms round.';
