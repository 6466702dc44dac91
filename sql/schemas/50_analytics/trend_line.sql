create or replace function private.trend_line(p_dates date[], p_values numeric[])
returns table (
  days integer,
  points integer,
  days_per_point integer,
  first_on date,
  last_on date,
  per_day double precision,
  lower double precision,
  upper double precision,
  middle_day double precision,
  middle_value double precision,
  reason text
)
language plpgsql
immutable
security invoker
rows 1
set search_path = ''
as $$
declare
  v_x double precision[];
  v_y double precision[];
begin
  days := coalesce(cardinality(p_dates), 0);
  select min(dates.day), max(dates.day) into first_on, last_on from unnest(p_dates) as dates (day);
  days_per_point := case when days > 120 then 7 * ceil((last_on - first_on + 1) / (7 * 120.0))::integer else 1 end;

  -- Means of whole weeks keep the unit, so that a sum and a best are followed alike.
  select array_agg(grouped.x order by grouped.x), array_agg(grouped.y order by grouped.x)
  into v_x, v_y
  from (
    select
      avg(readings.day - first_on)::double precision as x,
      avg(readings.value)::double precision as y
    from unnest(p_dates, p_values) as readings (day, value)
    group by (readings.day - first_on) / days_per_point
  ) as grouped;
  points := coalesce(cardinality(v_x), 0);

  if points < 5 then
    reason := 'too_few_days';
  elsif last_on - first_on < 14 then
    reason := 'too_short';
  else
    select line.slope, line.lower, line.upper into per_day, lower, upper from private.theil_sen(v_x, v_y) as line;
    select
      percentile_cont(0.5) within group (order by grouped.x),
      percentile_cont(0.5) within group (order by grouped.y)
    into middle_day, middle_value
    from unnest(v_x, v_y) as grouped (x, y);
  end if;
  return next;
end;
$$;

revoke execute on function private.trend_line(date[], numeric[]) from public;
grant execute on function private.trend_line(date[], numeric[]) to authenticated, service_role;

comment on function private.trend_line(date[], numeric[]) is
  'A line through daily values: theil_sen() a day, through the medians of days and values (Conover, Practical '
  'Nonparametric Statistics, 1980), middle_day counting from first_on. More than 120 days are averaged by weeks, or '
  'as many weeks as leave 120 points, which bounds the work. reason says why there is no line: too_few_days, because '
  'fewer than five points have no 90 per cent interval; too_short, because less than two weeks do not tell a change '
  'a week.';
