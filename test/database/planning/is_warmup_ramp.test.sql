begin;
select plan(3);

select tests.create_user('ada');

create temporary table ramps (ramp, is_one) as values
  ('[]'::jsonb, true),
  ('[{"percent": 40, "reps": 8}, {"percent": 62.5, "reps": 5, "rest_seconds": 60}]', true),
  ('[{"percent": 1, "reps": 1, "rest_seconds": null}, {"percent": 100, "reps": 50.0, "rest_seconds": 0}]', true),
  ((select jsonb_agg('{"percent": 50, "reps": 5}'::jsonb) from generate_series(1, 10)), true),
  ((select jsonb_agg('{"percent": 50, "reps": 5}'::jsonb) from generate_series(1, 11)), false),
  ('{"percent": 50, "reps": 5}', false),
  ('"50 %"', false),
  ('[50]', false),
  ('[null]', false),
  ('[[{"percent": 50, "reps": 5}]]', false),
  ('[{"percent": 50, "reps": 5}, {"percent": 50}]', false),
  ('[{"reps": 5}]', false),
  ('[{"percent": null, "reps": 5}]', false),
  ('[{"percent": 0.5, "reps": 5}]', false),
  ('[{"percent": 101, "reps": 5}]', false),
  ('[{"percent": "50", "reps": 5}]', false),
  ('[{"percent": [50], "reps": 5}]', false),
  ('[{"percent": 50, "reps": 0}]', false),
  ('[{"percent": 50, "reps": 51}]', false),
  ('[{"percent": 50, "reps": 2.5}]', false),
  ('[{"percent": 50, "reps": [5]}]', false),
  ('[{"percent": 50, "reps": 5, "rest_seconds": -1}]', false),
  ('[{"percent": 50, "reps": 5, "rest_seconds": 86401}]', false),
  ('[{"percent": 50, "reps": 5, "rest_seconds": 1.5}]', false),
  ('[{"percent": 50, "reps": 5, "rest_seconds": "60"}]', false),
  ('[{"percent": 50, "reps": 5, "rest_seconds": [60]}]', false),
  ('[{"percent": 50, "reps": 5, "weight_kg": 60}]', false),
  ('[{"percent": 50, "reps": 5, "reps ": 5}]', false);

select is_empty(
  $$ select ramp from ramps where private.is_warmup_ramp(ramp) <> is_one $$,
  'RAMP-01: a ramp is at most ten steps of a percentage, repetitions and a rest'
);
select is_empty(
  $$
    select ramp, problem
    from ramps
    cross join lateral private.document_problem(
      'exercise', jsonb_build_object('id', tests.id(1), 'exercise_id', tests.id(1), 'position', 1, 'warmup_ramp', ramp),
      private.routine_field_rules()
    ) as problem
    where (problem.message is null) <> is_one
  $$,
  'RAMP-02: save_routine takes the same ramps'
);
select is(
  tests.attempt('ada', $$
    insert into public.routines (id, name) values (tests.id(1), 'Push');
    insert into public.routine_exercises (id, routine_id, exercise_id, position, warmup_ramp)
    values (tests.id(2), tests.id(1), tests.exercise_id('barbell-bench-press'), 1, '[{"percent": 50}]')
  $$),
  '23514', 'RAMP-03: and so does the table'
);

select * from finish();
rollback;
