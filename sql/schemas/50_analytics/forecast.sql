create or replace function private.forecast(
  p_dates date[],
  p_values numeric[],
  p_target numeric,
  p_on date,
  p_sign integer
)
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
declare
  v_line record;
  v_slopes double precision[];
  v_days integer[];
begin
  select * into v_line from private.trend_line(p_dates, p_values);

  -- What is to be reached from above is the same seen upside down: slopes, then days, as expected, fastest and slowest.
  v_slopes := array[
    p_sign * v_line.per_day,
    greatest(p_sign * v_line.lower, p_sign * v_line.upper),
    least(p_sign * v_line.lower, p_sign * v_line.upper)
  ];
  v_days := array(
    select case
      when slopes.slope > 0 and ahead.days <= 365 then greatest(ceil(round(ahead.days::numeric, 6)), 0)::integer
    end
    from unnest(v_slopes) with ordinality as slopes (slope, ordinal)
    cross join lateral (
      select
        v_line.middle_day - (p_on - v_line.first_on)
        + p_sign * (p_target::double precision - v_line.middle_value) / nullif(slopes.slope, 0) as days
    ) as ahead
    order by slopes.ordinal
  );

  return jsonb_build_object(
    'level', round((v_line.middle_value + v_line.per_day * (p_on - v_line.first_on - v_line.middle_day))::numeric, 3),
    'expected_on', p_on + v_days[1],
    'earliest_on', p_on + v_days[2],
    'latest_on', p_on + v_days[3],
    'reason', case
      when v_line.reason is not null then v_line.reason
      when v_slopes[1] <= 0 then 'no_progress'
      when v_days[1] is null then 'too_far'
    end
  );
end;
$$;

revoke execute on function private.forecast(date[], numeric[], numeric, date, integer) from public;
grant execute on function private.forecast(date[], numeric[], numeric, date, integer) to authenticated, service_role;

comment on function private.forecast(date[], numeric[], numeric, date, integer) is
  'When daily values reach p_target if they go on as trend_line() says: {level, expected_on, earliest_on, latest_on, '
  'reason}. p_sign is 1 where it is reached from below, -1 where from above. level is the line''s value on p_on. '
  'Dates begin with p_on; the earliest and the latest are by the ends of the rate''s 90 per cent interval. A date is '
  'null where that rate does not lead there, or only after a year, for which no line through some weeks stands. '
  'reason says why there is no expected_on: too_few_days or too_short, as of trend_line(); no_progress; too_far.';
