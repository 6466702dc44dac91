create or replace function private.measurement_line(p_measurement public.measurements)
returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select array_to_string(
      array[
        to_char(p_measurement.measured_at at time zone p_measurement.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
        private.csv_text(p_measurement.time_zone), private.csv_text(measurement_types.name), p_measurement.side,
        trim_scale(p_measurement.value)::text, measurement_types.unit, private.csv_text(p_measurement.notes),
        p_measurement.source
      ],
      ',', ''
    ) || e'\r\n'
    from public.measurement_types
    where measurement_types.id = p_measurement.type_id
  );
end;
$$;

revoke execute on function private.measurement_line(public.measurements) from public;
grant execute on function private.measurement_line(public.measurements) to service_role;

comment on function private.measurement_line(public.measurements) is 'A measurement as a line of measurements.csv.';
