begin;
select plan(25);

-- Theil–Sen by hand. The slopes of the first five points, in order: -1, -1, 1/3, 1/2, 3/4, 1, 1, 4/3, 2, 3. Kendall's
-- variance of five is 50/3, of which 1.645 deviations are 6.7 ranks: the first to the tenth.
select results_eq(
  $$
    select round(line.slope::numeric, 6), line.lower, line.upper
    from (
      values
        (array[0, 1, 2, 3, 4], array[1, 3, 2, 5, 4]), (array[0, 1, 2, 3], array[1, 3, 2, 5]), (array[0, 1], array[5, 8]),
        (array[0, 1, 2, 3, 4], array[7, 7, 7, 7, 7]), (array[0, 7, 14, 21, 28], array[4, 3, 5, 2, 1])
    ) as points (x, y)
    cross join lateral private.theil_sen(points.x::double precision[], points.y::double precision[]) as line
  $$,
  $$
    values
      (0.875, -1::double precision, 3::double precision), (1.166667, null, null), (3, null, null), (0, 0, 0),
      (-0.101190, -3 / 7.0::double precision, 2 / 7.0::double precision)
  $$,
  'RATE-01: the median slope between pairs of points, and its interval from five points on'
);
select is_empty(
  'select * from private.theil_sen(array[1]::double precision[], array[1]::double precision[])',
  'RATE-02: one point has no slope'
);
select results_eq(
  $$
    select line.*
    from private.theil_sen(
      array(select x::double precision from generate_series(0, 9) as x),
      array(select case when x = 9 then 1000 else x end::double precision from generate_series(0, 9) as x)
    ) as line
  $$,
  'values (1::double precision, 1::double precision, 1::double precision)',
  'RATE-03: one mistyped value of ten bends neither it nor its interval'
);

-- The example of ci.theil in R's package statpsych, after Hollander and Wolfe: two pairs of points have the same x.
select results_eq(
  $$
    select line.slope from private.theil_sen(
      array[67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51],
      array[21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
    ) as line
  $$,
  'values (0.5::double precision)',
  'RATE-10: a published example'
);

-- Lines of days
select results_eq(
  $$
    select series.days, line.points, line.days_per_point, line.first_on, line.last_on, round(line.per_day::numeric, 9)
    from (values (120), (121), (1827)) as series (days)
    cross join lateral private.trend_line(
      array(select date '2020-01-01' + day from generate_series(0, series.days - 1) as day),
      array(select day::numeric from generate_series(0, series.days - 1) as day)
    ) as line
  $$,
  $$
    values
      (120, 120, 1, date '2020-01-01', date '2020-04-29', 1.0),
      (121, 18, 7, '2020-01-01', '2020-04-30', 1.0),
      (1827, 87, 21, '2020-01-01', '2024-12-31', 1.0)
  $$,
  'RATE-04: more than 120 days are averaged by weeks, or as many as leave no more points, and keep their slope'
);

select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
select tests.lift('ada', lift.exercise, date '2026-01-05' + 7 * (single.ordinal - 1)::integer, '1@' || single.kg)
from (
  values
    ('barbell-bench-press', array[100, 102, 101, 104, 103]), ('barbell-front-squat', array[100, 101, 102, 103]),
    ('dumbbell-overhead-press', array[60, 59, 58, 57, 56])
) as lift (exercise, singles)
cross join lateral unnest(lift.singles) with ordinality as single (kg, ordinal);
select tests.lift('ada', 'barbell-sumo-deadlift', date '2026-01-05' + day, '1@60') from generate_series(0, 13) as day;

create function pg_temp.rate(
  p_exercise text, p_from date default null, p_to date default null, p_metric text default 'e1rm',
  p_who text default 'ada'
)
returns jsonb
language plpgsql
as $$
declare
  v_answer jsonb;
begin
  perform tests.sign_in(p_who);
  v_answer := public.exercise_rate(tests.exercise_id(p_exercise), p_from, p_to, p_metric) - 'exercise_id';
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;
grant execute on function pg_temp.rate to authenticated;

select is(
  pg_temp.rate('barbell-bench-press'),
  '{
    "metric": "e1rm", "unit": "kg", "formula": "epley", "from": null, "to": null, "rate": {
      "days": 5, "points": 5, "days_per_point": 1, "first_on": "2026-01-05", "last_on": "2026-02-02",
      "per_week": 0.875, "lower": -1, "upper": 3, "reason": null
    }
  }',
  'RATE-05: kilograms a week, between which they are, and of what'
);
select is(
  pg_temp.rate('barbell-bench-press', '2026-01-06', '2026-02-03', 'volume'),
  '{
    "metric": "volume", "unit": "kg", "formula": null, "from": "2026-01-06", "to": "2026-02-03", "rate": {
      "days": 4, "points": 4, "days_per_point": 1, "first_on": "2026-01-12", "last_on": "2026-02-02",
      "per_week": null, "lower": null, "upper": null, "reason": "too_few_days"
    }
  }',
  'RATE-06: fewer than five days have no interval, and so no rate'
);
select is(
  pg_temp.rate('barbell-sumo-deadlift') -> 'rate' ->> 'reason', 'too_short',
  'RATE-07: within two weeks nothing is said of weeks'
);
select is(
  pg_temp.rate('barbell-bench-press', p_who => 'eve') -> 'rate',
  '{
    "days": 0, "points": 0, "days_per_point": 1, "first_on": null, "last_on": null, "per_week": null, "lower": null,
    "upper": null, "reason": "too_few_days"
  }',
  'RATE-08: nobody reads the rate of another'
);

-- Plateaus: the best of the weeks to 2 February, and six weeks of singles from the 9th on.
select tests.lift('ada', lift.exercise, date '2026-02-02' + 7 * (single.ordinal - 1)::integer, '1@' || single.kg)
from (
  values
    ('barbell-back-squat', array[145, 140, 144, 142, 145, 141, 143]),
    ('barbell-deadlift', array[150, 140, 141, 150.5, 142, 143]),
    ('barbell-bent-over-row', array[100, 80, 81, 82, 83, 84, 85]),
    ('barbell-overhead-press', array[60, 61, 60, 59, 58, 57, 56]),
    ('barbell-romanian-deadlift', array[100, 80, 81, 82, 83])
) as lift (exercise, singles)
cross join lateral unnest(lift.singles) with ordinality as single (kg, ordinal);
select tests.sign_in('ada');
select is(
  public.exercise_plateau(tests.exercise_id('barbell-back-squat'), '2026-03-16') - 'exercise_id',
  -- The slopes a week, in order: -4, -2, -1, -1, -1/2, -1/4, 1/4, 1/3, 1/2, 3/5, 1, 5/3, 2, 3, 4; of six points the
  -- third to the thirteenth.
  '{
    "metric": "e1rm", "unit": "kg", "formula": "epley", "from": "2026-02-03", "to": "2026-03-17", "status": "plateau",
    "best_before": {"value": 145.000, "on": "2026-02-02"}, "best_within": {"value": 145.000, "on": "2026-03-02"},
    "rate": {
      "days": 6, "points": 6, "days_per_point": 1, "first_on": "2026-02-09", "last_on": "2026-03-16",
      "per_week": 0.3333, "lower": -1, "upper": 2, "reason": null
    }
  }',
  'PLAT-01: six weeks without anything better and without a trend are a plateau, and what shows it is answered'
);
select results_eq(
  $$
    select exercise, public.exercise_plateau(tests.exercise_id(exercise), '2026-03-16') ->> 'status'
    from unnest(array[
      'barbell-deadlift', 'barbell-bent-over-row', 'barbell-overhead-press', 'barbell-romanian-deadlift', 'pull-up'
    ]) as exercise
  $$,
  $$
    values
      ('barbell-deadlift', 'progressing'), ('barbell-bent-over-row', 'recovering'),
      ('barbell-overhead-press', 'declining'), ('barbell-romanian-deadlift', 'too_little_data'),
      ('pull-up', 'too_little_data')
  $$,
  'PLAT-02: what is no plateau, or cannot be told'
);
select is(
  public.exercise_plateau(tests.exercise_id('barbell-back-squat'), '2026-03-16', 8) ->> 'status', 'too_little_data',
  'PLAT-03: weeks before which there is nothing are no plateau'
);
select is(
  public.exercise_plateau(tests.exercise_id('barbell-back-squat')) ->> 'to',
  (private.own_today() + 1)::text,
  'PLAT-04: the weeks end with today unless told otherwise'
);

-- Projections: the line goes through 102 kg on 19 January, by 0.125 kg a day and at most by 3/7.
create function pg_temp.forecast(p_target numeric, p_exercise text default 'barbell-bench-press')
returns table (reached_on text, level text, expected_on text, earliest_on text, latest_on text, reason text)
language sql
as $$
  select answer ->> 'reached_on', forecast.*
  from public.exercise_projection(tests.exercise_id(p_exercise), p_target, '2026-02-02', 5) as answer
  cross join lateral jsonb_to_record(coalesce(nullif(answer -> 'forecast', 'null'), '{}')) as forecast (
    level text, expected_on text, earliest_on text, latest_on text, reason text
  );
$$;
select tests.act_as('postgres');
grant execute on function pg_temp.forecast to authenticated;
select tests.sign_in('ada');
select results_eq(
  'select * from pg_temp.forecast(110)',
  -- 8 / 0.125 = 64 days after 19 January, or 18.7
  $$ values (null, '103.750', '2026-03-24', '2026-02-07', null, null) $$,
  'PROJ-01: a target is reached where the line reaches it, and may be never, as far as the interval tells'
);
select results_eq(
  'select * from pg_temp.forecast(104)', $$ values ('2026-01-26', null, null, null, null, null) $$,
  'PROJ-02: what was reached is not forecast'
);
select results_eq(
  'select * from pg_temp.forecast(200)', $$ values (null, '103.750', null, '2026-09-05', null, 'too_far') $$,
  'PROJ-03: no line of weeks stands for more than a year'
);
select results_eq(
  $$ select * from pg_temp.forecast(70, 'dumbbell-overhead-press') $$,
  $$ values (null, '56.000', null, null, null, 'no_progress') $$,
  'PROJ-04: a trend that goes the other way reaches nothing'
);
select results_eq(
  $$ select * from pg_temp.forecast(120, 'barbell-front-squat') $$,
  $$ values (null, null, null, null, null, 'too_few_days') $$,
  'PROJ-05: without a rate there is no forecast, and the reason is the rate''s'
);
select is(
  public.exercise_projection(tests.exercise_id('barbell-bench-press'), 110, '2026-02-02', 5) - 'forecast' - 'exercise_id',
  pg_temp.rate('barbell-bench-press', p_to => '2026-02-03') - 'to'
  || '{"target": 110, "from": "2025-12-30", "on": "2026-02-02", "reached_on": null}',
  'PROJ-06: what it rests on is answered with it'
);
select tests.sign_in('ada');
select is(
  private.forecast(
    array(select date '2026-01-05' + 7 * week from generate_series(0, 4) as week), array[90, 88, 89, 86, 87], 85,
    '2026-02-02', -1
  ),
  -- The bench press upside down: 3 kg below the 88 of 19 January are 24 days from then on.
  '{
    "level": 86.250, "expected_on": "2026-02-12", "earliest_on": "2026-02-02", "latest_on": null, "reason": null
  }',
  'PROJ-07: a target below is reached from above, and at the earliest on the day of asking'
);
select is(
  public.exercise_projection(tests.exercise_id('barbell-bench-press'), 110) ->> 'on', private.own_today()::text,
  'PROJ-08: from today on unless told otherwise'
);
select tests.act_as('postgres');

-- Of a pace, less is better: the bench press of RATE-05 upside down, in ten seconds a kilometre.
select tests.lift('ada', 'running', date '2026-01-05' + 7 * (run.ordinal - 1)::integer, format('1000m%ss', run.seconds))
from unnest(array[300, 280, 290, 260, 270]) with ordinality as run (seconds, ordinal);
select tests.sign_in('ada');
select is(
  public.exercise_projection(tests.exercise_id('running'), 200, '2026-02-02', 5, 'best_pace') -> 'forecast',
  -- 80 s/km below the 280 of 19 January
  '{
    "level": 262.500, "expected_on": "2026-03-24", "earliest_on": "2026-02-07", "latest_on": null, "reason": null
  }',
  'PROJ-10: a pace is reached from above'
);
select results_eq(
  $$
    select
      public.exercise_projection(tests.exercise_id('running'), 260, '2026-02-02', 5, 'best_pace') ->> 'reached_on',
      public.exercise_plateau(tests.exercise_id('running'), '2026-02-02', 4, 'best_pace') -> 'best_before' ->> 'value',
      public.exercise_plateau(tests.exercise_id('running'), '2026-02-02', 4, 'best_pace') -> 'best_within' ->> 'value'
  $$,
  $$ values ('2026-01-26', '300.000', '260.000') $$,
  'PROJ-11: and the best is the least'
);
select tests.act_as('postgres');

select results_eq(
  $$ select call, tests.answer(who, 'select public.' || call) from (values
       ('anon', 'exercise_rate(tests.id(1))'), ('anon', 'exercise_plateau(tests.id(1))'),
       ('anon', 'exercise_projection(tests.id(1), 100)'), ('ada', 'exercise_rate(tests.id(1), p_metric => ''joy'')'),
       ('ada', 'exercise_rate(tests.id(1), p_formula => ''none'')'), ('ada', 'exercise_plateau(tests.id(1), p_weeks => 2)'),
       ('ada', 'exercise_plateau(tests.id(1), p_weeks => null)'), ('ada', 'exercise_projection(tests.id(1), 0)'),
       ('ada', 'exercise_projection(tests.id(1), ''NaN'')'), ('ada', 'exercise_projection(tests.id(1), null)'),
       ('ada', 'exercise_projection(tests.id(1), 100, p_weeks => 53)'),
       ('ada', 'exercise_plateau(tests.id(1), ''infinity'')')
     ) as calls (who, call) $$,
  $$ values
       ('exercise_rate(tests.id(1))', '42501'), ('exercise_plateau(tests.id(1))', '42501'),
       ('exercise_projection(tests.id(1), 100)', '42501'),
       ('exercise_rate(tests.id(1), p_metric => ''joy'')', 'invalid_field'),
       ('exercise_rate(tests.id(1), p_formula => ''none'')', 'invalid_field'),
       ('exercise_plateau(tests.id(1), p_weeks => 2)', 'invalid_field'),
       ('exercise_plateau(tests.id(1), p_weeks => null)', 'invalid_field'),
       ('exercise_projection(tests.id(1), 0)', 'invalid_field'),
       ('exercise_projection(tests.id(1), ''NaN'')', 'invalid_field'),
       ('exercise_projection(tests.id(1), null)', 'invalid_field'),
       ('exercise_projection(tests.id(1), 100, p_weeks => 53)', 'invalid_field'),
       ('exercise_plateau(tests.id(1), ''infinity'')', 'invalid_field') $$,
  'RATE-09: what is no question gets no answer, and nobody one without an account'
);
select is(
  tests.answer(
    'eve', $$ select public.exercise_projection(tests.exercise_id('barbell-bench-press'), 101) ->> 'reached_on' $$
  ),
  null,
  'PROJ-09: nobody reads the reached targets of another'
);

select * from finish();
rollback;
