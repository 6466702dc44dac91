create or replace function private.global_measurement_type_id(p_slug text)
returns uuid
language sql
immutable
security invoker
set search_path = ''
as $$
  select extensions.uuid_generate_v5('0f4c6b1e-5d0a-4c59-9b0f-6f5b7c1d2e83', p_slug);
$$;

revoke execute on function private.global_measurement_type_id(text) from public;
grant execute on function private.global_measurement_type_id(text) to service_role;

comment on function private.global_measurement_type_id(text) is
  'Id of a global kind of measurement: uuid v5 of its slug in a namespace of its own, so that every environment has the '
  'same.';
