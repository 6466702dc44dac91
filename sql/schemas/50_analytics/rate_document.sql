create or replace function private.rate_document(p_dates date[], p_values numeric[])
returns jsonb
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'days', line.days,
      'points', line.points,
      'days_per_point', line.days_per_point,
      'first_on', line.first_on,
      'last_on', line.last_on,
      'per_week', round((line.per_day * 7)::numeric, 4),
      'lower', round((line.lower * 7)::numeric, 4),
      'upper', round((line.upper * 7)::numeric, 4),
      'reason', line.reason
    )
    from private.trend_line(p_dates, p_values) as line
  );
end;
$$;

revoke execute on function private.rate_document(date[], numeric[]) from public;
grant execute on function private.rate_document(date[], numeric[]) to authenticated, service_role;

comment on function private.rate_document(date[], numeric[]) is
  'trend_line() as answers show it: {days, points, days_per_point, first_on, last_on, per_week, lower, upper, '
  'reason}.';
