create or replace function private.check_measurements(p_measurements jsonb)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_problem record;
begin
  perform private.check_document(
    'batch', jsonb_build_object('measurements', p_measurements), private.measurement_field_rules()
  );

  -- One id for all that cannot be used: a kind of somebody else's and one that does not exist are not told apart.
  select sent.ordinal, problem.*
  into v_problem
  from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
  left join public.measurement_types on measurement_types.id = (sent.node ->> 'type_id')::uuid
  cross join lateral (
    select 'id_unusable', 'type_id', null
    where measurement_types.id is null

    union all

    select found.message, found.path, found.text
    from private.measurement_problem(
      measurement_types, sent.node ->> 'side', (sent.node ->> 'value')::numeric
    ) as found
    where found.message is not null

    union all

    select 'invalid_field', 'time_zone', 'must be an IANA name such as Europe/Berlin'
    where not private.is_time_zone(sent.node ->> 'time_zone')

    union all

    select 'missing_field', 'source', 'is missing: external_id is what the source calls the measurement'
    where sent.node ->> 'external_id' is not null and sent.node ->> 'source' is null
  ) as problem (message, path, text)
  order by sent.ordinal
  limit 1;
  if not found then
    return;
  end if;

  v_problem.path := format('measurements[%s].%s', v_problem.ordinal - 1, v_problem.path);
  if v_problem.message = 'id_unusable' then
    perform private.raise_id_unusable(v_problem.path);
  end if;
  perform private.raise_problem(
    'PT422', v_problem.message, v_problem.path, v_problem.text,
    'Correct the field and send the measurements again; nothing was stored.'
  );
end;
$$;

revoke execute on function private.check_measurements(jsonb) from public;
grant execute on function private.check_measurements(jsonb) to authenticated, service_role;

comment on function private.check_measurements(jsonb) is
  'Refuses measurements that log_measurements() cannot take, and names the field. Errors: 409 id_unusable; 422 '
  'invalid_field, missing_field, unknown_field, field_not_allowed.';
