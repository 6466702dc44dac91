begin;
select plan(9);

select tests.create_user('ada'), tests.create_user('bob');

select results_eq(
  $$
    select weight, private.round_load(weight, array[20, 22.5, 25, 40])
    from unnest(array[null, 0, 20, 21.25, 21.26, 23.7, 32.5, 33, 500]) as weight
  $$,
  $$
    values
      (null::numeric, null::numeric), (0, 20), (20, 20), (21.25, 20), (21.26, 22.5), (23.7, 22.5), (32.5, 25), (33, 40),
      (500, 40)
  $$,
  'LOAD-ROUND-01: a weight becomes the nearest of the loads, the lighter of two that are as near'
);
select results_eq(
  $$
    select weight, private.round_load(weight, null), private.round_load(weight, '{}')
    from unnest(array[0, 0.25, 0.26, 0.5, 61.2, 61.25, 61.3]) as weight
  $$,
  $$
    values
      (0, 0::numeric, 0::numeric), (0.25, 0, 0), (0.26, 0.5, 0.5), (0.5, 0.5, 0.5), (61.2, 61, 61), (61.25, 61, 61),
      (61.3, 61.5, 61.5)
  $$,
  'LOAD-ROUND-02: or of the multiples of half a kilogram, where nothing is known of loads'
);
select results_eq(
  $$
    select * from (values
      (private.reachable_sums('{}', null, 1000)), (private.reachable_sums('{20,10}', '{1,3}', 1000)),
      (private.reachable_sums('{20,10}', '{1,3}', 35)), (private.reachable_sums('{25,15}', '{2,1}', 1000)),
      (private.reachable_sums('{7}', '{5}', 1000))
    ) as sums
  $$,
  $$
    values
      ('{0}'::bigint[]), ('{0,10,20,30,40,50}'), ('{0,10,20,30}'), ('{0,15,25,40,50,65}'), ('{0,7,14,21,28,35}')
  $$,
  'LOAD-SUM-01: plates add up to what they can, each as often as it is there'
);
select results_eq(
  $$
    select round(3 * private.label_weight(weight, unit_system) * 0.0000000001, 3)
    from (values (20.411657, 'imperial'), (1.133981, 'imperial'), (0.113398, 'imperial'), (0.125, 'metric'))
      as label (weight, unit_system)
  $$,
  $$ values (61.235), (3.402), (0.340), (0.375) $$,
  'LOAD-UNIT-01: three plates of 45 lb are 135 lb, whatever their kilograms round'
);

select tests.sign_in('ada');
insert into public.gyms (id, name) values (tests.id(1), 'Home');
insert into public.gym_equipment (id, gym_id, type, equipment_id, weight_kg, quantity)
values
  (tests.id(10), tests.id(1), 'bar', 'barbell', 20, null), (tests.id(11), tests.id(1), 'plate', null, 10, 3),
  (tests.id(12), tests.id(1), 'plate', null, 1.25, 2), (tests.id(13), tests.id(1), 'fixed_weight', 'dumbbell', 8, 2);
select results_eq(
  $$
    select slug, private.loadable_weights(tests.id(1), tests.exercise_id(slug))
    from unnest(array[
      'barbell-back-squat', 'dumbbell-curl', 'machine-biceps-curl', 'weighted-chin-up', 'push-up'
    ]) as slug
  $$,
  $$
    values
      ('barbell-back-squat', array[20, 22.5, 40, 42.5]::numeric[]), ('dumbbell-curl', array[8]),
      ('machine-biceps-curl', null),
      ('weighted-chin-up', array[0, 1.25, 2.5, 10, 11.25, 12.5, 20, 21.25, 22.5, 30, 31.25, 32.5]), ('push-up', null)
  $$,
  'LOAD-GYM-01: loads of an exercise follow from its equipment; of what the gym does not have, nothing is said'
);
select tests.act_as('postgres');
select results_eq(
  $$
    select who, tests.answer(who, 'select private.loadable_weights(tests.id(1), tests.exercise_id(''dumbbell-curl''))')
    from unnest(array['ada', 'bob', 'anon', 'service_role']) as who
  $$,
  $$ values ('ada', '{8}'), ('bob', null), ('anon', '42501'), ('service_role', '{8}') $$,
  'LOAD-RLS-01: nobody learns what is in the gym of another'
);
select results_eq(
  $$
    select tests.answer('ada', format(
      'insert into public.gym_equipment (
         id, gym_id, type, equipment_id, exercise_id, weight_kg, quantity, step_kg, max_weight_kg
       )
       values (tests.id(20), tests.id(1), %s) returning ''kept''', row_text
    ))
    from unnest(array[
      '''bar'', null, null, 20, null, null, null', '''plate'', ''barbell'', null, 20, 2, null, null',
      '''plate'', null, null, 0, 2, null, null', '''stack'', ''machine'', null, 5, null, 0.01, 100',
      '''stack'', ''machine'', null, 5, null, 0, 5'
    ]) as row_text
  $$,
  $$ values ('23514'), ('23514'), ('23514'), ('23514'), ('23514') $$,
  'GYM-CHECK-01: a bar of nothing, a plate of one bar alone or without weight, and a stack without an end are refused'
);
select is(
  tests.answer('ada', $$
    insert into public.gym_equipment (id, gym_id, type, exercise_id, weight_kg)
    values (tests.id(20), tests.id(1), 'bar', tests.exercise_id('leg-press'), 45) returning 'kept'
  $$),
  'kept', 'GYM-CHECK-02: the carriage of a machine may serve one exercise'
);
select results_eq(
  $$ select tests.answer('ada', 'select private.loadable_weights(tests.id(1), tests.exercise_id(''leg-press''))') $$,
  $$ values ('{45,47.5,65,67.5}') $$,
  'LOAD-GYM-02: which it loads'
);

select * from finish();
rollback;
