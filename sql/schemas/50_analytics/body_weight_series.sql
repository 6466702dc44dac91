create or replace function private.body_weight_series(p_from date, p_to date)
returns table (
  local_date date,
  weight_kg numeric,
  readings integer
)
language plpgsql
stable
security invoker
rows 200
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    select body_weight_days.local_date, body_weight_days.weight_kg, body_weight_days.readings
    from analytics.body_weight_days
    where body_weight_days.user_id = (select auth.uid())
      and body_weight_days.local_date >= coalesce(p_from, '-infinity')
      and body_weight_days.local_date < coalesce(p_to, 'infinity')
    order by body_weight_days.local_date;
end;
$$;

revoke execute on function private.body_weight_series(date, date) from public;
grant execute on function private.body_weight_series(date, date) to authenticated, service_role;

comment on function private.body_weight_series(date, date) is
  'The caller''s body weight by day, oldest first, p_from ≤ day < p_to, null for without end: the mean of the day''s '
  'readings.';
