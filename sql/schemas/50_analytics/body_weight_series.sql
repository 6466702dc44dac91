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
declare
  v_type_id uuid := (
    select measurement_types.id from public.measurement_types where measurement_types.slug = 'body_weight'
  );
begin
  return query
    select measurements.local_date, avg(measurements.value), count(*)::integer
    from public.measurements
    where measurements.user_id = (select auth.uid())
      and measurements.type_id = v_type_id
      and measurements.local_date >= coalesce(p_from, '-infinity')
      and measurements.local_date < coalesce(p_to, 'infinity')
    group by measurements.local_date
    order by measurements.local_date;
end;
$$;

revoke execute on function private.body_weight_series(date, date) from public;
grant execute on function private.body_weight_series(date, date) to authenticated, service_role;

comment on function private.body_weight_series(date, date) is
  'The caller''s body weight by day, oldest first, p_from ≤ day < p_to, null for without end: the mean of the day''s '
  'readings.';
