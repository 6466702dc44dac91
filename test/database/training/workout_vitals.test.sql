begin;
select plan(33);

-- What a watch, a treadmill or another app adds to a workout.
select tests.create_user(name) from unnest(array['ada', 'bob']) as name;

create function tests.run(p_base integer, p_workout jsonb default '{}', p_set jsonb default '{}')
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', tests.id(p_base), 'name', 'Run', 'started_at', '2026-03-02T18:00:00Z', 'time_zone', 'UTC',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_base + 1), 'exercise_id', tests.exercise_id('air-bike'), 'position', 1,
      'sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(p_base + 2), 'position', 1, 'duration_seconds', 1800) || p_set
      )
    ))
  ) || p_workout;
$$;
create function tests.log(p_who text, p_workout jsonb)
returns text
language sql
set search_path = ''
as $$
  select tests.answer(p_who, format('select public.log_workout(%L) #>> ''{workout,revision}''', p_workout));
$$;
create function tests.consent(p_who text, p_is_granted boolean)
returns void
language sql
set search_path = ''
as $$
  insert into public.consents (user_id, purpose, is_granted, text_version, locale)
  values (tests.user_id(p_who), 'health_data', p_is_granted, '1', 'en');
$$;

-- Without consent.
select is(
  tests.log('ada', tests.run(10, '{"source": "hevy", "external_id": "h1"}', '{"incline_percent": -2.5, "steps": 4200.0, "tempo": null}')),
  '1', 'VIT-01: what is no health data needs no consent'
);
select results_eq(
  'select incline_percent, steps from public.workout_sets', $$ values (-2.5::numeric(3, 1), 4200) $$, 'VIT-02: and is stored'
);
select is(
  tests.log('ada', tests.run(20, jsonb_build_object(field, 100))), 'consent_required', format('VIT-03: %s of a workout needs consent', field)
) from unnest(array['average_heart_rate', 'max_heart_rate', 'energy_kcal']) as field;
select is(
  tests.log('ada', tests.run(20, '{}', jsonb_build_object(field, 100))), 'consent_required', format('VIT-04: %s of a set needs consent', field)
) from unnest(array['average_heart_rate', 'max_heart_rate', 'energy_kcal']) as field;
select is(
  array[
    tests.answer('ada', format('insert into public.workout_vitals (workout_id, energy_kcal) values (%L, 100)', tests.id(10))),
    tests.answer('ada', format('insert into public.workout_set_vitals (workout_set_id, max_heart_rate) values (%L, 150)', tests.id(12))),
    tests.answer('ada', format('select public.sync_push(%L) #>> ''{errors,0,code}''', jsonb_build_object(
      'workout_vitals', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
        'id', tests.id(10), 'workout_id', tests.id(10), 'energy_kcal', 100
      )))
    )))
  ],
  array['consent_required', 'consent_required', 'consent_required'], 'VIT-05: through the tables and sync too'
);
select results_eq(
  $$ select (select count(*) from public.workouts), (select count(*) from public.workout_vitals),
       (select count(*) from public.workout_set_vitals) $$,
  'values (1::bigint, 0::bigint, 0::bigint)', 'VIT-06: and nothing of what was refused is stored'
);

-- With consent, and after it was withdrawn.
select tests.consent('ada', true);
select is(
  tests.log('ada', tests.run(
    30, '{"average_heart_rate": 140, "max_heart_rate": 171, "energy_kcal": 350.25}', '{"average_heart_rate": 150, "max_heart_rate": 170, "energy_kcal": 300}'
  )),
  '1', 'VIT-07: with consent they are stored'
);
select results_eq(
  $$ select of_workout.average_heart_rate, of_workout.max_heart_rate, of_workout.energy_kcal, of_set.average_heart_rate,
       of_set.max_heart_rate, of_set.energy_kcal
     from public.workout_vitals as of_workout
     cross join public.workout_set_vitals as of_set
     where of_workout.workout_id = tests.id(30) and of_set.workout_set_id = tests.id(32) $$,
  $$ values (140::smallint, 171::smallint, 350.3, 150::smallint, 170::smallint, 300.0) $$,
  'VIT-08: as they were sent, energy to a tenth'
);
select tests.consent('ada', false);
select is(
  tests.log('ada', tests.run(
    30, '{"revision": 2, "name": "Evening run", "average_heart_rate": 140, "max_heart_rate": 171, "energy_kcal": 350.3}',
    '{"average_heart_rate": 150, "max_heart_rate": 170, "energy_kcal": 300}'
  )),
  '2', 'VIT-09: once consent is withdrawn the workout can still be edited'
);
select is(
  tests.log('ada', tests.run(30, '{"revision": 3, "average_heart_rate": 141}')),
  'consent_required', 'VIT-10: but no new value is stored'
);
select is(
  tests.log('ada', tests.run(30, '{"revision": 3}')), '3', 'VIT-11: and values can be taken out'
);
select results_eq(
  $$ select (select count(*) from public.workout_vitals), (select count(*) from public.workout_set_vitals),
       array(select relation from private.tombstones order by relation) $$,
  $$ values (0::bigint, 0::bigint, array['workout_set_vitals', 'workout_vitals']) $$,
  'VIT-12: for good, and other devices learn of it'
);

-- What changes alone is a change of its own.
select tests.consent('ada', true);
select tests.log('ada', tests.run(
  400, jsonb_build_object('energy_kcal', 350, 'max_heart_rate', 171), '{"average_heart_rate": 150, "energy_kcal": null}'
));
select tests.log('ada', tests.run(400, '{"revision": 2, "energy_kcal": 360.0}', '{"average_heart_rate": 151.0}'));
select results_eq(
  $$ select energy_kcal, max_heart_rate, version from public.workout_vitals where workout_id = tests.id(400) $$,
  $$ values (360.0::numeric(6, 1), null::smallint, 2) $$, 'VIT-27: an edit takes single values out, and changes others'
);
select tests.log('ada', tests.run(400, '{"revision": 3, "energy_kcal": 360}', '{"average_heart_rate": 151}'));
select results_eq(
  $$ select (select version from public.workout_vitals where workout_id = tests.id(400)),
       (select version from public.workout_set_vitals where workout_set_id = tests.id(402)) $$,
  'values (2, 2)', 'VIT-28: one that keeps them is no change of theirs'
);
select results_eq(
  $$ select tests.answer('ada', format('select private.workout_document(%L) -> ''energy_kcal''', tests.id(400))),
       tests.answer('ada', format('select private.set_documents(%L) #> ''{0,average_heart_rate}''', tests.id(401))),
       private.workout_record(workouts)::jsonb -> 'energy_kcal',
       private.workout_record(workouts)::jsonb #> '{exercises,0,sets,0,average_heart_rate}'
     from public.workouts where id = tests.id(400) $$,
  $$ values ('360.0', '151', '360.0'::jsonb, '151'::jsonb) $$, 'VIT-29: a document and an export of the owner have them'
);
select is(
  tests.log('ada', tests.run(400, '{"revision": 4, "energy_kcal": 360}', '{"average_heart_rate": 151, "position": 2}')),
  '4', 'VIT-30: a set that is edited keeps its own'
);
select results_eq(
  $$ select average_heart_rate, version from public.workout_set_vitals where workout_set_id = tests.id(402) $$,
  'values (151::smallint, 2)', 'VIT-31: untouched'
);
select tests.log('ada', tests.run(400, '{"revision": 5, "energy_kcal": 360, "exercises": []}'));
select is_empty('select workout_set_id from public.workout_set_vitals', 'VIT-32: they go with their set');
select tests.attempt('ada', format('delete from public.workouts where id = %L', tests.id(400)));
select is_empty('select workout_id from public.workout_vitals', 'VIT-33: and with their workout');
select tests.consent('ada', false);

-- Where a workout came from.
select is(
  tests.log('ada', tests.run(40, '{"source": "hevy", "external_id": "h1"}')),
  'id_unusable', 'VIT-13: what a source calls a workout is there once'
);
select is(
  tests.log('bob', tests.run(40, '{"source": "hevy", "external_id": "h1"}')), '1', 'VIT-14: for each user'
);
select is(
  tests.log('ada', tests.run(10, '{"revision": 2}')), '2', 'VIT-15: an edit that does not say where it came from'
);
select results_eq(
  $$ select source, external_id from public.workouts where id = tests.id(10) $$, $$ values ('hevy', 'h1') $$,
  'VIT-16: leaves that as it was'
);

-- Forms.
select results_eq(
  $$ select sent, tests.log('ada', tests.run(50, sent)) from unnest(array[
       '{"source": "HealthKit"}', '{"source": "a b"}', '{"external_id": "x"}', '{"source": "hevy", "external_id": ""}',
       '{"average_heart_rate": 19}', '{"max_heart_rate": 251}', '{"energy_kcal": -1}', '{"average_heart_rate": 100.5}'
     ]::jsonb[]) as sent $$,
  $$ values
       ('{"source": "HealthKit"}'::jsonb, 'invalid_field'), ('{"source": "a b"}', 'invalid_field'),
       ('{"external_id": "x"}', 'missing_field'), ('{"source": "hevy", "external_id": ""}', 'invalid_field'),
       ('{"average_heart_rate": 19}', 'invalid_field'), ('{"max_heart_rate": 251}', 'invalid_field'),
       ('{"energy_kcal": -1}', 'invalid_field'), ('{"average_heart_rate": 100.5}', 'invalid_field') $$,
  'VIT-17: what has another form is refused by log_workout()'
);
select results_eq(
  $$ select sent, tests.log('ada', tests.run(60 + 10 * ordinal::integer, '{}', jsonb_build_object('tempo', sent)))
     from unnest(array['31X0', '3-1-X-0', '10-0-10-0', 'X0X0', '3-1-1', '31x0', '3/1/1/0', 'slow'])
       with ordinality as tempos (sent, ordinal) $$,
  $$ values
       ('31X0', '1'), ('3-1-X-0', '1'), ('10-0-10-0', '1'), ('X0X0', '1'), ('3-1-1', 'invalid_field'),
       ('31x0', 'invalid_field'), ('3/1/1/0', 'invalid_field'), ('slow', 'invalid_field') $$,
  'VIT-18: a tempo is four numbers or X'
);
select results_eq(
  $$ select change, tests.attempt('ada', format('update public.workout_sets set %s where id = %L', change, tests.id(12)))
     from unnest(array[
       'tempo = ''slow''', 'incline_percent = 61', 'incline_percent = -30.1', 'steps = -1', 'steps = 200001',
       'tempo = ''31X0'', incline_percent = 60, steps = 200000'
     ]) as change $$,
  $$ values
       ('tempo = ''slow''', '23514'), ('incline_percent = 61', '23514'), ('incline_percent = -30.1', '23514'),
       ('steps = -1', '23514'), ('steps = 200001', '23514'),
       ('tempo = ''31X0'', incline_percent = 60, steps = 200000', '1') $$,
  'VIT-19: the tables check the same'
);
select results_eq(
  $$ select change, tests.attempt('ada', format('update public.workouts set %s where id = %L', change, tests.id(10)))
     from unnest(array['source = null', 'source = ''X''', 'external_id = ''''', 'source = null, external_id = null']) as change $$,
  $$ values ('source = null', '23514'), ('source = ''X''', '23514'), ('external_id = ''''', '23514'),
       ('source = null, external_id = null', '1') $$,
  'VIT-20: of a workout too'
);

select results_eq(
  $$ select length, tests.log('ada', tests.run(200 + 10 * ordinal::integer, '{}', jsonb_build_object(
       'target', jsonb_build_object('x', repeat('y', length - 9)))))
     from unnest(array[4000, 4001]) with ordinality as targets (length, ordinal) $$,
  $$ values (4000, '1'), (4001, 'invalid_field') $$,
  'VIT-25: a target is no place to keep anything at all'
);
select results_eq(
  $$ select length, tests.attempt('ada', format(
       'update public.workout_sets set target = jsonb_build_object(''x'', repeat(''y'', %s)) where id = %L', length - 9, tests.id(12)))
     from unnest(array[4000, 4001]) as length $$,
  $$ values (4000, '1'), (4001, '23514') $$,
  'VIT-26: through the tables either'
);

select * from finish();
rollback;
