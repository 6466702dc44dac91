begin;
select plan(8);

select tests.create_user('ada'), tests.create_user('bob');
update private.quotas set max_count = 3 where name = 'routine_folders';

select is(
  tests.attempt('ada', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(1, 3) as n $$),
  '3', 'QUOTA-01: as many as the quota are kept'
);
select is(
  tests.answer('ada', $$ insert into public.routine_folders (id, name) values (tests.id(4), 'Folder') returning 'kept' $$),
  'quota_exceeded', 'QUOTA-02: and not one more'
);
select throws_matching(
  $$
    select tests.sign_in('ada');
    insert into public.routine_folders (id, name) values (tests.id(4), 'Folder');
  $$, 'quota_exceeded', 'QUOTA-03: the refusal has a stable key'
);
select tests.act_as('postgres');
select is(
  tests.attempt('bob', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(11, 13) as n $$),
  '3', 'QUOTA-04: what others keep does not count'
);
select is(
  tests.attempt('ada', $$
    insert into public.routine_folders (id, name) values (tests.id(3), 'Renamed')
    on conflict (id) do update set name = excluded.name
  $$), '1', 'QUOTA-05: changing what is there is no addition'
);
select is(
  tests.attempt('ada', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(21, 24) as n $$),
  'PT409', 'QUOTA-06: nor do many at once slip past'
);

-- Workouts, whose quotas have a function of their own
update private.quotas set max_count = 2 where name in ('workouts_per_day', 'exercises_per_workout', 'sets_per_workout_exercise');
select results_eq(
  $$
    select relation, number, tests.answer('ada', format(statement, tests.id(number)) || ' returning ''kept''')
    from (values
      ('workouts', 'insert into public.workouts (id, name, started_at, time_zone) values (%L, ''Push'', ''2026-03-02T18:00Z'', ''UTC'')', 100),
      ('exercises', 'insert into public.workout_exercises (id, workout_id, exercise_id, position)
         values (%L, tests.id(101), tests.exercise_id(''push-up''), 1)', 110),
      ('sets', 'insert into public.workout_sets (id, workout_exercise_id, position, reps) values (%L, tests.id(111), 1, 5)', 120)
    ) as written (relation, statement, base)
    cross join lateral generate_series(base + 1, base + 3) as number
    order by number
  $$,
  $$
    values
      ('workouts', 101, 'kept'), ('workouts', 102, 'kept'), ('workouts', 103, 'quota_exceeded'),
      ('exercises', 111, 'kept'), ('exercises', 112, 'kept'), ('exercises', 113, 'quota_exceeded'),
      ('sets', 121, 'kept'), ('sets', 122, 'kept'), ('sets', 123, 'quota_exceeded')
  $$,
  'QUOTA-07: a day has so many workouts, a workout so many exercises, and they so many sets'
);
select results_eq(
  $$
    select tests.answer('ada', 'insert into public.workouts (id, name, started_at, time_zone)
        values (tests.id(104), ''Push'', ''2026-03-03T18:00Z'', ''UTC'') returning ''kept'''),
      tests.answer('bob', 'insert into public.workouts (id, name, started_at, time_zone)
        values (tests.id(105), ''Push'', ''2026-03-02T18:00Z'', ''UTC'') returning ''kept''')
  $$,
  $$ values ('kept', 'kept') $$, 'QUOTA-08: other days, and what others do, do not count'
);

select * from finish();
rollback;
