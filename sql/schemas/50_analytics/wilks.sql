create or replace function private.wilks(p_sex text, p_body_weight_kg numeric, p_total_kg numeric)
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
        / (((((-0.00000001291 * clamped.male + 0.00000701863) * clamped.male - 0.00113732) * clamped.male - 0.002388645)
          * clamped.male + 16.2606339) * clamped.male - 216.0475144)
      when p_sex = 'female' then
        p_total_kg * 500
        / (((((-0.00000009054 * clamped.female + 0.00004731582) * clamped.female - 0.00930733913) * clamped.female
          + 0.82112226871) * clamped.female - 27.23842536447) * clamped.female + 594.31747775582)
    end
    from (
      select least(greatest(p_body_weight_kg, 40), 201.9), least(greatest(p_body_weight_kg, 26.51), 154.53)
    ) as clamped (male, female)
  );

revoke execute on function private.wilks(text, numeric, numeric) from public;
grant execute on function private.wilks(text, numeric, numeric) to authenticated, service_role;

comment on function private.wilks(text, numeric, numeric) is
  'Wilks points of a total in kg (Wilks, Powerlifting Australia, 1994), coefficients and bounds as in '
  'openpowerlifting.org: the tables go from 40 to 201.9 kg (men) and from 26.51 to 154.53 kg (women), and whoever is '
  'beyond counts as the end. Null where the sex (female, male), body weight or total is missing.';
