begin;
select plan(17);

select tests.create_user('ada'), tests.create_user('eve');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('ada'), 'health_data', true, '1', 'en');
update public.profile_settings set day_start_hour = 4 where user_id = tests.user_id('ada');

create function tests.type_id(p_slug text)
returns uuid
language sql
stable
set search_path = ''
as $$
  select measurement_types.id from public.measurement_types where measurement_types.slug = p_slug;
$$;
-- A measurement of body weight as log_measurements() takes it, but for what is said.
create function tests.weighed(p_id integer, p_rest jsonb default '{}')
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', tests.id(p_id), 'type_id', tests.type_id('body_weight'), 'value', 81.6466,
    'measured_at', '2026-03-02T07:00:00+01:00', 'time_zone', 'Europe/Berlin'
  ) || p_rest;
$$;
-- The key and the path of the error that measurements meet.
create function tests.refusal(p_measurements jsonb)
returns text
language plpgsql
as $$
declare
  v_detail text;
begin
  perform public.log_measurements(p_measurements);
  return 'stored';
exception
  when others then
    get stacked diagnostics v_detail = pg_exception_detail;
    return concat_ws(' ', sqlerrm, v_detail::jsonb ->> 'path');
end;
$$;
grant execute on all functions in schema tests to authenticated;
select tests.sign_in('ada');

select is(
  public.log_measurements(jsonb_build_array(
    tests.weighed(1), tests.weighed(2, '{"measured_at": "2026-03-03T03:30:00+01:00", "value": 81}'),
    tests.weighed(3, jsonb_build_object('type_id', tests.type_id('upper_arm'), 'side', 'left', 'value', 0.35052))
  )),
  jsonb_build_object('added', 3, 'measurements', jsonb_build_array(
    jsonb_build_object(
      'id', tests.id(1), 'type_id', tests.type_id('body_weight'), 'side', null, 'value', 81.6466,
      'measured_at', timestamptz '2026-03-02T06:00:00Z', 'local_date', '2026-03-02', 'version', 1
    ),
    jsonb_build_object(
      'id', tests.id(2), 'type_id', tests.type_id('body_weight'), 'side', null, 'value', 81,
      'measured_at', timestamptz '2026-03-03T02:30:00Z', 'local_date', '2026-03-02', 'version', 1
    ),
    jsonb_build_object(
      'id', tests.id(3), 'type_id', tests.type_id('upper_arm'), 'side', 'left', 'value', 0.35052,
      'measured_at', timestamptz '2026-03-02T06:00:00Z', 'local_date', '2026-03-02', 'version', 1
    )
  )),
  'MEAS-LOG-01: measurements are stored on the day the user would name, several of a kind in one'
);
select is(
  public.log_measurements(jsonb_build_array(tests.weighed(1, '{"value": 90}'))) #>> '{measurements,0,value}', '81.6466',
  'MEAS-LOG-02: what is there already stays as it is, and is answered so'
);
select is(
  public.log_measurements(jsonb_build_array(tests.weighed(1), tests.weighed(4))) ->> 'added', '1',
  'MEAS-LOG-03: a batch that is sent again adds what was missing'
);
select is(
  public.log_measurements(jsonb_build_array(tests.weighed(5, '{"source": "healthkit", "external_id": "A1"}'))) ->> 'added',
  '1', 'MEAS-LOG-04: a measurement comes from a source'
);
select results_eq(
  $$
    select answer ->> 'added', answer #>> '{measurements,0,id}'
    from public.log_measurements(jsonb_build_array(
      tests.weighed(6, '{"source": "healthkit", "external_id": "A1", "value": 70}')
    )) as answer
  $$,
  $$ values ('0', tests.id(5)::text) $$, 'MEAS-LOG-05: and does not come in again from another device'
);
select is(
  public.log_measurements(jsonb_build_array(tests.weighed(7, '{"source": "withings", "external_id": "A1"}'))) ->> 'added',
  '1', 'MEAS-LOG-06: another source calls what it likes so'
);
select is(public.log_measurements('[]'), '{"added": 0, "measurements": []}', 'MEAS-LOG-07: of none there are none');

delete from public.measurements where id = tests.id(4);
select results_eq(
  $$
    select tests.refusal(measurements)
    from (
      values
        (1, jsonb_build_array(tests.weighed(50), tests.weighed(51, '{"value": 5}'))),
        (2, jsonb_build_array(tests.weighed(50), tests.weighed(51, '{"value": 701}'))),
        (3, jsonb_build_array(tests.weighed(50, '{"side": "left"}'))),
        (4, jsonb_build_array(tests.weighed(50, '{"side": "both"}'))),
        (5, jsonb_build_array(tests.weighed(50, '{"time_zone": "Mars/Base"}'))),
        (6, jsonb_build_array(tests.weighed(50, '{"measured_at": "yesterday"}'))),
        (7, jsonb_build_array(tests.weighed(50, '{"value": "80"}'))),
        (8, jsonb_build_array(tests.weighed(50, '{"external_id": "A2"}'))),
        (9, jsonb_build_array(tests.weighed(50, '{"user_id": null}'))),
        (10, jsonb_build_array(tests.weighed(50) - 'type_id')),
        (11, jsonb_build_array(tests.weighed(50), tests.weighed(50))),
        (12, jsonb_build_array(
          tests.weighed(50, '{"source": "healthkit", "external_id": "A2"}'),
          tests.weighed(51, '{"source": "healthkit", "external_id": "A2"}')
        )),
        (13, jsonb_build_array(tests.weighed(50), tests.weighed(4))),
        (14, '{}'), (15, '[1]'), (16, null),
        (17, (select jsonb_agg(tests.weighed(number)) from generate_series(1000, 2000) as number))
    ) as bad (ordinal, measurements)
    order by ordinal
  $$,
  $$
    values
      ('invalid_field measurements[1].value'), ('invalid_field measurements[1].value'),
      ('field_not_allowed measurements[0].side'), ('invalid_field measurements[0].side'),
      ('invalid_field measurements[0].time_zone'), ('invalid_field measurements[0].measured_at'),
      ('invalid_field measurements[0].value'), ('missing_field measurements[0].source'),
      ('unknown_field measurements[0].user_id'), ('missing_field measurements[0].type_id'),
      ('id_unusable measurements[].id'), ('id_unusable measurements[].external_id'), ('deleted measurements[1].id'),
      ('invalid_field measurements'), ('invalid_field measurements[0]'), ('missing_field measurements'),
      ('invalid_field measurements')
  $$,
  'MEAS-LOG-08: what cannot be stored is refused by its path'
);
select is((select count(*) from public.measurements), 5::bigint, 'MEAS-LOG-09: and with it the whole batch');

-- Table writes
select results_eq(
  $$
    select tests.answer('ada', statement)
    from unnest(array[
      'update public.measurements set value = 5 where id = tests.id(1) returning true',
      'update public.measurements set side = ''left'' where id = tests.id(1) returning true',
      'update public.measurements set type_id = tests.type_id(''neck'') where id = tests.id(1) returning true',
      'update public.measurements set value = 82 where id = tests.id(1) returning (version, value)::text'
    ]) as statement
  $$,
  $$ values ('invalid_field'), ('field_not_allowed'), ('column_immutable'), ('(2,82.00000)') $$,
  'MEAS-TABLE-01: a measurement is corrected in the table, within the same bounds'
);
select tests.sign_in('ada');
update public.measurements set measured_at = '2026-03-04T03:00:00Z', time_zone = 'America/New_York' where id = tests.id(1);
select results_eq(
  'select local_date from public.measurements where id = tests.id(1)', $$ values (date '2026-03-03') $$,
  'MEAS-TABLE-02: moved in time, it moves to its day'
);
insert into public.measurement_types (id, name, unit, min_value, max_value)
values (tests.id(80), 'Lung Volume', 'number', 1, 10);
select results_eq(
  $$
    select tests.refusal(jsonb_build_array(tests.weighed(81, jsonb_build_object('type_id', tests.id(80), 'value', value))))
    from unnest(array[0.5, 5]) as value
  $$,
  $$ values ('invalid_field measurements[0].value'), ('stored') $$, 'MEAS-TABLE-03: a kind of one''s own has bounds of its own'
);
select is(
  tests.answer('ada', 'update public.measurement_types set unit = ''kg'' where id = tests.id(80) returning true'),
  'column_immutable', 'MEAS-TABLE-04: and keeps its unit'
);
select tests.sign_in('ada');

-- Sync
select is(
  public.sync_push(jsonb_build_object(
    'measurement_types', jsonb_build_object('created', jsonb_build_array(
      jsonb_build_object('id', tests.id(90), 'name', 'Grip', 'unit', 'kg', 'has_sides', true, 'max_value', 150)
    )),
    'measurements', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(91), 'type_id', tests.id(90), 'side', 'left', 'value', 55.5, 'measured_at', 1772434800000,
      'time_zone', 'UTC'
    )))
  )),
  '{"errors": [], "experimentalRejectedIds": {}}', 'MEAS-SYNC-01: kinds and measurements are pushed'
);
select results_eq(
  $$
    select
      (select count(*) from jsonb_array_elements(changes #> '{measurement_types,updated}') as record where record ->> 'slug' is null),
      (select count(*) from jsonb_array_elements(changes #> '{measurement_types,updated}') as record where record ->> 'slug' = 'body_weight'),
      (select record -> 'value' from jsonb_array_elements(changes #> '{measurements,updated}') as record where record ->> 'id' = tests.id(91)::text)
    from (select public.sync_pull() -> 'changes' as changes) as pulled
  $$,
  $$ values (2::bigint, 1::bigint, '55.50000'::jsonb) $$, 'MEAS-SYNC-02: and pulled, with the kinds that everybody has'
);

-- How many
select tests.act_as('postgres');
update private.quotas set max_count = 4 where name in ('measurements_per_day', 'measurement_types');
select results_eq(
  $$
    select tests.answer('ada', format('select public.log_measurements(%L) ->> ''added''', jsonb_build_array(
      tests.weighed(number, jsonb_build_object('measured_at', '2026-05-01T12:00:00Z'))
    )))
    from generate_series(100, 104) as number
  $$,
  $$ values ('1'), ('1'), ('1'), ('1'), ('quota_exceeded') $$, 'MEAS-QUOTA-01: a day has as many as the quota'
);
select results_eq(
  $$
    select tests.answer('ada', format('insert into public.measurement_types (id, name, unit)
      values (%L, ''Kind'', ''kg'') returning true', tests.id(number)))
    from generate_series(110, 112) as number
  $$,
  $$ values ('true'), ('true'), ('quota_exceeded') $$, 'MEAS-QUOTA-02: and a user as many kinds'
);

select * from finish();
rollback;
