begin;
select plan(8);

select tests.create_user('ada');

-- A workout with a set of bench presses and one of push-ups; exercises are replaced by those given.
create function tests.workout(p_revision integer, p_exercises jsonb)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(1), 'revision', p_revision, 'name', 'Push', 'started_at', '2026-03-02T18:00:00Z',
    'ended_at', '2026-03-02T19:00:00Z', 'time_zone', 'UTC', 'exercises', p_exercises
  );
$$;
create function tests.done(p_id integer, p_slug text, p_position integer, variadic p_sets jsonb[])
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(p_id), 'exercise_id', tests.exercise_id(p_slug), 'position', p_position, 'sets', to_jsonb(p_sets)
  );
$$;
create function tests.set_of(p_id integer, p_position integer, p_reps integer)
returns jsonb
language sql
as $$
  select jsonb_build_object('id', tests.id(p_id), 'position', p_position, 'reps', p_reps);
$$;

grant execute on all functions in schema tests to authenticated;
select tests.sign_in('ada');
select public.log_workout(tests.workout(1, jsonb_build_array(
  tests.done(10, 'barbell-bench-press', 1, tests.set_of(100, 1, 5), tests.set_of(101, 2, 5)),
  tests.done(11, 'push-up', 2, tests.set_of(102, 1, 20))
)));
select public.log_workout(tests.workout(2, jsonb_build_array(
  tests.done(10, 'barbell-bench-press', 1, tests.set_of(100, 1, 5), tests.set_of(101, 2, 6)),
  tests.done(11, 'push-up', 2, tests.set_of(102, 1, 20))
)));
select results_eq(
  $$ select id, reps, version from public.workout_sets order by id $$,
  $$ values (tests.id(100), 5, 1), (tests.id(101), 6, 2), (tests.id(102), 20, 1) $$,
  'LOG-EDIT-01: an edit changes the rows that it changes, and no other'
);
select is_empty('select row_id from private.tombstones', 'LOG-EDIT-02: and deletes none that is still there');

select public.log_workout(tests.workout(3, jsonb_build_array(
  tests.done(10, 'barbell-bench-press', 1, tests.set_of(100, 1, 5)),
  tests.done(11, 'push-up', 2, tests.set_of(101, 1, 6), tests.set_of(102, 2, 20))
)));
select results_eq(
  $$ select id, workout_exercise_id, position from public.workout_sets order by id $$,
  $$ values
       (tests.id(100), tests.id(10), 1::smallint), (tests.id(101), tests.id(11), 1::smallint),
       (tests.id(102), tests.id(11), 2::smallint) $$,
  'LOG-EDIT-03: a set may move to another exercise of its workout'
);

select public.log_workout(tests.workout(4, jsonb_build_array(
  tests.done(11, 'plank', 1, jsonb_build_object('id', tests.id(102), 'position', 1, 'duration_seconds', 60))
)));
select results_eq(
  $$ select id, exercise_kind, duration_seconds, reps from public.workout_sets $$,
  $$ values (tests.id(102), 'duration', 60, null::integer) $$,
  'LOG-EDIT-04: an exercise may become one of another kind, with sets that fit it'
);
select set_eq(
  $$
    select relation, row_id
    from private.tombstones
    where not exists (select 1 from public.workout_sets where workout_sets.id = row_id)
      and not exists (select 1 from public.workout_exercises where workout_exercises.id = row_id)
  $$,
  $$ values ('workout_exercises', tests.id(10)), ('workout_sets', tests.id(100)), ('workout_sets', tests.id(101)) $$,
  'LOG-EDIT-05: what is gone has tombstones'
);
select results_eq(
  $$ select exercise_id, sets, duration_seconds from analytics.exercise_days $$,
  $$ values (tests.exercise_id('plank'), 1, 60::bigint) $$,
  'LOG-EDIT-06: and the days are those of the sets that are left'
);

delete from public.workouts where id = tests.id(1);
select throws_ok(
  $$ select public.log_workout(tests.workout(9, '[]')) $$, 'PT409', 'deleted',
  'LOG-EDIT-07: a deleted workout does not come back, whatever its revision'
);
select is_empty('select id from public.workouts', 'LOG-EDIT-08: and nothing was stored');

select * from finish();
rollback;
