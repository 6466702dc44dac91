create or replace function private.report_body_weight(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with smoothed as (
      select
        days.local_date,
        days.weight_kg,
        round(
          avg(days.weight_kg) over (order by days.local_date range between '6 days' preceding and current row), 2
        ) as trend_kg
      from analytics.body_weight_days as days
      where days.user_id = (select auth.uid()) and days.local_date >= p_from - 6 and days.local_date < p_to
    ),
    shown as (
      select
        smoothed.*,
        first_value(smoothed.trend_kg) over (order by smoothed.local_date) as first_kg,
        first_value(smoothed.trend_kg) over (order by smoothed.local_date desc) as last_kg
      from smoothed
      where smoothed.local_date >= p_from
    )
    select jsonb_build_object(
      'first_kg', min(shown.first_kg),
      'last_kg', min(shown.last_kg),
      'change_kg', min(shown.last_kg) - min(shown.first_kg),
      'days', jsonb_agg(
        jsonb_build_object(
          'local_date', shown.local_date, 'weight_kg', shown.weight_kg, 'trend_kg', shown.trend_kg
        )
        order by shown.local_date
      )
    )
    from shown
    having count(*) > 0
  );
end;
$$;

revoke execute on function private.report_body_weight(date, date) from public;
grant execute on function private.report_body_weight(date, date) to authenticated, service_role;

comment on function private.report_body_weight(date, date) is
  'The caller''s body weight, p_from ≤ day < p_to: {first_kg, last_kg, change_kg: of the trend; days: each with its '
  'readings'' mean and the trend, which is the mean of the days of the last seven that have any}. Null without a '
  'reading.';
