begin;
select plan(16);

select tests.create_user('ada'), tests.create_user('eve');
select tests.set_visibility('ada', 'public');

-- Bench press with a superset of push-ups, bench press again, curls by each arm, and a plank that was skipped.
select tests.sign_in('ada');
select public.log_workout(jsonb_build_object(
  'id', tests.id(1), 'name', 'Push', 'notes', 'Tired', 'started_at', '2026-03-02T18:00:00Z',
  'ended_at', '2026-03-02T19:00:00Z', 'time_zone', 'UTC', 'visibility', 'public', 'exercises', jsonb_build_array(
    jsonb_build_object(
      'id', tests.id(10), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1, 'superset_group', 1,
      'notes', 'Elbow', 'sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(11), 'position', 1, 'set_type', 'warmup', 'reps', 10, 'weight_kg', 20),
        jsonb_build_object(
          'id', tests.id(12), 'position', 2, 'reps', 5, 'weight_kg', 100, 'rpe', 9, 'rest_seconds', 180,
          'target', '{"reps": 6, "weight_kg": 100}'::jsonb
        ),
        jsonb_build_object('id', tests.id(13), 'position', 3, 'set_type', 'amrap', 'reps', 12, 'weight_kg', 80),
        jsonb_build_object('id', tests.id(14), 'position', 4, 'set_type', 'failure', 'reps', 0, 'weight_kg', 110),
        jsonb_build_object('id', tests.id(15), 'position', 5, 'target', '{"reps": 5, "weight_kg": 90}'::jsonb)
      )
    ),
    jsonb_build_object(
      'id', tests.id(20), 'exercise_id', tests.exercise_id('push-up'), 'position', 2, 'superset_group', 1,
      'sets', jsonb_build_array(jsonb_build_object('id', tests.id(21), 'position', 1, 'reps', 20))
    ),
    jsonb_build_object(
      'id', tests.id(30), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 3,
      'sets', jsonb_build_array(jsonb_build_object('id', tests.id(31), 'position', 1, 'reps', 8, 'weight_kg', 60))
    ),
    jsonb_build_object(
      'id', tests.id(40), 'exercise_id', tests.exercise_id('plank'), 'position', 4,
      'sets', jsonb_build_array(jsonb_build_object('id', tests.id(41), 'position', 1))
    ),
    jsonb_build_object(
      'id', tests.id(50), 'exercise_id', tests.exercise_id('barbell-curl'), 'position', 5, 'sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(51), 'position', 1, 'reps', 9, 'weight_kg', 10, 'side', 'left'),
        jsonb_build_object('id', tests.id(52), 'position', 2, 'reps', 11, 'weight_kg', 10, 'side', 'right')
      )
    )
  )
));
select tests.act_as('postgres');
insert into public.workouts (id, user_id, name, started_at, time_zone)
values (tests.id(100), tests.user_id('eve'), 'Push', '2026-03-02T18:00:00Z', 'UTC');

-- As a routine
select is(
  tests.answer('ada', $$
    select (public.save_workout_as_routine(tests.id(1), tests.id(2)) -> 'routine') - 'exercises'
  $$)::jsonb,
  jsonb_build_object(
    'id', tests.id(2), 'version', 1, 'folder_id', null, 'name', 'Push', 'notes', null, 'position', 1,
    'visibility', 'private'
  ),
  'WRK-RTN-01: a workout becomes a routine of its name, private by default like any'
);
create temporary table targets as
  select
    routine_exercises.position::integer as exercise_position, routine_exercises.superset_group::integer,
    exercises.slug, routine_sets.position::integer, routine_sets.set_type, routine_sets.min_reps, routine_sets.max_reps,
    routine_sets.weight_kg::real, routine_sets.rpe, routine_sets.rest_seconds
  from public.routine_exercises
  join public.exercises on exercises.id = routine_exercises.exercise_id
  join public.routine_sets on routine_sets.routine_exercise_id = routine_exercises.id
  where routine_exercises.routine_id = tests.id(2);
select results_eq(
  $$
    select slug, position, set_type, min_reps, max_reps, weight_kg, rest_seconds
    from targets where exercise_position = 1 order by position
  $$,
  $$
    values
      ('barbell-bench-press', 1, 'warmup', 10, 10, 20::real, null::integer),
      ('barbell-bench-press', 2, 'normal', 5, 5, 100, 180),
      ('barbell-bench-press', 3, 'amrap', 12, null, 80, null),
      ('barbell-bench-press', 4, 'failure', null, null, 110, null)
  $$,
  'WRK-RTN-02: its targets are what was done, warm-ups included, and what was not done is left out'
);
select is_empty(
  'select * from targets where rpe is not null', 'WRK-RTN-03: how hard it was is no target'
);
select results_eq(
  $$ select distinct exercise_position, superset_group, slug from targets order by exercise_position $$,
  $$
    values
      (1, 1, 'barbell-bench-press'), (2, 1, 'push-up'), (3, null, 'barbell-bench-press'),
      (5, null, 'barbell-curl')
  $$,
  'WRK-RTN-04: supersets and an exercise that came twice are kept, one that was skipped is not'
);
select results_eq(
  $$ select min_reps from targets where exercise_position = 5 $$, $$ values (9) $$,
  'WRK-RTN-05: of sets by each side the left ones become targets'
);
create temporary table saved as select private.routine_document(tests.id(2)) as routine;
select is(
  tests.answer('ada', $$ select public.save_workout_as_routine(tests.id(1), tests.id(2)) -> 'routine' $$)::jsonb,
  (select routine from saved), 'WRK-RTN-06: the same call again changes nothing and answers the same'
);
select is(
  tests.answer('ada', $$ select public.save_workout_as_routine(tests.id(1), tests.id(3), 'Bench') #>> '{routine,name}' $$),
  'Bench', 'WRK-RTN-07: another routine of the same workout has another name and ids of its own'
);
select tests.sign_in('ada');
update public.routines set name = 'Edited' where id = tests.id(2);
select tests.act_as('postgres');
select is(
  tests.answer('ada', $$ select public.save_workout_as_routine(tests.id(1), tests.id(2)) $$), 'stale_version',
  'WRK-RTN-08: a routine that was edited since is not overwritten'
);
select results_eq(
  $$
    select what, tests.answer(who, format('select public.save_workout_as_routine(%L, %L)', workout_id, routine_id))
    from (values
      ('a workout of another, though it is shown', 'eve', tests.id(1), tests.id(9)),
      ('no workout', 'eve', tests.id(99), tests.id(9)),
      ('the id of another''s routine', 'eve', tests.id(100), tests.id(2)),
      ('no id', 'ada', tests.id(1), null)
    ) as attempts (what, who, workout_id, routine_id)
  $$,
  $$
    values
      ('a workout of another, though it is shown', 'id_unusable'), ('no workout', 'id_unusable'),
      ('the id of another''s routine', 'id_unusable'), ('no id', 'missing_field')
  $$,
  'WRK-RTN-09: nobody makes a routine of another''s workout, or under another''s id'
);
select is_empty(
  $$ select id from public.routines where user_id = tests.user_id('eve') $$, 'WRK-RTN-10: and nothing is stored'
);

-- And again
create temporary table repeated as
  select tests.answer('ada', 'select public.repeat_workout(tests.id(1), tests.id(5)) -> ''workout''')::jsonb as workout;
select is(
  (select workout - 'exercises' - 'started_at' from repeated),
  jsonb_build_object('id', tests.id(5), 'name', 'Push', 'time_zone', 'UTC', 'routine_id', null),
  'WRK-REP-01: a workout is repeated under the client''s id, live, without its notes'
);
select results_eq(
  $$
    select performed.node -> 'target'
    from repeated
    cross join lateral jsonb_array_elements(workout #> '{exercises,0,sets}') with ordinality as performed (node, n)
    order by n
  $$,
  $$
    values
      ('{"reps": 10, "weight_kg": 20}'::jsonb), ('{"reps": 5, "weight_kg": 100}'), ('{"reps": 12, "weight_kg": 80}'),
      ('{"reps": 0, "weight_kg": 110}'), ('{"reps": 5, "weight_kg": 90}')
  $$,
  'WRK-REP-02: its targets are what was done, or what was to be done where nothing was'
);
select is(
  tests.answer('ada', 'select (public.repeat_workout(tests.id(1), tests.id(5)) -> ''workout'') - ''started_at'''),
  (select (workout - 'started_at')::text from repeated), 'WRK-REP-03: the same call answers the same ids'
);
select is(
  tests.answer('ada', format(
    'select (public.log_workout(%L) -> ''workout'') - array[''started_at'', ''local_date'']',
    (select workout from repeated)
  ))::jsonb,
  jsonb_build_object(
    'id', tests.id(5), 'revision', 1, 'name', 'Push', 'ended_at', null, 'exercises', 5, 'sets', 0, 'volume_kg', 0
  ),
  'WRK-REP-04: log_workout takes it as it is, with no set done yet'
);
select is(
  tests.answer('eve', 'select public.repeat_workout(tests.id(1), tests.id(6))') || ' '
    || tests.answer('eve', 'select public.repeat_workout(tests.id(99), tests.id(6))'),
  'id_unusable id_unusable', 'WRK-REP-05: nobody repeats another''s workout, which answers as one that does not exist'
);
select is(
  tests.answer('anon', 'select public.repeat_workout(tests.id(1), tests.id(6))') || ' '
    || tests.answer('anon', 'select public.save_workout_as_routine(tests.id(1), tests.id(6))'),
  '42501 42501', 'WRK-REP-06: without an account nobody does either'
);

select * from finish();
rollback;
