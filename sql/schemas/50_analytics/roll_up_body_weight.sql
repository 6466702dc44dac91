create or replace function private.roll_up_body_weight(p_user_id uuid, p_dates date[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.lock_user_data(p_user_id);
  perform private.raise_user_version(p_user_id);

  delete from analytics.body_weight_days
  where body_weight_days.user_id = p_user_id and body_weight_days.local_date = any (p_dates);

  insert into analytics.body_weight_days (user_id, local_date, weight_kg, readings)
  select p_user_id, day.local_date, avg(measured.value), count(*)
  from unnest(p_dates) as day (local_date)
  cross join lateral (
    select measurements.value
    from public.measurements
    where measurements.user_id = p_user_id
      and measurements.local_date = day.local_date
      and measurements.type_id = private.global_measurement_type_id('body_weight')
  ) as measured
  group by day.local_date;
end;
$$;

revoke execute on function private.roll_up_body_weight(uuid, date[]) from public;

comment on function private.roll_up_body_weight(uuid, date[]) is
  'Makes these rows of analytics.body_weight_days anew from measurements; a day without has none. Definer, because '
  'nobody else may write rollups.';
