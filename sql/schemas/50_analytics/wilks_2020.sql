create or replace function private.wilks_2020(p_sex text, p_body_weight_kg numeric, p_total_kg numeric)
returns numeric
language sql
immutable
security invoker
return
  case
    when p_body_weight_kg not between 40 and 200.95 then null
    when p_sex = 'male' then
      p_total_kg * 600
      / (((((-0.0000000120804336482315 * p_body_weight_kg + 0.00000707665973070743) * p_body_weight_kg - 0.001395833811)
        * p_body_weight_kg + 0.07369410346) * p_body_weight_kg + 8.472061379) * p_body_weight_kg + 47.46178854)
    when p_sex = 'female' then
      p_total_kg * 600
      / (((((-0.000000023334613884954 * p_body_weight_kg + 0.00000938773881462799) * p_body_weight_kg - 0.001050400051)
        * p_body_weight_kg - 0.03307250631) * p_body_weight_kg + 13.71219419) * p_body_weight_kg - 125.4255398)
  end;

revoke execute on function private.wilks_2020(text, numeric, numeric) from public;
grant execute on function private.wilks_2020(text, numeric, numeric) to authenticated, service_role;

comment on function private.wilks_2020(text, numeric, numeric) is
  'Wilks points of a total in kg by the coefficients of 2020 (Wilks, worldpowerlifting.com). Null where the sex '
  '(female, male), body weight or total is missing, and for a body weight outside 40 to 200.95 kg.';
