begin;
select plan(21);

-- Ada trains in February and March 2026, Bob follows her, Eve does not.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cat', 'eve']) as name;
select tests.set_visibility('ada', 'public'), tests.follow('bob', 'ada'), tests.block('ada', 'cat');
select
  tests.lift('ada', 'barbell-bench-press', '2026-02-10', '5@100'),
  tests.lift('ada', 'barbell-bench-press', '2026-03-02', '5@102.5 8@80'),
  tests.lift('ada', 'barbell-bench-press', '2026-03-09', '5@105'),
  tests.lift('ada', 'running', '2026-03-24', '5000m1500s');
insert into analytics.body_weight_days (user_id, local_date, weight_kg, readings)
select tests.user_id('ada'), day, weight_kg, 1
from (values
  (date '2026-02-25', 84.0), ('2026-03-01', 83.0), ('2026-03-04', 82.0), ('2026-03-20', 81.0)
) as readings (day, weight_kg);

create function pg_temp.report(p_who text, p_period text, p_on date)
returns jsonb
language sql
as $$
  select tests.answer(p_who, format('select public.report(%L, %L)', p_period, p_on))::jsonb;
$$;
create temporary table march as select pg_temp.report('ada', 'month', '2026-03-15') as report;

select results_eq(
  $$
    select report ->> 'from', report ->> 'to', report ->> 'through', report ->> 'previous', report ->> 'bucket'
    from march
  $$,
  $$ values ('2026-03-01', '2026-04-01', '2026-04-01', '{"to": "2026-03-01", "from": "2026-02-01"}', 'week') $$,
  'REPORT-01: a month that is over is compared with the whole one before'
);
select is(
  (select report -> 'totals' from march),
  '{"workouts": 3, "training_days": 3, "sets": 4, "reps": 18, "volume_kg": 1677.5, "duration_seconds": 10800,
    "distance_meters": 5000}',
  'REPORT-02: totals, by hand'
);
select is(
  (select report -> 'change' from march),
  '{"workouts": 2, "training_days": 2, "sets": 3, "reps": 2.6, "volume_kg": 2.355, "duration_seconds": 2,
    "distance_meters": null}',
  'REPORT-03: changes are shares, and null where there was nothing'
);
select results_eq(
  $$
    select row ->> 'start_on', (row ->> 'training_days')::integer, (row ->> 'volume_kg')::numeric
    from march
    cross join lateral jsonb_array_elements(report -> 'series') as row
  $$,
  $$
    values ('2026-03-01', 0, 0.0), ('2026-03-02', 1, 1152.5), ('2026-03-09', 1, 525), ('2026-03-16', 0, 0),
      ('2026-03-23', 1, 0), ('2026-03-30', 0, 0)
  $$,
  'REPORT-04: every week that the month touches has a row, rest included'
);
select results_eq(
  $$ select day ->> 'local_date' from march cross join lateral jsonb_array_elements(report -> 'days') as day $$,
  $$ values ('2026-03-02'), ('2026-03-09'), ('2026-03-24') $$,
  'REPORT-05: days with training'
);
select is(
  (select report -> 'consistency' from march),
  '{"weeks": 6, "training_weeks": 3, "longest_run_weeks": 2, "days_per_week": 0.7}',
  'REPORT-06: consistency, by hand: three days in 31'
);
select results_eq(
  $$
    select row ->> 'kind', (row ->> 'reps')::integer, (row ->> 'previous_value')::numeric, (row ->> 'value')::numeric
    from march
    cross join lateral jsonb_array_elements(report -> 'records') as row
    order by 1
  $$,
  $$
    values ('e1rm', 5, 116.667, 122.5), ('max_weight', null, 100.0, 105.0), ('rep_max', 5, 100.0, 105.0),
      ('set_volume', null, 500.0, 640.0)
  $$,
  'REPORT-07: a record is shown once, from what stood before to what stands at the end; a likely slip is not'
);
select results_eq(
  $$ select (report ->> 'records_count')::integer, (report ->> 'baselines_count')::integer from march $$,
  $$ values (4, 4) $$,
  'REPORT-08: those that were set for the first time are counted apart'
);
select results_eq(
  $$
    select row ->> 'name', (row ->> 'days')::integer, (row ->> 'sets')::integer, (row ->> 'volume_kg')::numeric
    from march
    cross join lateral jsonb_array_elements(report -> 'exercises') as row
  $$,
  $$
    select exercises.name, days, sets, volume_kg
    from (values ('barbell-bench-press', 2, 3, 1677.5), ('running', 1, 1, 0)) as done (slug, days, sets, volume_kg)
    join public.exercises using (slug)
    order by volume_kg desc
  $$,
  'REPORT-09: exercises, the most volume first'
);
select results_eq(
  $$
    select row ->> 'muscle_id', (row ->> 'sets')::numeric, (row ->> 'previous_sets')::numeric
    from march
    cross join lateral jsonb_array_elements(report -> 'muscles') as row
    order by 1
  $$,
  $$
    select muscle_id, round(sum(weight * sets), 1), round(sum(weight * previous_sets), 1)
    from (values ('barbell-bench-press', 3, 1), ('running', 1, 0)) as done (slug, sets, previous_sets)
    join public.exercises using (slug)
    join public.exercise_muscles on exercise_id = id
    group by muscle_id
    order by 1
  $$,
  'REPORT-10: sets count for each muscle by its weight'
);
select is(
  (select report -> 'body_weight' from march),
  '{"first_kg": 83.50, "last_kg": 81.00, "change_kg": -2.50, "days": [
    {"local_date": "2026-03-01", "weight_kg": 83.000, "trend_kg": 83.50},
    {"local_date": "2026-03-04", "weight_kg": 82.000, "trend_kg": 82.50},
    {"local_date": "2026-03-20", "weight_kg": 81.000, "trend_kg": 81.00}]}',
  'REPORT-11: the trend of body weight is the mean of the days of the last seven, those before the period too'
);

-- Periods
select results_eq(
  $$
    select report ->> 'from', report ->> 'to', report ->> 'bucket', jsonb_array_length(report -> 'series')
    from (values ('week', date '2026-03-15'), ('year', '2026-12-31'), ('month', '2024-02-29')) as asked (period, day)
    cross join lateral pg_temp.report('ada', period, day) as report
  $$,
  $$
    values ('2026-03-09', '2026-03-16', 'day', 7), ('2026-01-01', '2027-01-01', 'week', 53),
      ('2024-02-01', '2024-03-01', 'week', 5)
  $$,
  'REPORT-12: a week has days, a year up to 53 weeks'
);
update public.profile_settings
set week_start = 7, locale = 'es-MX', unit_system = 'imperial'
where user_id = tests.user_id('ada');
select results_eq(
  $$
    select report ->> 'from', report ->> 'unit_system', report -> 'exercises' -> 0 ->> 'name'
    from pg_temp.report('ada', 'week', '2026-03-07') as report
  $$,
  $$
    select '2026-03-01', 'imperial', translations.name
    from public.exercise_translations as translations
    where exercise_id = tests.exercise_id('barbell-bench-press') and locale = 'es'
  $$,
  'REPORT-13: weeks, units and names are as the caller''s settings say'
);
select results_eq(
  $$
    select (report ->> 'through')::date,
      (report -> 'previous' ->> 'to')::date - (report -> 'previous' ->> 'from')::date
    from pg_temp.report('ada', 'week', null) as report
  $$,
  $$
    select today + 1, today + 1 - private.week_start_of(today, 7::smallint)
    from (select tests.answer('ada', 'select private.own_today()')::date) as day (today)
  $$,
  'REPORT-14: a period that runs is compared with as many days of the one before'
);
select results_eq(
  $$
    select tests.attempt('ada', format('select public.report(%L, %L)', period, day))
    from (values
      ('day', date '2026-03-01'), (null, '2026-03-01'), ('week', '1969-12-31'), ('week', '2101-01-01')
    ) as asked (period, day)
  $$,
  $$ select 'PT422' from generate_series(1, 4) $$,
  'REPORT-15: another period, or a day that nobody trains on, is refused'
);

-- Rights
select results_eq(
  $$
    select who, tests.answer(who, 'select public.report(''year'', ''2026-06-01'') -> ''totals'' ->> ''workouts''')
    from unnest(array['ada', 'bob', 'eve', 'anon']) as who
  $$,
  $$ values ('ada', '4'), ('bob', '0'), ('eve', '0'), ('anon', '42501') $$,
  'REPORT-16: a report is the caller''s own, whoever follows whom'
);

-- Cards
update public.workouts set visibility = 'public', notes = 'My knee hurts', session_rpe = 9
where user_id = tests.user_id('ada') and local_date = '2026-03-02';
create temporary table carded as
  select format('select public.workout_card(%L) ->> ''volume_kg''', id) as query, id
  from public.workouts
  where user_id = tests.user_id('ada') and local_date in ('2026-03-02', '2026-03-09')
  order by local_date;
grant select on carded to public;
select results_eq(
  $$
    select who, array(select tests.answer(who, query) from carded)
    from unnest(array['ada', 'bob', 'eve', 'cat', 'anon']) as who
  $$,
  $$
    values ('ada', array['1152.500', '525.000']), ('bob', array['1152.500', null]), ('eve', array['1152.500', null]),
      ('cat', array[null, null]), ('anon', array['42501', '42501'])
  $$,
  'CARD-05: who sees a workout gets its card, nobody else'
);
select is(
  (select tests.answer('eve', format('select public.workout_card(%L)', id)) from carded limit 1)::jsonb,
  (
    select jsonb_build_object(
      'athlete', null, 'locale', 'en', 'unit_system', 'metric', 'name', 'Session', 'local_date', '2026-03-02',
      'duration_seconds', 3600, 'exercises_count', 1, 'sets', 2, 'reps', 13, 'volume_kg', 1152.5, 'distance_meters', 0,
      'exercises', jsonb_build_array(jsonb_build_object(
        'name', exercises.name, 'sets', 2, 'best', jsonb_build_object('weight_kg', 102.5, 'reps', 5)
      ))
    )
    from public.exercises
    where slug = 'barbell-bench-press'
  ),
  'CARD-06: and nothing is on it but this: no notes, no effort, nothing of the body'
);
update public.workouts set ended_at = null where id = (select id from carded offset 1);
select is(
  (select tests.answer('ada', query) from carded offset 1), null, 'CARD-07: a workout that is live has no card yet'
);
create temporary table asked as
  select format(
    'select public.record_card(%L, %L, ''rep_max'', 5) ->> ''value''', id, tests.exercise_id('barbell-bench-press')
  ) as query
  from carded
  limit 1;
grant select on asked to public;
select results_eq(
  $$
    select who, (select tests.answer(who, query) from asked)
    from unnest(array['ada', 'bob', 'eve', 'cat', 'anon']) as who
  $$,
  $$ values ('ada', '102.500'), ('bob', null), ('eve', null), ('cat', null), ('anon', '42501') $$,
  'CARD-08: the card of a record is its owner''s alone'
);
select results_eq(
  $$
    select card ->> 'kind', (card ->> 'previous_value')::numeric, card ->> 'unit', card ->> 'athlete'
    from carded
    cross join lateral (
      select tests.answer('ada', format(
        'select public.record_card(%L, %L, ''max_weight'')', id, tests.exercise_id('barbell-bench-press')
      ))::jsonb
    ) as answer (card)
    where card is not null
  $$,
  $$ values ('max_weight', 100.0, 'kg', null::text) $$,
  'CARD-09: what it says'
);

select * from finish();
rollback;
