begin;
select plan(29);

-- Ada follows a plan; Eve attacks.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
select tests.follow_plan('ada', 100, '[[
  {"exercise": "barbell-back-squat", "sets": "2×5@100", "progression": {"scheme": "linear", "increment_kg": 2.5},
   "warmup_ramp": [{"percent": 40, "reps": 8}, {"percent": 75, "reps": 3, "rest_seconds": 60}]},
  {"exercise": "push-up", "sets": "1×10-15"}
], [{"exercise": "barbell-bench-press", "sets": "1×5@60"}]]');
select tests.follow_plan('eve', 500, '[[{"exercise": "push-up", "sets": "1×5"}]]');
update public.routine_exercises set rest_seconds = 180, superset_group = 1 where id = tests.id(111);

create function tests.start(p_who text, p_id integer, p_arguments text)
returns jsonb
language plpgsql
as $$
declare
  v_answer text := tests.answer(
    p_who,
    format('select public.start_workout(%L, ''Europe/Berlin'', p_started_at => ''2026-02-02T18:00Z'', %s)', tests.id(p_id), p_arguments)
  );
begin
  return case when v_answer ~ '^\{' then v_answer::jsonb else to_jsonb(v_answer) end;
end;
$$;
create function tests.enrollment()
returns text
language sql
as $$ select format('p_enrollment_id => %L', tests.id(100)); $$;
create temporary table started (number integer, answer jsonb);
grant all on started to authenticated;

-- The next session of an enrollment
insert into started values (1, tests.start('ada', 1, tests.enrollment()));
select is(
  (select answer -> 'prescription' from started),
  (select tests.answer('ada', format('select public.next_workout(%L)', tests.id(100)))::jsonb
     - 'enrollment_id' - 'plan' - 'status' - 'session'),
  'START-01: a workout begins with what the enrollment prescribes'
);
select is(
  (select answer -> 'workout' #- '{exercises}' from started),
  jsonb_build_object(
    'id', tests.id(1), 'name', 'Day 1', 'revision', 1, 'started_at', timestamptz '2026-02-02T18:00Z',
    'time_zone', 'Europe/Berlin', 'visibility', 'private', 'routine_id', tests.id(110), 'enrollment_id', tests.id(100)
  ),
  'START-02: it is live, a session of the enrollment, and named like the routine'
);
select is(
  (select answer #> '{workout,exercises,0}' #- '{id}' #- '{sets}' from started),
  jsonb_build_object(
    'exercise_id', tests.exercise_id('barbell-back-squat'), 'routine_exercise_id', tests.id(111), 'position', 1,
    'superset_group', 1
  ),
  'START-03: with the exercises of the routine'
);
select results_eq(
  $$ select set ->> 'position', set ->> 'set_type', set -> 'target'
     from started, jsonb_array_elements(answer #> '{workout,exercises,0,sets}') as set $$,
  $$ values
       ('1', 'warmup', '{"reps": 8, "weight_kg": 40, "rest_seconds": 180}'::jsonb),
       ('2', 'warmup', '{"reps": 3, "weight_kg": 75, "rest_seconds": 60}'),
       ('3', 'normal', '{"min_reps": 5, "max_reps": 5, "weight_kg": 100, "rest_seconds": 180}'),
       ('4', 'normal', '{"min_reps": 5, "max_reps": 5, "weight_kg": 100, "rest_seconds": 180}') $$,
  'START-04: each set has its target, the warm-up first, rests as they are to be'
);
select is_empty(
  $$ select from public.workout_sets where num_nonnulls(reps, weight_kg, duration_seconds, distance_meters) > 0
     union all select from analytics.exercise_days $$,
  'START-05: and nothing is done'
);
select is(
  tests.start('ada', 1, tests.enrollment()), (select answer from started), 'START-06: the same call again answers the same'
);
select results_eq(
  'select version from public.workouts where id = tests.id(1) union all select distinct version from public.workout_sets',
  'values (1), (1)', 'START-07: and writes nothing'
);

-- One at a time
select is(tests.start('ada', 2, tests.enrollment()), '"workout_live"', 'START-LIVE-01: a second one is not begun');
select tests.sign_in('ada');
select throws_ok(
  format('select public.start_workout(%L, ''UTC'', p_name => ''X'')', tests.id(2)), 'PT409', 'workout_live',
  'START-LIVE-02: of any kind'
);
do $$
declare
  v_hint text;
begin
  perform public.start_workout(tests.id(2), 'UTC', p_name => 'X');
exception when others then
  get stacked diagnostics v_hint = pg_exception_hint;
  perform set_config('tests.hint', v_hint, true);
end $$;
select matches(current_setting('tests.hint'), tests.id(1)::text, 'START-LIVE-03: and the one that is live is named');
select tests.act_as('postgres');
select is(
  tests.start('eve', 3, format('p_enrollment_id => %L', tests.id(500))) #>> '{workout,name}', 'Day 1',
  'START-LIVE-04: each user has one'
);
select is(
  tests.answer('ada', $q$ select public.log_workout(jsonb_build_object(
    'id', tests.id(4), 'name', 'Offline', 'started_at', '2026-02-02T19:00:00Z', 'time_zone', 'UTC')) #>> '{workout,name}' $q$),
  'Offline', 'START-LIVE-05: two may meet after offline work'
);
select is(
  tests.start('ada', 1, tests.enrollment()), (select answer from started),
  'START-LIVE-06: a retry is answered all the same'
);
select tests.answer('ada', 'select public.discard_workout(tests.id(4))');

-- What progression makes of it: one squat is skipped.
select tests.sign_in('ada');
update public.workout_sets set reps = 5, weight_kg = 100, completed_at = '2026-02-02T18:20Z'
where target ->> 'min_reps' = '5' and position = 3;
select is(
  public.finish_workout(tests.id(1), '2026-02-02T19:00Z') -> 'workout' #- '{started_at}',
  jsonb_build_object(
    'id', tests.id(1), 'name', 'Day 1', 'revision', 1, 'ended_at', timestamptz '2026-02-02T19:00Z',
    'local_date', '2026-02-02', 'exercises', 2, 'sets', 1, 'volume_kg', 500.000
  ),
  'START-FIN-01: it is finished with what was done'
);
select is(
  (select count(*) from public.workout_sets), 5::bigint, 'START-FIN-02: what was asked and skipped stays'
);
select tests.act_as('postgres');
select is(
  tests.start('ada', 1, tests.enrollment()),
  jsonb_build_object(
    'workout', tests.answer('ada', 'select private.workout_document(tests.id(1))')::jsonb, 'prescription', null
  ),
  'START-FIN-03: a late retry finds it finished, and prescribes nothing'
);
select is(
  tests.start('ada', 5, tests.enrollment()) #>> '{workout,name}', 'Day 2', 'START-FIN-04: the next session is the next'
);
select tests.answer('ada', 'select public.finish_workout(tests.id(5))');
select is(
  tests.start('ada', 6, tests.enrollment()) #>> '{prescription,exercises,0,progression,reason,code}', 'failed',
  'START-FIN-05: whoever skips a set does not progress'
);
select tests.answer('ada', 'select public.discard_workout(tests.id(6))');

-- A routine, and nothing at all
select is(
  tests.start('ada', 7, format('p_routine_id => %L, p_name => ''Extra''', tests.id(120))) -> 'workout' #- '{exercises}',
  jsonb_build_object(
    'id', tests.id(7), 'name', 'Extra', 'revision', 1, 'started_at', timestamptz '2026-02-02T18:00Z',
    'time_zone', 'Europe/Berlin', 'visibility', 'private', 'routine_id', tests.id(120)
  ),
  'START-ANY-01: a routine is begun without an enrollment'
);
select tests.answer('ada', 'select public.discard_workout(tests.id(7))');
select is(
  tests.start('ada', 8, format('p_routine_id => %L, %s', tests.id(120), tests.enrollment())) -> 'workout' -> 'routine_id',
  to_jsonb(tests.id(120)), 'START-ANY-02: another routine than the one that is due is begun as a session'
);
select tests.answer('ada', 'select public.discard_workout(tests.id(8))');
select is(
  tests.start('ada', 9, 'p_name => ''Whatever comes''') #- '{workout,id}' #- '{workout,started_at}',
  '{"workout": {"name": "Whatever comes", "revision": 1, "time_zone": "Europe/Berlin", "visibility": "private", "exercises": []},
    "prescription": null}',
  'START-ANY-03: and so is an empty workout'
);
select tests.answer('ada', 'select public.discard_workout(tests.id(9))');

-- Refusals
select results_eq(
  $$ select who, arguments, tests.start(who, 20, arguments) #>> '{}' from (values
       ('eve', tests.enrollment()), ('ada', format('p_enrollment_id => %L', tests.id(999))),
       ('ada', format('p_routine_id => %L', tests.id(510))), ('ada', format('p_routine_id => %L', tests.id(999))),
       ('ada', format('%s, p_routine_id => %L', tests.enrollment(), tests.id(510))),
       ('ada', 'p_name => null'), ('ada', 'p_name => '' '''), ('anon', 'p_name => ''X''')
     ) as calls (who, arguments)
     where who <> 'eve' or tests.answer('eve', 'select public.discard_workout(tests.id(3)) ->> ''outcome''') = 'discarded' $$,
  $$ select who, arguments, message from (values
       ('eve', tests.enrollment(), 'id_unusable'), ('ada', format('p_enrollment_id => %L', tests.id(999)), 'id_unusable'),
       ('ada', format('p_routine_id => %L', tests.id(510)), 'id_unusable'),
       ('ada', format('p_routine_id => %L', tests.id(999)), 'id_unusable'),
       ('ada', format('%s, p_routine_id => %L', tests.enrollment(), tests.id(510)), 'id_unusable'),
       ('ada', 'p_name => null', 'missing_field'), ('ada', 'p_name => '' ''', 'invalid_field'),
       ('anon', 'p_name => ''X''', '42501')
     ) as calls (who, arguments, message) $$,
  'START-BAD-01: ids of others, ids of nothing and values that cannot be are refused'
);
select is(
  tests.start('eve', 1, 'p_name => ''Mine'''), '"id_unusable"', 'START-BAD-02: a workout of somebody else is not begun again'
);
select is(tests.start('ada', 9, 'p_name => ''Again'''), '"deleted"', 'START-BAD-03: nor is one that was discarded');
select is(
  tests.answer('ada', format('select public.start_workout(%L, ''Mars/Olympus'', p_name => ''X'')', tests.id(21))),
  'invalid_field', 'START-BAD-04: nor anywhere'
);
update public.enrollments set status = 'paused' where id = tests.id(100);
select is(tests.start('ada', 22, tests.enrollment()), '"no_next_session"', 'START-BAD-05: a paused enrollment has no next session');
update public.enrollments set status = 'cancelled', ended_at = now() where id = tests.id(100);
select is(tests.start('ada', 22, tests.enrollment()), '"no_next_session"', 'START-BAD-06: nor has one that was cancelled');
select is(
  (select count(*) from public.workouts where user_id = tests.user_id('ada')), 2::bigint,
  'START-BAD-07: and nothing of it was stored'
);
select results_eq(
  $$ select tests.answer('eve', format('select private.due_prescription(%L, null)', tests.id(110))),
       tests.answer('eve', format('select private.due_prescription(null, %L)', tests.id(100))) $$,
  $$ values ('id_unusable', 'id_unusable') $$,
  'START-BAD-08: nor do the functions behind tell of others'
);

select * from finish();
rollback;
