begin;
select plan(13);

-- Each plan has one exercise and one session a week: twelve weeks, session by session, what was asked and why against
-- figures worked out by hand. '*' is done as asked, 'failed' is a set short of its repetitions.
select tests.create_user('ada');
select tests.sign_in('ada');
insert into public.gyms (id, name) values (tests.id(1), 'Club'), (tests.id(2), 'Garage');
insert into public.gym_equipment (id, gym_id, type, equipment_id, weight_kg, quantity, unit_system)
select gen_random_uuid(), tests.id(1), item.*, 'metric'
from (
  values
    ('bar', 'barbell', 20, null::smallint),
    ('plate', null, 20, 8), ('plate', null, 10, 4), ('plate', null, 5, 4), ('plate', null, 2.5, 4), ('plate', null, 1.25, 2)
) as item
union all
select gen_random_uuid(), tests.id(2), type, equipment_id, pounds * 0.45359237, quantity, 'imperial'
from (
  values
    ('bar', 'barbell', 45, null::smallint),
    ('plate', null, 45, 4), ('plate', null, 25, 2), ('plate', null, 10, 4), ('plate', null, 5, 2), ('plate', null, 2.5, 2)
) as item (type, equipment_id, pounds, quantity);
select tests.act_as('postgres');

-- Bob has no gym: his loads are rounded to half kilograms.
select tests.create_user('bob');

select results_eq(
  $$
    select string_agg(asks, ' ' order by session)
    from tests.train_exercise(
      1000, '5×5@60', '{"scheme": "linear", "increment_kg": 2.5}', array_fill('*'::text, array[36]), p_days => 2
    )
    group by (session - 1) / 3
    order by (session - 1) / 3
  $$,
  -- Three sessions a week, 2.5 kg more each time: session n asks for 60 + 2.5 (n - 1).
  $$
    values
      ('5×5@60 5×5@62.5 5×5@65'), ('5×5@67.5 5×5@70 5×5@72.5'), ('5×5@75 5×5@77.5 5×5@80'),
      ('5×5@82.5 5×5@85 5×5@87.5'), ('5×5@90 5×5@92.5 5×5@95'), ('5×5@97.5 5×5@100 5×5@102.5'),
      ('5×5@105 5×5@107.5 5×5@110'), ('5×5@112.5 5×5@115 5×5@117.5'), ('5×5@120 5×5@122.5 5×5@125'),
      ('5×5@127.5 5×5@130 5×5@132.5'), ('5×5@135 5×5@137.5 5×5@140'), ('5×5@142.5 5×5@145 5×5@147.5')
  $$,
  'PRG-LIN-01: twelve weeks of success'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1100, '5×5@60',
      '{"scheme": "linear", "increment_kg": 2.5, "stall": {"after": 3, "action": "deload", "percent": 10}}',
      array['*', '*', '5 5 5 5 4', '5 5 5 4 4', '5 5 5 5', '*', '*', '*', '5 5 4 4 3', '*', '*', '*']
    )
  $$,
  $$
    values
      ('5×5@60', 'start'),
      ('5×5@62.5', 'raised'),
      ('5×5@65', 'raised'),     -- a set of four
      ('5×5@65', 'failed'),     -- two of them
      ('5×5@65', 'failed'),     -- four sets instead of five: three failures in a row
      ('5×5@58.5', 'deloaded'), -- 65 × 0.9
      ('5×5@61', 'raised'),
      ('5×5@63.5', 'raised'),
      ('5×5@66', 'raised'),     -- fails once
      ('5×5@66', 'failed'),
      ('5×5@68.5', 'raised'),
      ('5×5@71', 'raised')
  $$,
  'PRG-LIN-02: three failures in a row take a tenth off, one does not'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1200, '3×5@100', '{"scheme": "linear", "increment_kg": 5, "stall": {"after": 2, "action": "reset"}}',
      array['*', '*', '4 4 4', '5 5 4', '*', '*', '5 5 4', '*', '5 4 4', '5 5 4', '*', '*']
    )
  $$,
  $$
    values
      ('3×5@100', 'start'), ('3×5@105', 'raised'), ('3×5@110', 'raised'), ('3×5@110', 'failed'),
      ('3×5@100', 'reset'), ('3×5@105', 'raised'), ('3×5@110', 'raised'), ('3×5@110', 'failed'),
      ('3×5@115', 'raised'), ('3×5@115', 'failed'), ('3×5@100', 'reset'), ('3×5@105', 'raised')
  $$,
  'PRG-LIN-03: a reset goes back to where it began'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1300, '3×5@40', '{"scheme": "linear", "increment_percent": 2.5}', array_fill('*'::text, array[12]),
      p_name => 'ada', p_gym_id => tests.id(1)
    )
  $$,
  -- Exactly: 40, 41, 42.025, 43.076, 44.153, 45.256, 46.388, 47.547, 48.736, 49.955, 51.203, 52.483; the bar and its
  -- plates make every 2.5 kg of it.
  $$
    values
      ('3×5@40', 'start'), ('3×5@40', 'raised'), ('3×5@42.5', 'raised'), ('3×5@42.5', 'raised'),
      ('3×5@45', 'raised'), ('3×5@45', 'raised'), ('3×5@47.5', 'raised'), ('3×5@47.5', 'raised'),
      ('3×5@47.5', 'raised'), ('3×5@50', 'raised'), ('3×5@50', 'raised'), ('3×5@52.5', 'raised')
  $$,
  'PRG-LIN-04: a raise that is smaller than the smallest plates is not lost'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1400, '3×5', '{"scheme": "linear", "increment_kg": 2.268}', array_fill('*'::text, array[12]),
      p_name => 'ada', p_start_weights => '{"barbell-back-squat": 61.235}', p_gym_id => tests.id(2)
    )
  $$,
  -- Five pounds a week from 135 lb to 190 lb, each × 0.45359237.
  $$
    values
      ('3×5@61.235', 'start'), ('3×5@63.503', 'raised'), ('3×5@65.771', 'raised'), ('3×5@68.039', 'raised'),
      ('3×5@70.307', 'raised'), ('3×5@72.575', 'raised'), ('3×5@74.843', 'raised'), ('3×5@77.111', 'raised'),
      ('3×5@79.379', 'raised'), ('3×5@81.647', 'raised'), ('3×5@83.915', 'raised'), ('3×5@86.183', 'raised')
  $$,
  'PRG-LIN-05: a gym in pounds, from a start weight'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1500, '3×8@50', '{"scheme": "linear", "increment_kg": 2.5, "every": 3, "max_kg": 55}',
      array['*', '*', '8 8 7', '*', '*', '*', '*', '*', '*', '*', '*', '*']
    )
  $$,
  $$
    values
      ('3×8@50', 'start'), ('3×8@50', 'succeeded'), ('3×8@50', 'succeeded'), ('3×8@50', 'failed'),
      ('3×8@52.5', 'raised'), ('3×8@52.5', 'succeeded'), ('3×8@52.5', 'succeeded'), ('3×8@55', 'raised'),
      ('3×8@55', 'succeeded'), ('3×8@55', 'succeeded'), ('3×8@55', 'capped'), ('3×8@55', 'succeeded')
  $$,
  'PRG-LIN-06: every third success raises, up to the limit'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1600, '3×5@100', '{"scheme": "linear", "increment_kg": 5, "deload": {"percent": 60, "every_sessions": 4}}',
      array['*', '*', '*', '3 3 3', '*', '*', '*', '*', '*', '*', '*', '*']
    )
  $$,
  -- Every fourth session is light and says nothing, failed or not: 115 × 0.6 = 69, 130 × 0.6 = 78, 145 × 0.6 = 87.
  $$
    values
      ('3×5@100', 'start'), ('3×5@105', 'raised'), ('3×5@110', 'raised'), ('3×5@69', 'planned_deload'),
      ('3×5@115', 'raised'), ('3×5@120', 'raised'), ('3×5@125', 'raised'), ('3×5@78', 'planned_deload'),
      ('3×5@130', 'raised'), ('3×5@135', 'raised'), ('3×5@140', 'raised'), ('3×5@87', 'planned_deload')
  $$,
  'PRG-LIN-07: every n-th session is light'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1700, '3×5@100', '{"scheme": "linear", "increment_kg": 5, "deload": {"percent": 60}}',
      array['*', '*', '*', '3 3 3', '*', '*', '*', '*', '*', '*', '*', '*'], p_weeks => 4, p_deload_weeks => '{4}'
    )
  $$,
  $$
    values
      ('3×5@100', 'start'), ('3×5@105', 'raised'), ('3×5@110', 'raised'), ('3×5@69', 'planned_deload'),
      ('3×5@115', 'raised'), ('3×5@120', 'raised'), ('3×5@125', 'raised'), ('3×5@78', 'planned_deload'),
      ('3×5@130', 'raised'), ('3×5@135', 'raised'), ('3×5@140', 'raised'), ('3×5@87', 'planned_deload')
  $$,
  'PRG-LIN-08: so is every session of a deload week of the plan, in sequence mode'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1800, '3×5@100', '{"scheme": "linear", "increment_kg": 5, "deload": {"percent": 60}}',
      array['*', '', '*', '*', '*', '*', '*', '3 3 3', '*'], p_mode => 'calendar', p_weeks => 4, p_deload_weeks => '{4}'
    )
  $$,
  -- The second week passes without the exercise: its date is gone, and so is its raise.
  $$
    values
      ('3×5@100', 'start'), ('3×5@105', 'raised'), ('3×5@105', 'raised'), ('3×5@66', 'planned_deload'),
      ('3×5@110', 'raised'), ('3×5@115', 'raised'), ('3×5@120', 'raised'), ('3×5@75', 'planned_deload'),
      ('3×5@125', 'raised')
  $$,
  'PRG-LIN-09: and in calendar mode, where a missed week is missed'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1900, '1×5@50 2×5@100', '{"scheme": "linear", "increment_kg": 10}',
      array['*', '5 5@100 4', '*', '*']
    )
  $$,
  -- The first set is half of the others, whatever they become.
  $$ values ('1×5@50 2×5@100', 'start'), ('1×5@55 2×5@110', 'raised'), ('1×5@55 2×5@110', 'failed'),
       ('1×5@60 2×5@120', 'raised') $$,
  'PRG-LIN-10: sets keep their share of the heaviest'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      2000, '1×10 1×8',
      '{"scheme": "linear", "increment_reps": 2, "max_reps": 15, "stall": {"after": 1, "action": "deload", "percent": 25}}',
      array['*', '12 9', '*', '*', '*', '*', '*'], 'push-up'
    )
  $$,
  -- 12 × 0.75 = 9; the second set stays two behind.
  $$
    values
      ('1×10 1×8', 'start'), ('1×12 1×10', 'raised'), ('1×9 1×7', 'deloaded'), ('1×11 1×9', 'raised'),
      ('1×13 1×11', 'raised'), ('1×15 1×13', 'raised'), ('1×15 1×13', 'capped')
  $$,
  'PRG-LIN-11: without a load, repetitions rise'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      2100, '2×30s', '{"scheme": "linear", "increment_seconds": 5, "max_seconds": 40}',
      array['*', '35 34', '36 35', '*', '*'], 'plank'
    )
  $$,
  $$ values ('2×30s', 'start'), ('2×35s', 'raised'), ('2×35s', 'failed'), ('2×40s', 'raised'), ('2×40s', 'capped') $$,
  'PRG-LIN-12: or seconds'
);
select results_eq(
  $$
    select asks, why
    from (
      select
        min(slug) filter (where kind = 'assisted_bodyweight') as assisted,
        min(slug) filter (where kind = 'weighted_bodyweight') as weighted
      from public.exercises
    ) as slugs
    cross join lateral tests.follow_plan('bob', 2200, jsonb_build_array(jsonb_build_array(
      jsonb_build_object('exercise', assisted, 'sets', '3×5@30', 'progression',
        '{"scheme": "linear", "increment_kg": 10, "stall": {"after": 1, "action": "deload", "percent": 50}}'::jsonb),
      jsonb_build_object('exercise', weighted, 'sets', '3×5@10', 'progression',
        '{"scheme": "linear", "increment_kg": 2.5}'::jsonb)
    ))) as enrollment_id
    cross join lateral tests.train(
      'bob', enrollment_id, array['*; *', '*; 5 5 4', '5@15 5@10 5@10; *', '*; *', '*; *', '*; *'], p_days => 7
    )
  $$,
  -- More help than was allowed is a failure: 10 × 1.5 = 15 kg of it.
  $$
    values
      ('3×5@30; 3×5@10', 'start; start'), ('3×5@20; 3×5@12.5', 'raised; raised'),
      ('3×5@10; 3×5@12.5', 'raised; failed'), ('3×5@15; 3×5@15', 'deloaded; raised'),
      ('3×5@5; 3×5@17.5', 'raised; raised'), ('3×5@0; 3×5@20', 'raised; raised')
  $$,
  'PRG-LIN-13: assistance falls to nothing, an added load rises'
);

select * from finish();
rollback;
