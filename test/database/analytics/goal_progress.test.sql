begin;
select plan(12);

select tests.create_user(name) from unnest(array['ada', 'eve']) as name;

-- Lifts, or runs, on a day of March: one set.
create function tests.perform(
  p_day integer, p_slug text, p_reps integer, p_weight numeric, p_meters numeric, p_seconds integer
)
returns void
language plpgsql
as $$
declare
  v_workout_id uuid := tests.id(1000 * p_day + length(p_slug));
begin
  insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone)
  values (
    v_workout_id, tests.user_id('ada'), 'Session', (date '2026-02-28' + p_day) + time '12:00',
    (date '2026-02-28' + p_day) + time '13:00', 'UTC'
  );
  insert into public.workout_exercises (id, workout_id, user_id, exercise_id, position)
  values (v_workout_id, v_workout_id, tests.user_id('ada'), tests.exercise_id(p_slug), 1);
  insert into public.workout_sets (
    id, workout_exercise_id, user_id, position, reps, weight_kg, distance_meters, duration_seconds
  )
  values (v_workout_id, v_workout_id, tests.user_id('ada'), 1, p_reps, p_weight, p_meters, p_seconds);
end;
$$;
select tests.perform(day, 'barbell-back-squat', 1, 100 + 5.0 * (day - 2) / 7, null, null)
from unnest(array[2, 9, 16, 23, 30]) as day;
select tests.perform(day, 'running', null, null, 5000, seconds)
from (values (2, 1800), (9, 1500)) as runs (day, seconds);
insert into public.measurements (id, user_id, type_id, value, measured_at, time_zone)
select
  gen_random_uuid(), tests.user_id('ada'), private.global_measurement_type_id('body_weight'), value, at::timestamptz, 'UTC'
from (values
  (80, '2026-03-01T07:00:00Z'), (79.5, '2026-03-10T07:00:00Z'), (78.5, '2026-03-10T19:00:00Z'),
  (78, '2026-03-15T07:00:00Z')
) as weighed (value, at);

insert into public.goals (
  id, user_id, kind, name, exercise_id, metric, unit, period, target, baseline, starts_on, due_on, current_value
)
select
  tests.id(number), tests.user_id('ada'), kind, name, tests.exercise_id(slug), metric, unit, period, target, baseline,
  starts_on::date, due_on::date, current_value
from (values
  (1, 'exercise', null, 'barbell-back-squat', 'max_weight', null, null, 140, null, '2026-03-09', '2026-04-30', null),
  (2, 'exercise', null, 'barbell-back-squat', 'max_weight', null, null, 120, 90, '2026-03-09', '2026-03-31', null),
  (3, 'exercise', null, 'running', 'best_pace', null, null, 280, null, '2026-03-02', null, null),
  (4, 'body_weight', null, null, null, null, null, 75, null, '2026-03-05', '2026-12-31', null),
  (5, 'frequency', null, null, null, null, 'week', 3, null, '2026-03-01', '2026-12-31', null),
  (6, 'distance', null, 'running', null, null, 'month', 20000, null, '2026-03-01', null, null),
  (7, 'custom', 'Handstand', null, null, 's', null, 60, 5, '2026-03-01', null, 20)
) as goals (number, kind, name, slug, metric, unit, period, target, baseline, starts_on, due_on, current_value);

-- What goal_progress() says of a goal on a day of March: baseline, current, its day, share, the day that reached it,
-- whether it is on track, and when it is expected.
create function tests.progress(p_goal integer, p_day integer)
returns text
language sql
as $$
  select concat_ws(
    ' ',
    coalesce(trim_scale((item ->> 'baseline')::numeric)::text, '-'), trim_scale((item ->> 'current')::numeric),
    coalesce(right(item ->> 'current_on', 5), '-'), item ->> 'share', coalesce(right(item ->> 'achieved_on', 5), '-'),
    coalesce(item ->> 'is_on_track', '-'), right(item #>> '{forecast,expected_on}', 5), item #>> '{forecast,reason}'
  )
  from jsonb_array_elements(
    tests.answer('ada', format('select public.goal_progress(%L)', date '2026-02-28' + p_day))::jsonb -> 'items'
  ) as item
  where item ->> 'goal_id' = tests.id(p_goal)::text;
$$;

select results_eq(
  $$ select day, tests.progress(1, day) from unnest(array[2, 16, 30]) as day $$,
  $$
    values
      (2, '100 100 - 0.0000 - - too_few_days'),
      (16, '105 110 03-16 0.1429 - - too_few_days'),
      (30, '105 120 03-30 0.4286 - true 04-27')
  $$,
  'GOALP-01: an exercise goes from the best of the weeks before to the target: 5 kg a week, 20 kg to go'
);
update public.goals set due_on = '2026-04-20' where id = tests.id(1);
select results_eq(
  $$ select day, tests.progress(1, day) from unnest(array[30, 52]) as day $$,
  $$ values (30, '105 120 03-30 0.4286 - false 04-27'), (52, '105 120 03-30 0.4286 - false 04-27') $$,
  'GOALP-02: which is too late, and once the day has passed it is'
);
select is(
  tests.progress(2, 31), '90 120 03-30 1.0000 03-30 true', 'GOALP-03: one is reached on the first day that reached it'
);
select tests.perform(10, 'barbell-front-squat', 1, 200, null, null);
delete from public.workouts where user_id = tests.user_id('ada') and local_date = '2026-03-30';
select is(
  tests.progress(2, 31), '90 115 03-23 0.8333 - - too_few_days', 'GOALP-04: and not reached when that is deleted'
);
select is(
  tests.progress(3, 9), '360 300 03-09 0.7500 - - too_few_days', 'GOALP-05: of a pace less is better'
);
select results_eq(
  $$ select day, tests.progress(4, day) from unnest(array[9, 10, 15]) as day $$,
  $$
    values
      (9, '80 80 03-01 0.0000 - - too_few_days'), (10, '80 79 03-10 0.2000 - - too_few_days'),
      (15, '80 78 03-15 0.4000 - - too_few_days')
  $$,
  'GOALP-06: a body weight goes down to what is less: means of days, the latest of them'
);
select results_eq(
  $$ select day, tests.progress(5, day) from unnest(array[16, 20, 22, 23]) as day $$,
  $$
    values
      (16, '- 1 - 0.3333 - true'), (20, '- 1 - 0.3333 - true'), (22, '- 1 - 0.3333 - false'),
      (23, '- 1 - 0.3333 - true')
  $$,
  'GOALP-07: a frequency is on track while enough days are left, and begins anew each week'
);
select results_eq(
  $$ select day, tests.progress(6, day) from unnest(array[1, 2, 9, 16, 17, 32]) as day $$,
  $$
    values
      (1, '- 0 - 0.0000 - true'), (2, '- 5000 - 0.2500 - true'), (9, '- 10000 - 0.5000 - true'),
      (16, '- 10000 - 0.5000 - true'), (17, '- 10000 - 0.5000 - false'), (32, '- 0 - 0.0000 - true')
  $$,
  'GOALP-08: a distance is measured by an even pace through its month'
);
select is(tests.progress(7, 9), '5 20 - 0.2727 - -', 'GOALP-09: what is custom is as it was written');
update public.goals set achieved_on = '2026-03-10' where id = tests.id(7);
select results_eq(
  $$ select day, tests.progress(7, day) from unnest(array[9, 10]) as day $$,
  $$ values (9, '5 20 - 0.2727 - -'), (10, '5 20 - 1.0000 03-10 true') $$,
  'GOALP-10: and reached when its owner says so'
);
select is(
  (tests.answer('ada', 'select public.goal_progress(''2026-03-16'')')::jsonb #> '{items,0}')
    - array['forecast', 'baseline', 'share'],
  jsonb_build_object(
    'goal_id', tests.id(5), 'kind', 'frequency', 'name', null, 'exercise_id', null, 'metric', null, 'unit', 'days',
    'period', 'week', 'period_from', '2026-03-16', 'period_to', '2026-03-23', 'starts_on', '2026-03-01',
    'due_on', '2026-12-31', 'target', 3, 'current', 1, 'current_on', null, 'achieved_on', null, 'is_on_track', true
  ),
  'GOALP-11: what clients get'
);
select results_eq(
  $$
    select tests.answer(who, query)
    from (values
      ('eve', 'select public.goal_progress(''2026-03-16'') ->> ''items'''), ('anon', 'select public.goal_progress()'),
      ('ada', 'select public.goal_progress(''-infinity'')')
    ) as asked (who, query)
  $$,
  $$ values ('[]'), ('42501'), ('invalid_field') $$,
  'GOALP-12: goals are one''s own'
);

select * from finish();
rollback;
