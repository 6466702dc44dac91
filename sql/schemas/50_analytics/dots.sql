create or replace function private.dots(p_sex text, p_body_weight_kg numeric, p_total_kg numeric)
returns numeric
language sql
immutable
security invoker
return
  (
    select case
      when coalesce(p_body_weight_kg, 0) <= 0 then null
      when p_sex = 'male' then
        p_total_kg * 500
        / ((((-0.0000010930 * clamped.male + 0.0007391293) * clamped.male - 0.1918759221) * clamped.male + 24.0900756)
          * clamped.male - 307.75076)
      when p_sex = 'female' then
        p_total_kg * 500
        / ((((-0.0000010706 * clamped.female + 0.0005158568) * clamped.female - 0.1126655495) * clamped.female
          + 13.6175032) * clamped.female - 57.96288)
    end
    from (
      select least(greatest(p_body_weight_kg, 40), 210), least(greatest(p_body_weight_kg, 40), 150)
    ) as clamped (male, female)
  );

revoke execute on function private.dots(text, numeric, numeric) from public;
grant execute on function private.dots(text, numeric, numeric) to authenticated, service_role;

comment on function private.dots(text, numeric, numeric) is
  'DOTS points of a total in kg (Konertz, Bundesverband Deutscher Kraftdreikämpfer, 2019), coefficients and bounds as '
  'in openpowerlifting.org: who weighs less than 40 kg counts as 40, more than 210 (men) or 150 (women) as that. Null '
  'where the sex (female, male), body weight or total is missing.';
