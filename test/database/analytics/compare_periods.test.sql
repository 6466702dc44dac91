begin;
select plan(15);

-- Ada's two fortnights: the first from 5 January on, the second from the 19th.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
select tests.lift('ada', exercise, day::date, sets) from (
  values
    ('barbell-back-squat', '2026-01-05', '5@120 5@120'), ('barbell-bench-press', '2026-01-05', '5@90 5@90 5@90'),
    ('barbell-back-squat', '2026-01-19', '5@126 5@120 5@120'), ('barbell-bench-press', '2026-01-21', '12@80'),
    ('pull-up', '2026-02-01', '8 8')
) as sessions (exercise, day, sets);
select tests.sign_in('ada');

select is(
  public.compare_periods('2026-01-19', '2026-02-02', '2026-01-05', '2026-01-19') - 'exercises' - 'muscles',
  '{
    "period": {"from": "2026-01-19", "to": "2026-02-02", "days": 14},
    "other": {"from": "2026-01-05", "to": "2026-01-19", "days": 14},
    "totals": {
      "workouts": {"value": 3, "other": 2, "change": 1, "percent": 50.0},
      "duration_seconds": {"value": 10800, "other": 7200, "change": 3600, "percent": 50.0},
      "training_days": {"value": 3, "other": 1, "change": 2, "percent": 200.0},
      "sets": {"value": 6, "other": 5, "change": 1, "percent": 20.0},
      "reps": {"value": 43, "other": 25, "change": 18, "percent": 72.0},
      "volume_kg": {"value": 2790, "other": 2550, "change": 240, "percent": 9.4},
      "distance_meters": {"value": 0, "other": 0, "change": 0, "percent": null}
    }
  }',
  'CMP-01: what was done in all, beside the period before'
);
select results_eq(
  $$
    select exercises.slug, compared #>> '{sets,change}', compared #>> '{reps,value}', compared #>> '{volume_kg,percent}',
      compared -> 'e1rm_kg'
    from jsonb_array_elements(
      public.compare_periods('2026-01-19', '2026-02-02', '2026-01-05', '2026-01-19') -> 'exercises'
    ) with ordinality as rows (compared, ordinal)
    join public.exercises on exercises.id = (compared ->> 'exercise_id')::uuid
    order by ordinal
  $$,
  -- Five repetitions with 126, 120 and 90 kg are 147, 140 and 105; twelve tell nothing.
  $$
    values
      ('barbell-back-squat', '1', '15', '52.5', '{"value": 147.000, "other": 140.000, "change": 7.000, "percent": 5.0}'::jsonb),
      ('pull-up', '2', '16', null, '{"value": null, "other": null, "change": null, "percent": null}'),
      ('barbell-bench-press', '-2', '12', '-28.9', '{"value": null, "other": 105.000, "change": null, "percent": null}')
  $$,
  'CMP-02: exercise by exercise, those of either period'
);
select results_eq(
  $$
    select compared ->> 'muscle_id', compared -> 'sets'
    from jsonb_array_elements(
      public.compare_periods('2026-01-19', '2026-02-02', '2026-01-05', '2026-01-19') -> 'muscles'
    ) with ordinality as rows (compared, ordinal)
    where compared ->> 'muscle_id' in ('chest', 'lats', 'hamstrings', 'calves')
    order by 1
  $$,
  $$
    values
      ('chest', '{"value": 1.00, "other": 3.00, "change": -2.00, "percent": -66.7}'::jsonb),
      ('hamstrings', '{"value": 1.50, "other": 1.00, "change": 0.50, "percent": 50.0}'),
      ('lats', '{"value": 2.00, "other": 0, "change": 2.00, "percent": null}')
  $$,
  'CMP-03: and muscle by muscle, a secondary one by half'
);
select is(
  public.compare_periods('2026-01-20', '2026-01-21', '2025-01-01', '2025-06-01') #- '{totals}',
  '{
    "period": {"from": "2026-01-20", "to": "2026-01-21", "days": 1},
    "other": {"from": "2025-01-01", "to": "2025-06-01", "days": 151},
    "exercises": [], "muscles": []
  }',
  'CMP-04: periods without training compare nothing, and a range does not hold its last day'
);

-- Ratios
select is(
  public.strength_ratio(tests.exercise_id('barbell-bench-press'), tests.exercise_id('barbell-back-squat'))
    - 'exercise_id' - 'other_exercise_id',
  '{
    "from": null, "to": null, "formula": "epley", "best": {"value": 105.000, "on": "2026-01-05"},
    "other_best": {"value": 147.000, "on": "2026-01-19"}, "ratio": 0.714
  }',
  'RATIO-01: one lift beside another, by the best of each'
);
select results_eq(
  $$
    select answer -> 'best', answer -> 'ratio'
    from (
      select public.strength_ratio(tests.exercise_id('barbell-bench-press'), tests.exercise_id('barbell-back-squat'), '2026-01-19')
      union all
      select public.strength_ratio(tests.exercise_id('pull-up'), tests.exercise_id('barbell-back-squat'))
    ) as answers (answer)
  $$,
  $$ values ('null'::jsonb, 'null'::jsonb), ('null', 'null') $$,
  'RATIO-02: no ratio without a maximum'
);

-- Balance
create temporary table balance as
select muscle.*
from jsonb_to_recordset(public.muscle_balance('2026-01-19', '2026-02-02', 1, 1.5) -> 'muscles') as muscle (
  muscle_id text, region text, sets numeric, weekly_sets numeric, percent numeric, status text
);
select results_eq(
  $$
    select muscle_id, sets, weekly_sets, status from balance
    where muscle_id in ('quads', 'chest', 'lats', 'hamstrings', 'calves') order by muscle_id
  $$,
  $$
    values
      ('calves', 0::numeric, 0.00, 'untrained'), ('chest', 1.00, 0.50, 'below'), ('hamstrings', 1.50, 0.75, 'below'),
      ('lats', 2.00, 1.00, 'within'), ('quads', 3.00, 1.50, 'within')
  $$,
  'BAL-01: weekly sets of each muscle beside a range, whose ends are within'
);
select results_eq(
  'select count(*), round(sum(percent)) from balance',
  'select count(*), 100::numeric from public.muscles',
  'BAL-02: every muscle is there, and all of it is a hundred per cent'
);
select is(
  (
    select muscle ->> 'weekly_sets' || ' ' || (muscle ->> 'status')
    from jsonb_array_elements(public.muscle_balance('2026-01-19', '2026-01-22', 1, 6.9) -> 'muscles') as muscle
    where muscle ->> 'muscle_id' = 'quads'
  ),
  '7.00 above',
  'BAL-03: part of a week counts as if it went on'
);
select is(
  public.muscle_balance('2026-01-19', '2026-02-02') - 'muscles',
  '{"from": "2026-01-19", "to": "2026-02-02", "weeks": 2.00, "min_sets": 10, "max_sets": 20}',
  'BAL-04: ten to twenty sets unless asked otherwise'
);
select is_empty(
  $$
    select muscle from jsonb_array_elements(public.muscle_balance('2025-01-01', '2025-01-08') -> 'muscles') as muscle
    where muscle ->> 'status' <> 'untrained' or muscle -> 'percent' <> 'null'
  $$,
  'BAL-05: without training there is no share'
);
select tests.act_as('postgres');

-- Half a merge: what is known of either exercise is one row, under the one that stays.
update public.exercises set archived_at = now(), replaced_by = tests.exercise_id('barbell-front-squat')
where slug = 'barbell-back-squat';
select tests.lift('ada', 'barbell-front-squat', '2026-01-20', '5@90');
select tests.sign_in('ada');
select results_eq(
  $$
    select compared #>> '{sets,value}', compared #>> '{e1rm_kg,value}'
    from jsonb_array_elements(
      public.compare_periods('2026-01-19', '2026-01-21', '2026-01-05', '2026-01-06') -> 'exercises'
    ) as compared
    where compared ->> 'exercise_id' = tests.exercise_id('barbell-front-squat')::text
  $$,
  $$ values ('4', '147.000') $$,
  'CMP-05: exercises that were merged are compared as one'
);
select is(
  (
    select muscle ->> 'sets'
    from jsonb_array_elements(public.muscle_balance('2026-01-19', '2026-01-21') -> 'muscles') as muscle
    where muscle ->> 'muscle_id' = 'quads'
  ),
  '4.00',
  'BAL-06: and work the muscles of the one that stays'
);
select tests.act_as('postgres');

-- Whose it is
select results_eq(
  $$ select call, tests.answer(who, 'select ' || call) from (values
       ('eve', 'public.compare_periods(''2026-01-01'', ''2026-02-01'', ''2025-01-01'', ''2025-02-01'') #>> ''{totals,sets,value}'''),
       ('eve', 'public.muscle_balance(''2026-01-01'', ''2026-02-01'') #> ''{muscles,0,percent}'''),
       ('eve', 'public.strength_ratio(tests.exercise_id(''barbell-bench-press''), tests.exercise_id(''barbell-front-squat'')) -> ''best''')
     ) as calls (who, call) $$,
  $$ values
       ('public.compare_periods(''2026-01-01'', ''2026-02-01'', ''2025-01-01'', ''2025-02-01'') #>> ''{totals,sets,value}''', '0'),
       ('public.muscle_balance(''2026-01-01'', ''2026-02-01'') #> ''{muscles,0,percent}''', 'null'),
       ('public.strength_ratio(tests.exercise_id(''barbell-bench-press''), tests.exercise_id(''barbell-front-squat'')) -> ''best''', 'null') $$,
  'CMP-06: nobody reads the training of another'
);
select results_eq(
  $$ select call, tests.answer(who, 'select public.' || call) from (values
       ('anon', 'compare_periods(''2026-01-01'', ''2026-02-01'', ''2025-01-01'', ''2025-02-01'')'),
       ('anon', 'muscle_balance(''2026-01-01'', ''2026-02-01'')'), ('anon', 'strength_ratio(tests.id(1), tests.id(2))'),
       ('ada', 'compare_periods(''2026-01-01'', ''2026-01-01'', ''2025-01-01'', ''2025-02-01'')'),
       ('ada', 'compare_periods(''2026-01-01'', ''2026-02-01'', null, ''2025-02-01'')'),
       ('ada', 'muscle_balance(''2026-01-01'', ''infinity'')'),
       ('ada', 'muscle_balance(''2026-01-01'', ''2026-02-01'', 20, 10)'),
       ('ada', 'muscle_balance(''2026-01-01'', ''2026-02-01'', null)'),
       ('ada', 'strength_ratio(tests.id(1), tests.id(2), p_formula => ''none'')')
     ) as calls (who, call) $$,
  $$ values
       ('compare_periods(''2026-01-01'', ''2026-02-01'', ''2025-01-01'', ''2025-02-01'')', '42501'),
       ('muscle_balance(''2026-01-01'', ''2026-02-01'')', '42501'), ('strength_ratio(tests.id(1), tests.id(2))', '42501'),
       ('compare_periods(''2026-01-01'', ''2026-01-01'', ''2025-01-01'', ''2025-02-01'')', 'invalid_field'),
       ('compare_periods(''2026-01-01'', ''2026-02-01'', null, ''2025-02-01'')', 'invalid_field'),
       ('muscle_balance(''2026-01-01'', ''infinity'')', 'invalid_field'),
       ('muscle_balance(''2026-01-01'', ''2026-02-01'', 20, 10)', 'invalid_field'),
       ('muscle_balance(''2026-01-01'', ''2026-02-01'', null)', 'invalid_field'),
       ('strength_ratio(tests.id(1), tests.id(2), p_formula => ''none'')', 'invalid_field') $$,
  'CMP-07: what is no question gets no answer, and nobody one without an account'
);

select * from finish();
rollback;
