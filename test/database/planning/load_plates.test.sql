begin;
select plan(12);

select tests.create_user('ada'), tests.create_user('eve');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');

-- Racks of Ada's gyms: 1 in kilograms, 2 in pounds, 3 of both, 4 dumbbells, 5 machines.
create function tests.pounds(p_pounds numeric)
returns numeric
language sql
immutable
as $$
  select round(p_pounds * 0.45359237, 6);
$$;
grant execute on function tests.pounds to authenticated;

select tests.sign_in('ada');
insert into public.gyms (id, name, is_default)
select tests.id(number), 'Gym', number = 1 from generate_series(1, 5) as number;
insert into public.gym_equipment (id, gym_id, position, type, equipment_id, weight_kg, quantity)
select gen_random_uuid(), tests.id(gym), position, type, equipment, weight, quantity
from (values
  (1, 1, 'bar', 'barbell', 20, null), (1, 2, 'bar', 'barbell', 15, null), (1, 3, 'bar', 'ez_bar', 10, 1),
  (1, 4, 'plate', null, 25, 4), (1, 4, 'plate', null, 20, 4), (1, 4, 'plate', null, 15, 2),
  (1, 4, 'plate', null, 10, 4), (1, 4, 'plate', null, 5, 4), (1, 4, 'plate', null, 2.5, 4),
  (1, 4, 'plate', null, 1.25, 2),
  (3, 1, 'bar', 'barbell', 20, null), (3, 2, 'plate', null, 20, 2), (3, 2, 'plate', null, 5, 3),
  (3, 2, 'plate', null, 2.5, 1),
  (4, 1, 'fixed_weight', 'dumbbell', 5, 2), (4, 1, 'fixed_weight', 'dumbbell', 7.5, 2),
  (4, 1, 'fixed_weight', 'dumbbell', 10, null), (4, 1, 'fixed_weight', 'dumbbell', 12.5, 1),
  (4, 1, 'fixed_weight', 'dumbbell', 15, 2), (4, 1, 'fixed_weight', 'kettlebell', 16, 1),
  (4, 2, 'bar', 'dumbbell', 2, 2), (4, 3, 'plate', null, 2.5, 4), (4, 3, 'plate', null, 1.25, 4)
) as items (gym, position, type, equipment, weight, quantity);
insert into public.gym_equipment (id, gym_id, type, equipment_id, weight_kg, quantity, unit_system)
select gen_random_uuid(), tests.id(gym), type, equipment, tests.pounds(weight), quantity, 'imperial'
from (values
  (2, 'bar', 'barbell', 45, null), (2, 'plate', null, 45, 6), (2, 'plate', null, 35, 2), (2, 'plate', null, 25, 2),
  (2, 'plate', null, 10, 4), (2, 'plate', null, 5, 2), (2, 'plate', null, 2.5, 2), (3, 'plate', null, 10, 2)
) as items (gym, type, equipment, weight, quantity);
insert into public.gym_equipment (
  id, gym_id, type, equipment_id, exercise_id, weight_kg, step_kg, max_weight_kg, unit_system
)
values
  (tests.id(51), tests.id(5), 'stack', 'cable', null, 2.5, 2.5, 80, 'metric'),
  (
    tests.id(52), tests.id(5), 'stack', 'machine', null, tests.pounds(10), tests.pounds(10), tests.pounds(200),
    'imperial'
  ),
  (tests.id(53), tests.id(5), 'stack', 'machine', tests.exercise_id('machine-biceps-curl'), 5, 10, 92, 'metric');
select tests.act_as('postgres');

-- An answer in short: "100: bar 20 + 2 x 25 15".
create function tests.loading(p_gym integer, p_slug text, p_weight_kg numeric)
returns text
language plpgsql
as $$
declare
  v_answer jsonb;
begin
  perform tests.sign_in('ada');
  v_answer := public.load_plates(tests.id(p_gym), tests.exercise_id(p_slug), p_weight_kg);
  perform tests.act_as('postgres');
  return (v_answer ->> 'loaded_kg') || ': ' || concat_ws(
    ' + ',
    concat_ws(' ', v_answer ->> 'type', v_answer #>> '{bar,weight_kg}', v_answer #>> '{item,weight_kg}'),
    (
      select concat_ws(' x ', v_answer ->> 'sides', string_agg(
        rtrim(repeat(
          case plate.unit_system when 'metric' then trim_scale(plate.weight_kg)::text
            else trim_scale(round(plate.weight_kg / 0.45359237, 2)) || 'lb' end || ' ', plate.count
        )), ' ' order by plate.ordinal
      ))
      from rows from (
        jsonb_to_recordset(v_answer -> 'per_side') as (weight_kg numeric, unit_system text, count integer)
      ) with ordinality as plate (weight_kg, unit_system, count, ordinal)
      having count(*) > 0
    )
  );
end;
$$;

select results_eq(
  $$ select kg, tests.loading(1, 'barbell-back-squat', kg) from unnest(array[
    20, 60, 100, 101, 101.25, 101.3, 140, 142.5, 180, 19, 18, 10, 302.5, 400
  ]) as kg $$,
  $$
    values
      (20.0, '20: bar 20'),
      (60.0, '60: bar 20 + 2 x 20'),
      (100.0, '100: bar 20 + 2 x 25 15'),
      (101.0, '100: bar 20 + 2 x 25 15'),
      (101.25, '100: bar 20 + 2 x 25 15'),
      (101.3, '102.5: bar 20 + 2 x 25 15 1.25'),
      (140.0, '140: bar 20 + 2 x 25 25 10'),
      (142.5, '142.5: bar 20 + 2 x 25 25 10 1.25'),
      (180.0, '180: bar 20 + 2 x 25 25 20 10'),
      (19.0, '20: bar 20'),
      (18.0, '17.5: bar 15 + 2 x 1.25'),
      (10.0, '15: bar 15'),
      (302.5, '302.5: bar 20 + 2 x 25 25 20 20 15 10 10 5 5 2.5 2.5 1.25'),
      (400.0, '302.5: bar 20 + 2 x 25 25 20 20 15 10 10 5 5 2.5 2.5 1.25')
  $$,
  'PLATE-KG-01: the nearest load, the lighter of two, the first bar that makes it, the fewest and heaviest plates'
);
select results_eq(
  $$ select pounds, tests.loading(2, 'barbell-back-squat', round(pounds * 0.45359237, 3)) from unnest(array[
    45, 50, 135, 145, 185, 220.46, 225, 230, 315, 500
  ]) as pounds $$,
  $$
    values
      (45.0, '20.412: bar 20.411657'),
      (50.0, '22.68: bar 20.411657 + 2 x 2.5lb'),
      (135.0, '61.235: bar 20.411657 + 2 x 45lb'),
      (145.0, '65.771: bar 20.411657 + 2 x 45lb 5lb'),
      (185.0, '83.915: bar 20.411657 + 2 x 45lb 25lb'),
      (220.46, '99.79: bar 20.411657 + 2 x 45lb 35lb 5lb 2.5lb'),
      (225.0, '102.058: bar 20.411657 + 2 x 45lb 45lb'),
      (230.0, '104.326: bar 20.411657 + 2 x 45lb 45lb 2.5lb'),
      (315.0, '142.882: bar 20.411657 + 2 x 45lb 45lb 45lb'),
      (500.0, '222.26: bar 20.411657 + 2 x 45lb 45lb 45lb 35lb 25lb 10lb 10lb 5lb 2.5lb')
  $$,
  'PLATE-LB-01: pounds add up to the gram'
);
select results_eq(
  $$ select kg, tests.loading(3, 'barbell-back-squat', kg) from unnest(array[25, 29, 30, 39, 70, 72, 80]) as kg $$,
  $$
    values
      (25, '29.072: bar 20 + 2 x 10lb'),
      (29, '29.072: bar 20 + 2 x 10lb'),
      (30, '30: bar 20 + 2 x 5'),
      (39, '39.072: bar 20 + 2 x 5 10lb'),
      (70, '70: bar 20 + 2 x 20 5'),
      (72, '70: bar 20 + 2 x 20 5'),
      (80, '79.072: bar 20 + 2 x 20 5 10lb')
  $$,
  'PLATE-MIX-01: few plates of both systems go together, and one without its pair stays on the floor'
);
select results_eq(
  $$
    select slug, kg, tests.loading(gym, slug, kg)
    from (values
      (1, 'ez-bar-curl', 30), (1, 'ez-bar-curl', 33), (1, 'weighted-chin-up', 12), (1, 'weighted-chin-up', 0.4),
      (1, 'weighted-chin-up', 42.5), (1, 't-bar-row', 50), (1, 'plate-curl', 0), (1, 'barbell-deficit-deadlift', 62)
    ) as asked (gym, slug, kg)
  $$,
  $$
    values
      ('ez-bar-curl', 30.0, '30: bar 10 + 2 x 10'),
      ('ez-bar-curl', 33.0, '32.5: bar 10 + 2 x 10 1.25'),
      ('weighted-chin-up', 12.0, '12.5: plates + 1 x 10 2.5'),
      ('weighted-chin-up', 0.4, '0: plates'),
      ('weighted-chin-up', 42.5, '42.5: plates + 1 x 25 15 2.5'),
      ('t-bar-row', 50.0, '50: bar 20 + 1 x 25 5'),
      ('plate-curl', 0.0, '1.25: plates + 1 x 1.25'),
      ('barbell-deficit-deadlift', 62.0, '62.5: bar 20 + 2 x 20 1.25')
  $$,
  'PLATE-WAY-01: the bar of the exercise, plates alone on a belt or in the hands, one end of a landmine'
);
select results_eq(
  $$
    select slug, kg, tests.loading(4, slug, kg)
    from (values
      ('dumbbell-curl', 7), ('dumbbell-curl', 9.6), ('dumbbell-curl', 10), ('dumbbell-curl', 12.5),
      ('dumbbell-curl', 13), ('dumbbell-curl', 30), ('dumbbell-one-arm-row', 12.5),
      ('dumbbell-one-arm-row', 17), ('kettlebell-row', 20)
    ) as asked (slug, kg)
  $$,
  $$
    values
      ('dumbbell-curl', 7.0, '7: bar 2 + 2 x 2.5'),
      ('dumbbell-curl', 9.6, '9.5: bar 2 + 2 x 2.5 1.25'),
      ('dumbbell-curl', 10.0, '10: fixed_weight 10'),
      ('dumbbell-curl', 12.5, '10: fixed_weight 10'),
      ('dumbbell-curl', 13.0, '15: fixed_weight 15'),
      ('dumbbell-curl', 30.0, '15: fixed_weight 15'),
      ('dumbbell-one-arm-row', 12.5, '12.5: fixed_weight 12.5'),
      ('dumbbell-one-arm-row', 17.0, '17: bar 2 + 2 x 2.5 2.5 1.25 1.25'),
      ('kettlebell-row', 20.0, '16: fixed_weight 16')
  $$,
  'PLATE-DB-01: dumbbells come in pairs that share their plates, but where one side works at a time'
);
select results_eq(
  $$
    select slug, kg, tests.loading(5, slug, kg)
    from (values
      ('cable-curl', 11.25), ('cable-curl', 11.3), ('cable-curl', 100), ('assisted-pull-up', 22), ('leg-press', 50),
      ('machine-biceps-curl', 50), ('machine-biceps-curl', 91), ('machine-biceps-curl', 1)
    ) as asked (slug, kg)
  $$,
  $$
    values
      ('cable-curl', 11.25, '10: stack 2.5'),
      ('cable-curl', 11.3, '12.5: stack 2.5'),
      ('cable-curl', 100.0, '80: stack 2.5'),
      ('assisted-pull-up', 22.0, '22.68: stack 4.535924'),
      ('leg-press', 50.0, '49.895: stack 4.535924'),
      ('machine-biceps-curl', 50.0, '45: stack 5'),
      ('machine-biceps-curl', 91.0, '92: stack 5'),
      ('machine-biceps-curl', 1.0, '5: stack 5')
  $$,
  'PLATE-STACK-01: stacks go by steps to their heaviest; one of the exercise alone goes before one of its equipment'
);
select results_eq(
  $$
    select slug, kg, tests.loading(gym, slug, kg)
    from (values
      (1, 'cable-curl', 20.3), (4, 'barbell-back-squat', 61.25), (1, 'push-up', 0), (5, 'weighted-chin-up', 5)
    ) as asked (gym, slug, kg)
  $$,
  $$
    values
      ('cable-curl', 20.3, '20.5: none'), ('barbell-back-squat', 61.25, '61: none'), ('push-up', 0.0, '0: none'),
      ('weighted-chin-up', 5.0, '5: none')
  $$,
  'PLATE-NONE-01: where the gym has nothing for the exercise, half kilograms are all that is said'
);
select results_eq(
  $$
    select tests.answer(
      'ada', format('select public.load_plates(null, %L, %s) - ''bar'' - ''per_side''', exercise, kg)
    )::jsonb
    from (values (tests.exercise_id('barbell-back-squat'), 101), (tests.exercise_id('barbell-back-squat'), 5),
      (tests.exercise_id('barbell-back-squat'), 999), (tests.id(1), 10.3)) as asked (exercise, kg)
  $$,
  $$
    values
      ('{"requested_kg": 101, "loaded_kg": 100, "difference_kg": -1, "below_kg": 97.5, "above_kg": 102.5, "type": "bar",
        "item": null, "sides": 2}'::jsonb),
      ('{"requested_kg": 5, "loaded_kg": 15, "difference_kg": 10, "below_kg": null, "above_kg": 17.5, "type": "bar",
        "item": null, "sides": 2}'),
      ('{"requested_kg": 999, "loaded_kg": 302.5, "difference_kg": -696.5, "below_kg": 300, "above_kg": null,
        "type": "bar", "item": null, "sides": 2}'),
      ('{"requested_kg": 10.3, "loaded_kg": 10.5, "difference_kg": 0.2, "below_kg": null, "above_kg": null,
        "type": "none", "item": null, "sides": null}')
  $$,
  'PLATE-ANSWER-01: without a gym it is the default one, and the answer tells one step down and up'
);
select results_eq(
  $$
    select who, gym, tests.answer(who, format('select public.load_plates(%L, %L, %s) ->> ''type''', gym, exercise, kg))
    from (values
      ('eve', null, tests.exercise_id('dumbbell-curl'), '10'),
      ('eve', tests.id(1), tests.exercise_id('dumbbell-curl'), '10'),
      ('eve', tests.id(99), tests.exercise_id('dumbbell-curl'), '10'), ('eve', null, tests.id(1), '10'),
      ('eve', null, tests.id(99), '10'), ('ada', null, null, '10'), ('ada', null, tests.id(1), 'null'),
      ('ada', null, tests.id(1), '-0.5'), ('ada', null, tests.id(1), '2000.5'), ('ada', null, tests.id(1), '''NaN'''),
      ('anon', null, tests.id(1), '10'), ('service_role', null, tests.id(1), '10')
    ) as asked (who, gym, exercise, kg)
  $$,
  $$
    values
      ('eve', null::uuid, 'none'), ('eve', tests.id(1), 'id_unusable'), ('eve', tests.id(99), 'id_unusable'),
      ('eve', null, 'id_unusable'), ('eve', null, 'id_unusable'), ('ada', null, 'id_unusable'),
      ('ada', null, 'invalid_field'), ('ada', null, 'invalid_field'), ('ada', null, 'invalid_field'),
      ('ada', null, 'invalid_field'), ('anon', null, '42501'), ('service_role', null, '42501')
  $$,
  'PLATE-ATT-01: a gym or an exercise of another answers as one that does not exist'
);
select results_eq(
  $$
    select private.fewest_plates(weights, counts, sum)
    from (values
      ('{25,20,10,5}'::bigint[], '{1,2,1,1}'::integer[], 40), ('{25,20,10,5}', '{1,1,1,1}', 40), ('{25}', '{1}', 0),
      ('{25,15}', '{1,1}', 30), ('{}', '{}', 5), ('{7,5,3}', '{4,4,4}', 15), ('{9,6,1}', '{9,9,9}', 12)
    ) as asked (weights, counts, sum)
  $$,
  $$
    values ('{0,2,0,0}'::integer[]), ('{1,0,1,1}'), ('{0}'), (null), (null), ('{1,1,1}'), ('{0,2,0}')
  $$,
  'PLATE-FEW-01: the fewest plates are not always the heaviest first'
);
select is_empty(
  $$
    select load, tests.loading(gym, 'barbell-back-squat', load)
    from unnest(array[1, 2, 3]) as gym
    cross join lateral unnest(
      private.loadable_weights(tests.id(gym), tests.exercise_id('barbell-back-squat'))
    ) as load
    where tests.loading(gym, 'barbell-back-squat', load) !~ format('^%s: bar', load)
  $$,
  'PLATE-ALL-01: every loadable weight is loaded'
);

-- Three exercises of each class, in every gym
select is_empty(
  $$
    select gym, class, array_agg(slug), count(distinct loads)
    from (
      select gym, class, slug, (
        select md5(string_agg(loads::text, ';' order by loads::text))
        from private.gym_loads(tests.id(gym), sampled.id) as loads
      ) as loads
      from (
        select gym, class, exercises.id, exercises.slug,
          row_number() over (partition by gym, class order by md5(exercises.slug)) as number
        from generate_series(1, 5) as gym
        cross join public.exercises
        cross join lateral private.loading_class(tests.id(gym), exercises.id) as class
        where exercises.user_id is null and private.kind_allows(exercises.kind, 'weight_kg')
      ) as sampled
      where number <= 3
    ) as loaded
    group by gym, class
    having count(distinct loads) > 1 or count(*) <> count(loads) and count(loads) > 0
  $$,
  'PLATE-CLASS-01: exercises of one class are loaded alike'
);

select * from finish();
rollback;
