begin;
select plan(5);

-- Bob has no gym: loads are rounded to half kilograms. '*' reaches the goals.
select tests.create_user('bob');

select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1000, '3×8-10@20', '{"scheme": "double", "increment_kg": 2, "max_kg": 23}', array[
        '9 8 8', '*', '10 10 9', '*', '8 8 8', '10 10 10', '*', '*', '10 10 10', '10 10 10', '9 9 9', '*'
      ]
    )
  $$,
  $$
    values
      ('3×8-10@20 goal 8 8 8', 'start'),
      ('3×8-10@20 goal 10 9 9', 'held'),    -- one more than 9 8 8
      ('3×8-10@20 goal 10 10 10', 'held'),  -- one more than 10 9 9, at most 10
      ('3×8-10@20 goal 10 10 10', 'held'),
      ('3×8-10@22 goal 8 8 8', 'raised'),   -- 10 10 10
      ('3×8-10@22 goal 9 9 9', 'held'),
      ('3×8-10@23 goal 8 8 8', 'raised'),   -- 24, but at most 23
      ('3×8-10@23 goal 9 9 9', 'held'),
      ('3×8-10@23 goal 10 10 10', 'held'),
      ('3×8-10@23 goal 10 10 10', 'capped'),
      ('3×8-10@23 goal 10 10 10', 'capped'),
      ('3×8-10@23 goal 10 10 10', 'held')
  $$,
  'PRG-DBL-01: repetitions to the ceiling, then load'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1100, '2×8-12@40',
      '{"scheme": "double", "increment_percent": 5, "stall": {"after": 2, "action": "deload", "percent": 10}}',
      array['7 8', '7 7', '12 12', '7 7', '8 8', '7 7', '7 7', '*', '*', '*', '*', '*']
    )
  $$,
  $$
    values
      ('2×8-12@40 goal 8 8', 'start'),
      ('2×8-12@40 goal 8 9', 'failed'),
      ('2×8-12@36 goal 8 8', 'deloaded'),   -- 40 × 0.9
      ('2×8-12@38 goal 8 8', 'raised'),     -- 36 × 1.05 = 37.8
      ('2×8-12@38 goal 8 8', 'failed'),
      ('2×8-12@38 goal 9 9', 'held'),       -- within the range is no failure: the row is broken
      ('2×8-12@38 goal 8 8', 'failed'),
      ('2×8-12@34 goal 8 8', 'deloaded'),   -- 37.8 × 0.9 = 34.02
      ('2×8-12@34 goal 9 9', 'held'),
      ('2×8-12@34 goal 10 10', 'held'),
      ('2×8-12@34 goal 11 11', 'held'),
      ('2×8-12@34 goal 12 12', 'held')
  $$,
  'PRG-DBL-02: sets below the range are failures'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1200, '2×5-7', '{"scheme": "double"}', array['*', '*', '*', '*', '7 6', '4 4'], 'push-up'
    )
  $$,
  $$
    values
      ('2×5-7 goal 5 5', 'start'), ('2×5-7 goal 6 6', 'held'), ('2×5-7 goal 7 7', 'held'),
      ('2×5-7 goal 7 7', 'capped'), ('2×5-7 goal 7 7', 'capped'), ('2×5-7 goal 7 7', 'held')
  $$,
  'PRG-DBL-03: without a load it ends at the ceiling'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1300, '1×6-8@60 1×8-12@50', '{"scheme": "double", "increment_kg": 6}', array['8 11', '8 12', '*']
    )
  $$,
  -- The second set stays at 50 / 60 of the first: 66 × 50 / 60 = 55.
  $$
    values
      ('1×6-8@60 1×8-12@50 goal 6 8', 'start'), ('1×6-8@60 1×8-12@50 goal 8 12', 'held'),
      ('1×6-8@66 1×8-12@55 goal 6 8', 'raised')
  $$,
  'PRG-DBL-04: each set has its own range'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1400, '2×8-10@50', '{"scheme": "double", "increment_kg": 5, "deload": {"percent": 50, "every_sessions": 2}}',
      array['*', '10 10', '10 10', '3 3', '*']
    )
  $$,
  $$
    values
      ('2×8-10@50 goal 8 8', 'start'), ('2×8-10@25 goal 8 8', 'planned_deload'), ('2×8-10@50 goal 9 9', 'held'),
      ('2×8-10@27.5 goal 8 8', 'planned_deload'), ('2×8-10@55 goal 8 8', 'raised')
  $$,
  'PRG-DBL-05: light sessions stand aside'
);

select * from finish();
rollback;
