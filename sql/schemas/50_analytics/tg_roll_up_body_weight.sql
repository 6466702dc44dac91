create or replace function private.tg_roll_up_body_weight()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_body_weight constant uuid := private.global_measurement_type_id('body_weight');
  v_user record;
begin
  if tg_op = 'INSERT' then
    for v_user in
      select new_measurements.user_id, array_agg(distinct new_measurements.local_date) as dates
      from new_measurements
      where new_measurements.type_id = v_body_weight
      group by new_measurements.user_id
      order by new_measurements.user_id
    loop
      perform private.roll_up_body_weight(v_user.user_id, v_user.dates);
    end loop;
  elsif tg_op = 'DELETE' then
    for v_user in
      select old_measurements.user_id, array_agg(distinct old_measurements.local_date) as dates
      from old_measurements
      where old_measurements.type_id = v_body_weight
      group by old_measurements.user_id
      order by old_measurements.user_id
    loop
      perform private.roll_up_body_weight(v_user.user_id, v_user.dates);
    end loop;
  else
    for v_user in
      select touched.user_id, array_agg(distinct touched.local_date) as dates
      from (
        select user_id, local_date from new_measurements where type_id = v_body_weight
        union all
        select user_id, local_date from old_measurements where type_id = v_body_weight
      ) as touched
      group by touched.user_id
      order by touched.user_id
    loop
      perform private.roll_up_body_weight(v_user.user_id, v_user.dates);
    end loop;
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_roll_up_body_weight() from public;

comment on function private.tg_roll_up_body_weight() is
  'Rolls up the days on which a statement touched measurements of body weight. Definer, because clients may not write '
  'rollups.';
