begin;
select plan(14);

-- Ada benches from the first days of 2026 on: a Thursday, Monday the 5th, Wednesday the 7th, then Mondays.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
select tests.lift('ada', 'barbell-bench-press', day::date, sets) from (
  values
    ('2026-01-01', '5@90 1@100'), ('2026-01-05', '5@96 12@80'), ('2026-01-07', '12@100'), ('2026-01-26', '3@100'),
    ('2026-02-02', '2@105 0@130'), ('2026-03-02', '1@110')
) as sessions (day, sets);

create function pg_temp.trend(
  p_from date default null, p_to date default null, p_bucket text default 'day', p_metric text default 'e1rm',
  p_formula text default null, p_exercise text default 'barbell-bench-press', p_who text default 'ada'
)
returns table (bucket text, value numeric, moving_average numeric, days integer)
language plpgsql
as $$
begin
  perform tests.sign_in(p_who);
  return query
    select to_char(rows.bucket_start, 'MM-DD'), rows.value, rows.moving_average, rows.days
    from public.exercise_trend(tests.exercise_id(p_exercise), p_from, p_to, p_bucket, p_metric, p_formula) as rows;
  perform tests.act_as('postgres');
end;
$$;

-- Epley: 90 × 7/6 = 105; 96 × 7/6 = 112; 100 × 1.1 = 110; 105 × 16/15 = 112; a single is itself. Twelve repetitions
-- say nothing. The 28 days up to 2 February begin on 6 January, those up to 26 January on 30 December.
select results_eq(
  'select * from pg_temp.trend()',
  $$
    values
      ('01-01', 105.000, 105.000, 1), ('01-05', 112.000, 108.500, 1), ('01-26', 110.000, 109.000, 1),
      ('02-02', 112.000, 111.000, 1), ('03-02', 110.000, 110.000, 1)
  $$,
  'TRD-01: the best estimate of each day, and the mean of the days up to four weeks before'
);
select results_eq(
  $$ select * from pg_temp.trend('2026-01-26', '2026-03-02') $$,
  $$ values ('01-26', 110.000, 109.000, 1), ('02-02', 112.000, 111.000, 1) $$,
  'TRD-02: a range has its first day and not its last, and its averages are those of a longer one'
);
select results_eq(
  $$ select * from pg_temp.trend(p_formula => 'brzycki') $$,
  -- 36/32, 36/34 and 36/35 for five, three and two
  $$
    values
      ('01-01', 101.250, 101.250, 1), ('01-05', 108.000, 104.625, 1), ('01-26', 105.882, 105.044, 1),
      ('02-02', 108.000, 106.941, 1), ('03-02', 110.000, 110.000, 1)
  $$,
  'TRD-03: by another formula, one repetition being itself'
);
update public.profile_settings set e1rm_formula = 'brzycki', week_start = 7 where user_id = tests.user_id('ada');
select results_eq(
  $$ select value from pg_temp.trend(p_to => '2026-01-02') $$, $$ values (101.250) $$,
  'TRD-04: a formula that is not named is that of the settings'
);
select results_eq(
  $$ select * from pg_temp.trend(p_bucket => 'week', p_metric => 'max_weight') $$,
  $$
    values
      ('12-28', 100.000, 100.000, 1), ('01-04', 100.000, 100.000, 2), ('01-25', 100.000, 100.000, 1),
      ('02-01', 105.000, 102.500, 1), ('03-01', 110.000, 110.000, 1)
  $$,
  'TRD-05: by week from Sunday on: the heaviest of all that was lifted, failed attempts left out'
);
update public.profile_settings set week_start = 1 where user_id = tests.user_id('ada');
select results_eq(
  $$ select * from pg_temp.trend(p_bucket => 'week', p_metric => 'volume') $$,
  -- 550; 480 + 960 + 1200; 300; 210; 110: over one, two, four and four weeks, those without training among them.
  $$
    values
      ('12-29', 550.000, 550.000, 1), ('01-05', 2640.000, 1595.000, 2), ('01-26', 300.000, 735.000, 1),
      ('02-02', 210.000, 127.500, 1), ('03-02', 110.000, 27.500, 1)
  $$,
  'TRD-06: a week without training counts as nothing in the average of a sum'
);
select results_eq(
  $$ select * from pg_temp.trend(p_bucket => 'month', p_metric => 'sets') $$,
  $$ values ('01-01', 6.000, 6.000, 4), ('02-01', 2.000, 4.000, 1), ('03-01', 1.000, 3.000, 1) $$,
  'TRD-07: by month, over three'
);
select results_eq(
  $$ select * from pg_temp.trend('2026-01-06', '2026-01-27', 'month', 'reps') $$,
  -- 12 + 3; the average is that of the whole of what is known of January: 6 + 17 + 12 + 3.
  $$ values ('01-01', 15.000, 38.000, 2) $$,
  'TRD-08: a month that the range cuts holds the days within it'
);

select tests.lift('ada', exercise, '2026-01-02', sets)
from (values ('pull-up', '8 6'), ('running', '5000m1500s 1000m240s')) as sessions (exercise, sets);
select results_eq(
  $$
    select metric, presses.value, pull_ups.value, runs.value
    from unnest(array[
      'e1rm', 'max_weight', 'set_volume', 'most_reps', 'longest_duration', 'farthest_distance', 'best_pace', 'volume',
      'sets', 'reps', 'duration', 'distance'
    ]) as metric
    left join lateral pg_temp.trend(p_metric => metric, p_from => '2026-03-01') as presses on true
    left join lateral pg_temp.trend(p_metric => metric, p_exercise => 'pull-up') as pull_ups on true
    left join lateral pg_temp.trend(p_metric => metric, p_exercise => 'running') as runs on true
  $$,
  $$
    values
      ('e1rm', 110.000, null::numeric, null::numeric), ('max_weight', 110.000, null, null),
      ('set_volume', 110.000, null, null), ('most_reps', 1.000, 8.000, null), ('longest_duration', null, null, 1500.000),
      ('farthest_distance', null, null, 5000.000), ('best_pace', null, null, 240.000), ('volume', 110.000, null, null),
      ('sets', 1.000, 2.000, 2.000), ('reps', 1.000, 14.000, null), ('duration', null, null, 1740.000),
      ('distance', null, null, 6000.000)
  $$,
  'TRD-09: a metric that an exercise does not tell has no rows'
);
select tests.lift('ada', 'running', '2026-01-03', '5000m1450s');
select results_eq(
  $$ select * from pg_temp.trend(p_bucket => 'week', p_metric => 'best_pace', p_exercise => 'running') $$,
  $$ values ('12-29', 240.000, 240.000, 2) $$,
  'TRD-14: the best pace of a week is the least'
);

-- Half a merge: what was an exercise of Ada's own is the catalogue's now, and its history has yet to move.
select tests.sign_in('ada');
insert into public.exercises (id, name, kind, category, level)
values (tests.id(1), 'Bench', 'weight_reps', 'strength', 'beginner');
select public.log_workout(jsonb_build_object(
  'id', tests.id(2), 'name', 'Session', 'started_at', '2026-03-02T18:00Z', 'ended_at', '2026-03-02T19:00Z',
  'time_zone', 'UTC', 'exercises', jsonb_build_array(jsonb_build_object(
    'id', tests.id(3), 'exercise_id', tests.id(1), 'position', 1, 'sets', jsonb_build_array(
      jsonb_build_object('id', tests.id(4), 'position', 1, 'reps', 1, 'weight_kg', 115)
    )
  ))
));
select tests.act_as('postgres');
update public.exercises set replaced_by = tests.exercise_id('barbell-bench-press'), archived_at = now()
where id = tests.id(1);
select tests.sign_in('ada');
select results_eq(
  $$
    select trend.value from (values (tests.id(1)), (tests.exercise_id('barbell-bench-press'))) as exercises (id)
    cross join lateral public.exercise_trend(exercises.id, '2026-03-01') as trend
  $$,
  $$ values (115.000), (115.000) $$,
  'TRD-13: exercises that were merged have one trend, under either id'
);
select tests.act_as('postgres');

-- Whose it is
select is_empty(
  $$ select * from pg_temp.trend(p_who => 'eve') $$,
  'TRD-10: nobody reads the progress of another'
);
select is_empty(
  $$
    select trend.* from tests.sign_in('ada')
    cross join lateral public.exercise_trend(tests.id(999)) as trend
  $$,
  'TRD-11: an exercise that nobody knows has no rows'
);
select tests.act_as('postgres');
select results_eq(
  $$ select call, tests.answer(who, format('select count(*) from public.exercise_trend(tests.id(1)%s)', call)) from (values
       ('anon', ''), ('ada', ', p_bucket => ''year'''), ('ada', ', p_bucket => null'), ('ada', ', p_metric => ''joy'''),
       ('ada', ', p_metric => null'), ('ada', ', p_formula => ''none'''), ('ada', ', ''2026-02-01'', ''2026-01-01''')
     ) as calls (who, call) $$,
  $$ values
       ('', '42501'), (', p_bucket => ''year''', 'invalid_field'), (', p_bucket => null', 'invalid_field'),
       (', p_metric => ''joy''', 'invalid_field'), (', p_metric => null', 'invalid_field'),
       (', p_formula => ''none''', 'invalid_field'), (', ''2026-02-01'', ''2026-01-01''', '0') $$,
  'TRD-12: without an account there is no trend, and none of what there is not'
);

select * from finish();
rollback;
