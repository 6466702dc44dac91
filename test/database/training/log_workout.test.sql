begin;
select plan(43);

select tests.create_user('ada'), tests.create_user('bob');

-- A workout of two exercises and three sets; %s are the revision and the reps of the first set.
create function tests.workout(p_revision integer default 1, p_reps integer default 5, p_base integer default 0)
returns jsonb
language sql
stable
set search_path = public, tests
as $$
  select jsonb_build_object(
    'id', tests.id(p_base + 1), 'revision', p_revision, 'name', 'Push',
    'started_at', '2026-03-02T18:00:00+01:00', 'ended_at', '2026-03-02T19:00:00+01:00', 'time_zone', 'Europe/Berlin',
    'exercises', jsonb_build_array(
      jsonb_build_object(
        'id', tests.id(p_base + 10), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1,
        'sets', jsonb_build_array(
          jsonb_build_object('id', tests.id(p_base + 100), 'position', 1, 'set_type', 'warmup', 'reps', 10, 'weight_kg', 20),
          jsonb_build_object('id', tests.id(p_base + 101), 'position', 2, 'reps', p_reps, 'weight_kg', 100.125, 'rpe', 8.5)
        )
      ),
      jsonb_build_object(
        'id', tests.id(p_base + 11), 'exercise_id', tests.exercise_id('push-up'), 'position', 2,
        'sets', jsonb_build_array(jsonb_build_object('id', tests.id(p_base + 102), 'position', 1, 'reps', 20))
      )
    )
  );
$$;
-- What log_workout() says of a workout it refuses: SQLSTATE, key and path.
create function tests.refusal(p_workout jsonb)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_detail text;
begin
  perform public.log_workout(p_workout);
  return 'stored';
exception when others then
  get stacked diagnostics v_detail = pg_exception_detail;
  return concat_ws(' ', sqlstate, sqlerrm, case when v_detail like '{%' then v_detail::jsonb ->> 'path' end);
end;
$$;

-- What is refused, each with the path of its field.
create temporary table refused (id text, patch jsonb, path text[], message text, at text) on commit drop;
insert into refused values
  ('LOG-BAD-01: no object', null, null, 'invalid_field', 'workout'),
  ('LOG-BAD-02: a name that is missing', 'null', '{name}', 'missing_field', 'name'),
  ('LOG-BAD-03: an instant without an offset', '"2026-03-02T18:00:00"', '{started_at}', 'invalid_field', 'started_at'),
  ('LOG-BAD-04: a day that does not exist', '"2026-02-30T18:00:00Z"', '{started_at}', 'invalid_field', 'started_at'),
  ('LOG-BAD-05: a field that nobody knows', '"x"', '{user_id}', 'unknown_field', 'user_id'),
  ('LOG-BAD-06: reps that are text', '"5"', '{exercises,0,sets,1,reps}', 'invalid_field', 'exercises[0].sets[1].reps'),
  ('LOG-BAD-07: reps beyond human bounds', '10001', '{exercises,0,sets,1,reps}', 'invalid_field', 'exercises[0].sets[1].reps'),
  ('LOG-BAD-08: half a repetition', '5.5', '{exercises,0,sets,1,reps}', 'invalid_field', 'exercises[0].sets[1].reps'),
  ('LOG-BAD-09: an RPE between half steps', '8.3', '{exercises,0,sets,1,rpe}', 'invalid_field', 'exercises[0].sets[1].rpe'),
  ('LOG-BAD-10: a negative weight', '-1', '{exercises,0,sets,1,weight_kg}', 'invalid_field', 'exercises[0].sets[1].weight_kg'),
  ('LOG-BAD-11: a weight on a push-up', '20', '{exercises,1,sets,0,weight_kg}', 'field_not_allowed', 'exercises[1].sets[0].weight_kg'),
  ('LOG-BAD-12: a set type that nobody knows', '"superb"', '{exercises,0,sets,0,set_type}', 'invalid_field', 'exercises[0].sets[0].set_type'),
  ('LOG-BAD-13: an id that is no uuid', '"1"', '{exercises,0,id}', 'invalid_field', 'exercises[0].id'),
  ('LOG-BAD-14: exercises that are an object', '{}', '{exercises}', 'invalid_field', 'exercises'),
  ('LOG-BAD-15: a set that is a number', '7', '{exercises,0,sets,0}', 'invalid_field', 'exercises[0].sets[0]'),
  ('LOG-BAD-16: a time zone that nobody knows', '"Mars/Olympus"', '{time_zone}', 'invalid_field', 'time_zone');
grant select on refused to authenticated;
grant execute on all functions in schema tests to authenticated;

select tests.sign_in('ada');
select is(
  public.log_workout(tests.workout()) - 'records',
  jsonb_build_object('workout', jsonb_build_object(
    'id', tests.id(1), 'revision', 1, 'name', 'Push', 'started_at', timestamptz '2026-03-02T17:00:00Z',
    'ended_at', timestamptz '2026-03-02T18:00:00Z', 'local_date', '2026-03-02', 'exercises', 2, 'sets', 2,
    'volume_kg', 500.625
  )),
  'LOG-01: a workout is stored and answered; a warm-up and a push-up add no volume'
);
select is((select count(*) from public.workout_sets), 3::bigint, 'LOG-02: with every set');
select results_eq(
  $$ select sets, reps, volume_kg, max_weight_kg, best_weights_kg[5] from analytics.exercise_days
     where exercise_id = tests.exercise_id('barbell-bench-press') $$,
  $$ values (1, 5::bigint, 500.625, 100.125::numeric(7, 3), 100.125::numeric(7, 3)) $$,
  'ROLL-01: the day is rolled up in the same transaction'
);
select is(
  public.log_workout(tests.workout(1, 8)) #> '{workout,volume_kg}', '500.625',
  'LOG-03: the same revision again changes nothing and answers what is stored'
);
select is(
  public.log_workout(tests.workout(2, 8)) #> '{workout,volume_kg}', '801.000',
  'LOG-04: a higher revision replaces the workout'
);
select results_eq(
  $$ select reps, volume_kg from analytics.exercise_days where exercise_id = tests.exercise_id('barbell-bench-press') $$,
  $$ values (8::bigint, 801.000) $$,
  'ROLL-02: and its day'
);
select is(
  public.log_workout(tests.workout(3) #- '{exercises,0}') #> '{workout,exercises}', '1',
  'LOG-05: rows that the new revision leaves out are gone'
);
select is_empty(
  $$ select 1 from analytics.exercise_days where exercise_id = tests.exercise_id('barbell-bench-press') $$,
  'ROLL-03: and a day without sets has no row'
);
select is(
  public.log_workout(tests.workout(4) - 'exercises') #> '{workout,sets}', '0',
  'LOG-06: a workout may be empty'
);
select lives_ok($$ select public.log_workout(tests.workout(5)) $$, 'LOG-07: and filled again');

select is(
  tests.refusal(case when patch is null then '[]' else jsonb_set(tests.workout(6), path, patch) end),
  format('PT422 %s %s', message, at),
  id || ' is refused by name'
) from refused;
select is((select revision from public.workouts), 5, 'LOG-BAD-17: and nothing of it was stored');
select is(
  tests.refusal(jsonb_set(tests.workout(6), '{ended_at}', '"2026-03-01T00:00:00Z"')),
  'PT422 invalid_field ended_at',
  'LOG-BAD-18: an end before the start is refused by name'
);

-- Ids that cannot be used always answer the same.
select is(
  tests.refusal(jsonb_set(tests.workout(1, 5, 1000), '{exercises,0,exercise_id}', to_jsonb(tests.id(9999)))),
  'PT409 id_unusable exercise_id',
  'LOG-ID-01: an exercise that does not exist'
);
select tests.act_as('postgres');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(500), tests.user_id('bob'), 'Bob''s secret lift', 'weight_reps', 'strength', 'beginner', 'user', 'none');
select tests.sign_in('ada');
select is(
  tests.refusal(jsonb_set(tests.workout(1, 5, 1000), '{exercises,0,exercise_id}', to_jsonb(tests.id(500)))),
  'PT409 id_unusable exercise_id',
  'LOG-ID-02: an exercise of somebody else'
);
select is(
  tests.refusal(jsonb_set(tests.workout(1, 5, 1000), '{exercises,0,id}', to_jsonb(tests.id(10)))),
  'PT409 id_unusable exercises[].id',
  'LOG-ID-03: an id of another workout''s exercise'
);
select tests.sign_in('bob');
select is(tests.refusal(tests.workout()), 'PT409 id_unusable id', 'LOG-ID-04: a workout id of somebody else');
select is(
  tests.refusal(jsonb_set(tests.workout(1, 5, 1000), '{exercises,0,sets,0,id}', to_jsonb(tests.id(100)))),
  'PT409 id_unusable exercises[].sets[].id',
  'LOG-ID-05: a set id of somebody else'
);
select is_empty($$ select id from public.workouts $$, 'LOG-ID-06: and nothing of it was stored');

-- What other encoders of JSON send.
select tests.sign_in('ada');
select is(
  public.log_workout(jsonb_set(tests.workout(6), '{exercises,0,sets,1,reps}', '8.0') || '{"revision": 6.0}')
    #> '{workout,volume_kg}',
  '801.000',
  'LOG-09: whole numbers may be written 8.0'
);
select is(
  public.log_workout(tests.workout(7) || '{"exercises": null}') #> '{workout,exercises}', '0',
  'LOG-10: no exercises may be written null'
);
select is(
  tests.refusal(tests.workout(8) || '{"name": "   "}'), 'PT422 invalid_field name',
  'LOG-BAD-19: a name that nobody sees is refused'
);
select public.log_workout(tests.workout(9));

-- Who sees a workout.
update public.profile_settings set default_workout_visibility = 'public' where user_id = tests.user_id('ada');
select public.log_workout(tests.workout(1, 5, 4000) || '{"visibility": "private"}');
select public.log_workout(tests.workout(2, 5, 4000));
select results_eq(
  $$ select visibility from public.workouts where id = tests.id(4001) $$, $$ values ('private') $$,
  'LOG-VIS-01: an edit that says nothing of visibility leaves it as it was'
);
select public.log_workout(tests.workout(1, 5, 5000));
select results_eq(
  $$ select visibility from public.workouts where id = tests.id(5001) $$, $$ values ('public') $$,
  'LOG-VIS-02: a new workout that says nothing has the visibility of the settings'
);
delete from public.workouts where id in (tests.id(4001), tests.id(5001));

-- The most that the rules allow, many times a day.
select lives_ok(
  $$ select public.log_workout(jsonb_set(tests.workout(1, 5, 6000), '{exercises,0,sets}', (
       select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'position', n, 'reps', 10000, 'weight_kg', 2000))
       from generate_series(1, 200) as n
     ))) $$,
  'LOG-11: the heaviest workout that the rules allow has a rollup that holds it'
);
delete from public.workouts where id = tests.id(6001);

-- Erasure.
select tests.act_as('postgres');
delete from public.workouts where id = tests.id(1);
select is_empty($$ select 1 from analytics.exercise_days $$, 'ROLL-04: deleting a workout empties its days');
select tests.sign_in('bob');
select lives_ok(
  $$ select public.log_workout(jsonb_set(tests.workout(1, 5, 2000), '{exercises,0,exercise_id}', to_jsonb(tests.id(500)))) $$,
  'LOG-08: an exercise of one''s own can be logged'
);
select tests.act_as('postgres');
delete from auth.users where id = tests.user_id('bob');
set constraints all immediate;
select is_empty(
  $$ select 1 from analytics.exercise_days union all select 1 from public.workout_sets union all select 1 from public.workouts $$,
  'LOG-DEL-01: deleting a user who logged an exercise of their own leaves nothing, rollups included'
);

select * from finish();
rollback;
