begin;
select plan(24);

-- Ada trains live, row by row; Eve attacks.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, time_zone, notes)
values (tests.id(1), 'Push', '2026-03-02T18:00Z', 'UTC', 'Short on time');
insert into public.workout_exercises (id, workout_id, exercise_id, position, notes) values
  (tests.id(11), tests.id(1), tests.exercise_id('barbell-bench-press'), 1, null),
  (tests.id(12), tests.id(1), tests.exercise_id('push-up'), 2, null),
  (tests.id(13), tests.id(1), tests.exercise_id('barbell-back-squat'), 3, 'The rack was taken'),
  (tests.id(14), tests.id(1), tests.exercise_id('barbell-back-squat'), 4, null);
insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg, target) values
  (tests.id(101), tests.id(11), 1, 5, 100, '{"min_reps": 5}'),
  (tests.id(102), tests.id(11), 2, null, null, '{"min_reps": 5}'),
  (tests.id(103), tests.id(11), 3, null, 100, null),
  (tests.id(104), tests.id(12), 1, null, null, null),
  (tests.id(105), tests.id(13), 1, null, null, null),
  (tests.id(106), tests.id(14), 1, 0, 140, null);
select tests.act_as('postgres');

-- Refusals
select results_eq(
  $$ select call, tests.answer(who, 'select public.finish_workout(' || call || ')') from (values
       ('eve', 'tests.id(1)'), ('eve', 'tests.id(999)'), ('anon', 'tests.id(1)'),
       ('ada', 'tests.id(1), ''2026-03-02T17:59Z'''), ('ada', 'tests.id(1), p_session_rpe => 11'),
       ('ada', 'tests.id(1), p_session_rpe => 7.3'), ('ada', 'tests.id(1), p_notes => repeat(''x'', 4001)')
     ) as calls (who, call) $$,
  $$ values
       ('tests.id(1)', 'id_unusable'), ('tests.id(999)', 'id_unusable'), ('tests.id(1)', '42501'),
       ('tests.id(1), ''2026-03-02T17:59Z''', 'invalid_field'), ('tests.id(1), p_session_rpe => 11', 'invalid_field'),
       ('tests.id(1), p_session_rpe => 7.3', 'invalid_field'),
       ('tests.id(1), p_notes => repeat(''x'', 4001)', 'invalid_field') $$,
  'FIN-01: nobody finishes what is not theirs, nor with values that cannot be'
);
select is(
  (select count(*) from public.workouts where ended_at is null) + (select count(*) from public.workout_sets), 7::bigint,
  'FIN-02: and nothing changed'
);

-- What goes and what stays
select tests.sign_in('ada');
select is(
  public.finish_workout(tests.id(1), '2026-03-02T19:00Z', 8.5) -> 'workout'
    #- '{id}' #- '{started_at}',
  '{"name": "Push", "sets": 2, "revision": 1, "ended_at": "2026-03-02T19:00:00+00:00", "exercises": 3, "volume_kg": 500.000, "local_date": "2026-03-02"}',
  'FIN-03: a finished workout is answered as log_workout() answers one'
);
select results_eq(
  'select id from public.workout_sets order by id',
  'select tests.id(n) from unnest(array[101, 102, 106]) as n',
  'FIN-04: sets without an actual value are gone, but for the skipped one that had a target; a failed attempt stays'
);
select results_eq(
  'select id from public.workout_exercises order by id',
  'select tests.id(n) from unnest(array[11, 13, 14]) as n',
  'FIN-05: so are exercises that have neither sets nor notes then'
);
select results_eq(
  'select session_rpe, notes from public.workouts', $$ values (8.5::numeric(3, 1), 'Short on time') $$,
  'FIN-06: what is not said stays as it was'
);
select is(
  public.finish_workout(tests.id(1), '2026-03-02T20:00Z', 1, 'Other') #>> '{workout,ended_at}',
  '2026-03-02T19:00:00+00:00',
  'FIN-07: finishing again changes nothing'
);
select results_eq(
  'select session_rpe, notes, version from public.workouts', $$ values (8.5::numeric(3, 1), 'Short on time', 2) $$,
  'FIN-08: in any field'
);

insert into public.workouts (id, name, started_at, time_zone) values (tests.id(2), 'Pull', '2026-03-03T18:00Z', 'UTC');
insert into public.workout_exercises (id, workout_id, exercise_id, position)
values (tests.id(21), tests.id(2), tests.exercise_id('push-up'), 1);
insert into public.workout_sets (id, workout_exercise_id, position) values (tests.id(201), tests.id(21), 1);
select lives_ok(
  $$ select public.finish_workout(tests.id(2), p_notes => 'All of it', p_drop_unfinished => false) $$,
  'FIN-09: a workout is finished now where nothing else is said'
);
select results_eq(
  $$ select ended_at between statement_timestamp() - interval '1 minute' and clock_timestamp(), notes,
       (select count(*) from public.workout_sets where id = tests.id(201))
     from public.workouts where id = tests.id(2) $$,
  $$ values (true, 'All of it', 1::bigint) $$,
  'FIN-10: and nothing of it goes where that is asked'
);
delete from public.workouts where id = tests.id(2);
select is(
  tests.answer('ada', 'select public.finish_workout(tests.id(2))'), 'deleted', 'FIN-11: a deleted one says so'
);

-- Discarding
select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(3), 'Legs', '2026-03-04T18:00Z', 'UTC');
insert into public.workout_exercises (id, workout_id, exercise_id, position)
values (tests.id(31), tests.id(3), tests.exercise_id('push-up'), 1);
insert into public.workout_sets (id, workout_exercise_id, position, reps) values (tests.id(301), tests.id(31), 1, 20);
select tests.act_as('postgres');
select results_eq(
  $$ select who, id, tests.answer(who, format('select public.discard_workout(%L) ->> ''outcome''', tests.id(id)))
     from (values ('eve', 3), ('anon', 3), ('ada', 999), ('ada', 1)) as calls (who, id) $$,
  $$ values ('eve', 3, 'id_unusable'), ('anon', 3, '42501'), ('ada', 999, 'id_unusable'), ('ada', 1, 'workout_finished') $$,
  'DISC-01: nobody discards what is not theirs, nor what is finished'
);
select is((select count(*) from public.workouts), 2::bigint, 'DISC-02: and nothing is gone');
select is(
  tests.answer('ada', 'select public.discard_workout(tests.id(3)) ->> ''outcome'''), 'discarded',
  'DISC-03: a live workout is discarded'
);
select is(
  tests.answer('ada', 'select public.discard_workout(tests.id(3)) ->> ''outcome'''), 'discarded',
  'DISC-04: again, it answers the same'
);
select is_empty(
  $$ select from public.workout_sets where id = tests.id(301)
     union all select from analytics.exercise_days where local_date = '2026-03-04' $$,
  'DISC-05: with its sets and what was rolled up of them'
);
select is(
  (select count(*) from private.tombstones where row_id in (tests.id(3), tests.id(31), tests.id(301))), 3::bigint,
  'DISC-06: and other devices learn of it'
);
select is(
  tests.answer('ada', $q$ select public.log_workout(jsonb_build_object(
    'id', tests.id(3), 'revision', 9, 'name', 'Legs', 'started_at', '2026-03-04T18:00:00Z', 'time_zone', 'UTC')) $q$),
  'deleted', 'DISC-07: a late retry does not bring it back'
);

-- Nothing here reaches beyond the caller
select tests.sign_in('eve');
select is_empty('select from public.workouts', 'DISC-08: Eve has seen nothing of it');
select is(
  tests.answer('eve', 'select private.own_workout(tests.id(1))::text ~ ''Push'''), 'false',
  'DISC-09: nor does she by the functions behind'
);
select is(
  tests.answer('eve', 'select private.workout_document(tests.id(1))::text'), null, 'DISC-10: nor as a document'
);
select is(
  tests.answer('eve', 'select private.is_deleted(''workouts'', tests.id(3))'), 'false',
  'DISC-11: nor that something was deleted'
);

-- A document goes in as it came out
select tests.sign_in('ada');
create temporary table before on commit drop as select private.workout_document(tests.id(1)) as document;
select public.log_workout(document || '{"revision": 2}') from before;
select is(
  private.workout_document(tests.id(1)), (select document || '{"revision": 2}' from before),
  'DOC-01: a workout that is read and sent back is the same'
);
select results_eq(
  'select distinct version from public.workout_sets', 'values (1)', 'DOC-02: and no row of it was written'
);

select * from finish();
rollback;
