create or replace function public.log_measurements(p_measurements jsonb)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_deleted integer;
  v_added integer;
  v_constraint text;
begin
  perform private.lock_user_data(v_user_id);
  perform private.check_measurements(p_measurements);

  select sent.ordinal - 1
  into v_deleted
  from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
  join private.tombstones
    on tombstones.user_id = v_user_id and tombstones.relation = 'measurements'
    and tombstones.row_id = (sent.node ->> 'id')::uuid
  where not exists (
    select from public.measurements as stored where stored.user_id = v_user_id and stored.id = tombstones.row_id
  )
  order by sent.ordinal
  limit 1;
  if found then
    perform private.raise_problem(
      'PT409', 'deleted', format('measurements[%s].id', v_deleted), 'This measurement was deleted.',
      'Drop it here too, or log it under a new id.'
    );
  end if;

  -- What is there already stays as it is: this is a retry, or another device read the same from the source.
  insert into public.measurements (id, type_id, side, value, measured_at, time_zone, notes, source, external_id)
  select
    sent.id, sent.type_id, sent.side, sent.value, sent.measured_at, sent.time_zone, sent.notes, sent.source,
    sent.external_id
  from jsonb_to_recordset(p_measurements) as sent (
    id uuid, type_id uuid, side text, value numeric, measured_at timestamptz, time_zone text, notes text, source text,
    external_id text
  )
  where not exists (
      select from public.measurements as stored where stored.user_id = v_user_id and stored.id = sent.id
    )
    and not exists (
      select
      from public.measurements as stored
      where stored.user_id = v_user_id and stored.source = sent.source and stored.external_id = sent.external_id
    );
  get diagnostics v_added = row_count;

  return jsonb_build_object('added', v_added, 'measurements', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'id', stored.id, 'type_id', stored.type_id, 'side', stored.side, 'value', trim_scale(stored.value),
          'measured_at', stored.measured_at, 'local_date', stored.local_date, 'version', stored.version
        )
        order by sent.ordinal
      ),
      '[]'
    )
    from jsonb_array_elements(p_measurements) with ordinality as sent (node, ordinal)
    cross join lateral (
      select measurements.*
      from public.measurements
      where measurements.user_id = v_user_id
        and (
          measurements.id = (sent.node ->> 'id')::uuid
          or (
            measurements.source = sent.node ->> 'source' and measurements.external_id = sent.node ->> 'external_id'
          )
        )
      order by measurements.id = (sent.node ->> 'id')::uuid desc
      limit 1
    ) as stored
  ));
exception
  when unique_violation then
    get stacked diagnostics v_constraint = constraint_name;
    -- Twice in the payload, or somebody else's: always the same answer.
    if v_constraint in ('measurements_pkey', 'measurements_user_id_source_external_id_key') then
      perform private.raise_id_unusable(
        case v_constraint when 'measurements_pkey' then 'measurements[].id' else 'measurements[].external_id' end
      );
    end if;
    raise;
end;
$$;

revoke execute on function public.log_measurements(jsonb) from public;
grant execute on function public.log_measurements(jsonb) to authenticated, service_role;

comment on function public.log_measurements(jsonb) is
  'Stores up to 1000 measurements, all or none: [{id, type_id, side, value, measured_at, time_zone, notes, source, '
  'external_id}], values in the unit of their type. Answers {added, measurements: [{id, type_id, side, value, '
  'measured_at, local_date, version}]} in the order sent. What is there already, by its id or by what its source calls '
  'it, stays as it is and is answered as it is: the same call again adds nothing. To change one, write the table. '
  'Errors: 403 consent_required; 409 id_unusable, deleted, quota_exceeded; 422 invalid_field, missing_field, '
  'unknown_field, field_not_allowed.';
