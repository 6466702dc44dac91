begin;
select plan(12);

select tests.create_user('ada'), tests.create_user('bob'), tests.create_user('carl'), tests.create_user('dora'),
  tests.create_user('eve');
select tests.set_visibility('ada', 'public');
select tests.follow('bob', 'ada');
select tests.block('ada', 'dora');

select tests.sign_in('ada');
insert into public.gyms (id, name) values (tests.id(1), 'Home');
insert into public.gym_equipment (id, gym_id, type, equipment_id, weight_kg, quantity)
values
  (tests.id(2), tests.id(1), 'bar', 'barbell', 20, null), (tests.id(3), tests.id(1), 'plate', null, 20, 4),
  (tests.id(4), tests.id(1), 'plate', null, 5, 2), (tests.id(5), tests.id(1), 'plate', null, 2.5, 2);
select tests.act_as('postgres');

select tests.follow_plan('ada', 100, '[[{
  "exercise": "barbell-back-squat", "sets": "2×5@81", "progression": {"scheme": "linear", "increment_kg": 2.5},
  "warmup_ramp": [{"percent": 40, "reps": 8}, {"percent": 75, "reps": 3, "rest_seconds": 60}]
}]]');
update public.routines set visibility = 'public', notes = 'Deep' where id = tests.id(110);
update public.plans set visibility = 'public' where id = tests.id(101);
update public.routine_exercises set rest_seconds = 180, notes = 'Belt', superset_group = 1 where id = tests.id(111);

select is(
  tests.answer('ada', format($$ select public.next_workout(%L, '2026-02-02') #- '{session,plan_day_id}' $$, tests.id(100)))::jsonb
    #- '{exercises,0,sets,1}' #- '{exercises,0,warmup,1,plates}' #- '{exercises,0,sets,0,plates}',
  jsonb_build_object(
    'enrollment_id', tests.id(100),
    'plan', jsonb_build_object('id', tests.id(101), 'name', 'Plan'),
    'status', 'active',
    'session', '{"number": 1, "week": 1, "cycle": 1, "scheduled_on": "2026-02-02", "is_deload": false}'::jsonb,
    'routine', jsonb_build_object('id', tests.id(110), 'name', 'Day 1', 'notes', 'Deep'),
    'exercises', jsonb_build_array(jsonb_build_object(
      'routine_exercise_id', tests.id(111), 'exercise_id', tests.exercise_id('barbell-back-squat'),
      'name', 'Barbell Back Squat', 'kind', 'weight_reps', 'position', 1, 'superset_group', 1, 'notes', 'Belt',
      'rest_seconds', 180,
      -- Of 80 kg: 32 and 60 kg. The bar takes 20, 25, 30, 35, 60, … kg.
      'warmup', jsonb_build_array(
        jsonb_build_object('reps', 8, 'weight_kg', 30, 'rest_seconds', null, 'plates', (
          select answer::jsonb
          from tests.answer('ada', format('select public.load_plates(%L, %L, 30)', tests.id(1), tests.exercise_id('barbell-back-squat')))
            as answer
        )),
        jsonb_build_object('reps', 3, 'weight_kg', 60, 'rest_seconds', 60)
      ),
      'sets', jsonb_build_array(jsonb_build_object(
        'position', 1, 'set_type', 'normal', 'min_reps', 5, 'max_reps', 5, 'goal_reps', null, 'weight_kg', 75,
        'exact_kg', 81, 'duration_seconds', null, 'distance_meters', null, 'rpe', null, 'rir', null, 'rest_seconds', null
      )),
      'progression', jsonb_build_object(
        'scheme', 'linear',
        'state', '{"sessions": 0, "successes": 0, "failures": 0, "load_kg": 81}'::jsonb,
        'reason', '{"code": "start", "data": {"load_kg": 81}, "text": "The first session, at 81 kg."}'::jsonb
      )
    ))
  ),
  'NEXT-01: a prescription says all there is to do, rounded to the default gym'
);
select is(
  tests.answer('ada', format(
    $$ select public.next_workout(%L, '2026-02-02') #> '{exercises,0,sets,0,plates,per_side}' $$, tests.id(100)
  ))::jsonb,
  '[{"weight_kg": 20, "unit_system": "metric", "count": 1}, {"weight_kg": 5, "unit_system": "metric", "count": 1},
    {"weight_kg": 2.5, "unit_system": "metric", "count": 1}]',
  'NEXT-02: with the plates of each side'
);
select is(
  tests.answer('ada', format('select public.next_workout(%L)::text is not null', tests.id(100))), 'true',
  'NEXT-03: for today, where no day is given'
);

-- Why, in words
select results_eq(
  $$
    select private.progression_reason(code, figures) ->> 'text'
    from (
      values
        ('start', '{"load_kg": 60}'), ('start', '{"training_max_kg": 100, "wave": 1, "waves": 3}'), ('start', '{}'),
        ('choose_load', '{}'), ('fixed', '{"load_kg": 60}'), ('raised', '{"load_kg": 62.5, "previous": 60}'),
        ('raised', '{"training_max_kg": 105, "previous": 100, "wave": 1, "waves": 3}'),
        ('raised', '{"reps": 12, "previous": 11}'), ('raised', '{"seconds": 40, "previous": 35}'),
        ('succeeded', '{"load_kg": 60, "successes": 1, "every": 3}'), ('held', '{"load_kg": 60}'),
        ('capped', '{"load_kg": 60}'), ('capped', '{}'), ('failed', '{"load_kg": 60, "failures": 1}'),
        ('failed', '{"load_kg": 60, "failures": 1, "after": 3}'),
        ('deloaded', '{"load_kg": 58.5, "previous": 65, "after": 3}'),
        ('reset', '{"load_kg": 60, "previous": 65, "after": 3}'),
        ('planned_deload', '{"load_kg": 100, "percent": 60}'),
        ('wave', '{"training_max_kg": 105, "wave": 2, "waves": 3}'), ('wave', '{"wave": 2, "waves": 3}'),
        ('estimated', '{"e1rm_kg": 123.0912345}')
    ) as reasons (code, text)
    cross join lateral (select text::jsonb as figures) as read
  $$,
  $$
    values
      ('The first session, at 60 kg.'), ('The first session, at a training max of 100 kg.'),
      ('The first session is as the routine has it.'),
      ('No load is known yet. Choose one, and the next session goes on from it.'),
      ('The targets stay as the routine has them.'), ('Every set was met: the load rises from 60 kg to 62.5 kg.'),
      ('The cycle was met: the training max rises from 100 kg to 105 kg.'),
      ('Every set was met: the repetitions rise from 11 to 12.'), ('Every set was met: the time rises from 35 s to 40 s.'),
      ('Every set was met, 1 of 3 times: the load stays at 60 kg.'),
      ('Neither a success nor a failure: the load stays at 60 kg.'),
      ('Every set was met, and nothing is left to add: the load stays at 60 kg.'),
      ('Every set was met, and nothing is left to add: the target stays.'),
      ('Not every set was met, 1 in a row: the load stays at 60 kg.'),
      ('Not every set was met, 1 of 3 in a row: the load stays at 60 kg.'),
      ('Not every set was met, 3 in a row: the load goes from 65 kg down to 58.5 kg.'),
      ('Not every set was met, 3 in a row: the load goes from 65 kg back to 60 kg.'),
      ('A light session, as planned: 60 % of what is due.'), ('Wave 2 of 3, by the training max of 105 kg.'),
      ('Wave 2 of 3.'), ('By an e1RM of 123.091 kg in the latest sessions.')
  $$,
  'NEXT-04: a reason says why, with its figures'
);

-- Without a next session
update public.enrollments set status = 'paused' where id = tests.id(100);
select is(
  tests.answer('ada', format('select public.next_workout(%L) - ''plan''', tests.id(100)))::jsonb,
  jsonb_build_object('enrollment_id', tests.id(100), 'status', 'paused', 'session', null, 'routine', null, 'exercises', '[]'::jsonb),
  'NEXT-05: a paused enrollment has no next session'
);
update public.enrollments set status = 'active' where id = tests.id(100);

-- Whose it is: rights, for every kind of caller
select results_eq(
  $$
    select who, left(tests.answer(who, format(
      'select public.next_workout(%L, ''2026-02-02'') #>> ''{exercises,0,sets,0,weight_kg}''', tests.id(100)
    )), 20)
    from unnest(array['ada', 'bob', 'carl', 'dora', 'eve', 'anon', 'service_role']) with ordinality as callers (who, ordinal)
    order by ordinal
  $$,
  $$
    values
      ('ada', '75'), ('bob', 'id_unusable'), ('carl', 'id_unusable'), ('dora', 'id_unusable'), ('eve', 'id_unusable'),
      ('anon', '42501'), ('service_role', '42501')
  $$,
  'NEXT-RLS-01: an enrollment has a next workout for its owner alone, however public the plan is'
);
select is(
  tests.answer('eve', format('select public.next_workout(%L)', tests.id(999))), 'id_unusable',
  'NEXT-RLS-02: and one that does not exist answers the same'
);
select results_eq(
  $$
    select who, tests.answer(who, format('select private.prescription(%L, %L)', tests.id(110), tests.id(100))) is not null
    from unnest(array['ada', 'bob', 'eve']) as who
  $$,
  $$ values ('ada', true), ('bob', false), ('eve', false) $$,
  'NEXT-RLS-03: nor is a public routine prescribed to others'
);

-- Attacks: Eve has a plan of her own, and would like to know what Ada lifts and owns.
select tests.follow_plan('eve', 200, '[[{"exercise": "barbell-back-squat", "sets": "2×5@50%e1rm"}]]');
select tests.train('ada', tests.id(100), array['*'], '2026-02-02');
select is(
  tests.answer('eve', format('select tests.asks(public.next_workout(%L, ''2026-02-02''))', tests.id(200))), '2×5',
  'NEXT-RLS-04: what others lifted is no estimate'
);
select is_empty(
  $$
    select statement
    from unnest(array[
      'select private.performed_exercises(tests.id(110), tests.id(100))',
      'select private.progression_results(tests.id(110), tests.id(100))',
      'select private.deload_workouts(tests.id(100)) where private.deload_workouts(tests.id(100)) <> ''{}''',
      'select 1 where private.loadable_weights(tests.id(1), tests.exercise_id(''barbell-back-squat'')) is not null'
    ]) as statement
    where tests.attempt('eve', statement) <> '0'
  $$,
  'NEXT-RLS-05: and the functions below answer nothing of theirs either'
);

-- A private exercise
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(300), tests.user_id('ada'), 'Zyzzyvax Press', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
update public.routine_exercises set exercise_id = tests.id(300) where id = tests.id(111);
select is(
  tests.answer('ada', format(
    $$ select public.next_workout(%L, '2026-02-09') #>> '{exercises,0,name}' $$, tests.id(100)
  )),
  'Zyzzyvax Press', 'NEXT-06: a private exercise is prescribed as any other, and begins its own history'
);

select results_eq(
  $$
    select tests.answer('ada', format('select public.next_workout(%L, %L)', tests.id(100), day))
    from unnest(array['infinity', '-infinity', '2101-01-01']) as day
  $$,
  $$ values ('invalid_field'), ('invalid_field'), ('invalid_field') $$,
  'NEXT-07: a day that no plan can reach is refused'
);

select * from finish();
rollback;
