create or replace function private.import_measurement(p_user_id uuid, p_measurement jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'measurements', p_measurement ->> 'key');
  v_type_id uuid;
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;

  select measurement_types.id
  into v_type_id
  from public.measurement_types
  where measurement_types.user_id is null
    and measurement_types.id = coalesce(
      private.global_measurement_type_id(p_measurement ->> 'type'), (p_measurement ->> 'type_id')::uuid
    );
  v_type_id := coalesce(
    v_type_id, private.imported_reference(p_user_id, 'measurement_types', p_measurement ->> 'type_id')
  );
  if v_type_id is null then
    perform private.raise_id_unusable('type_id');
  end if;

  if (
    public.log_measurements(jsonb_build_array(
      p_measurement - array['key', 'type', 'local_date', 'day_start_hour']
      || jsonb_build_object('id', v_row.id, 'type_id', v_type_id)
    )) ->> 'added'
  )::integer = 0 then
    return 'known';
  end if;

  -- When the day began then, which may have been set otherwise since.
  update public.measurements
  set day_start_hour = (p_measurement ->> 'day_start_hour')::smallint, measured_at = measurements.measured_at
  where measurements.id = v_row.id
    and measurements.day_start_hour <> (p_measurement ->> 'day_start_hour')::smallint;
  return 'added';
end;
$$;

revoke execute on function private.import_measurement(uuid, jsonb) from public;
grant execute on function private.import_measurement(uuid, jsonb) to service_role;

comment on function private.import_measurement(uuid, jsonb) is
  'Adds a measurement of a file, as log_measurements() takes it, but with a key in place of the id, and with the slug '
  'of its type or the id that the type has in the document; answers added, known or deleted. Errors: 403 '
  'consent_required, and as log_measurements().';
