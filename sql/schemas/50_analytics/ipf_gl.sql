create or replace function private.ipf_gl(
  p_sex text,
  p_equipment text,
  p_event text,
  p_body_weight_kg numeric,
  p_total_kg numeric
)
returns numeric
language sql
immutable
security invoker
return
  (
    select
      p_total_kg * 100 / (fitted.a - fitted.b * exp(-fitted.c * p_body_weight_kg::double precision)::numeric)
    from (
      values
        ('male', 'single', 'SBD', 1236.25115, 1449.21864, 0.01644),
        ('male', 'raw', 'SBD', 1199.72839, 1025.18162, 0.00921),
        ('male', 'single', 'B', 381.22073, 733.79378, 0.02398),
        ('male', 'raw', 'B', 320.98041, 281.40258, 0.01008),
        ('female', 'single', 'SBD', 758.63878, 949.31382, 0.02435),
        ('female', 'raw', 'SBD', 610.32796, 1045.59282, 0.03048),
        ('female', 'single', 'B', 221.82209, 357.00377, 0.02937),
        ('female', 'raw', 'B', 142.40398, 442.52671, 0.04724)
    ) as fitted (sex, equipment, event, a, b, c)
    where fitted.sex = p_sex
      and fitted.equipment = p_equipment
      and fitted.event = p_event
      and p_body_weight_kg >= 35
  );

revoke execute on function private.ipf_gl(text, text, text, numeric, numeric) from public;
grant execute on function private.ipf_gl(text, text, text, numeric, numeric) to authenticated, service_role;

comment on function private.ipf_gl(text, text, text, numeric, numeric) is
  'IPF GL points of a total in kg (International Powerlifting Federation, 2020): total × 100 / (a − b·e^(−c × body '
  'weight)). p_equipment is raw or single (single-ply), p_event is SBD (the three lifts) or B (bench press alone). '
  'Null where the sex (female, male), body weight or total is missing, below 35 kg, where the formula does not reach, '
  'and for other equipment or events.';
