begin;
select plan(6);

select tests.create_user('ada');

create function tests.problem(p_rule jsonb, p_kind text default null)
returns text
language sql
as $$
  select concat_ws(' ', message, path, text) from private.progression_problem(p_rule, p_kind);
$$;

select is_empty(
  $$
    select rule, tests.problem(rule)
    from (
      values
        ('{"scheme": "linear", "increment_kg": 2.5, "stall": {"after": 3, "action": "deload", "percent": 10}}'),
        ('{"scheme": "linear", "increment_percent": 2.5, "every": 2.0, "max_kg": 180, "scope": "plan"}'),
        ('{"scheme": "linear", "increment_reps": 1, "max_reps": 20, "stall": {"after": 2, "action": "reset"}}'),
        ('{"scheme": "linear", "increment_seconds": 5, "max_seconds": 120, "stall": null}'),
        ('{"scheme": "double", "increment_kg": 2, "deload": {"percent": 60, "every_sessions": 4}}'),
        ('{"scheme": "double"}'),
        ('{"scheme": "wave", "percent_of": "training_max", "increment_kg": 5, "waves": [[{"percent": 65, "min_reps": 5},
           {"percent": 85, "min_reps": 5, "max_reps": 8, "set_type": "amrap"}], [{"percent": 90, "min_reps": 3}]]}'),
        ('{"scheme": "wave", "percent_of": "e1rm", "waves": [[{"percent": 70, "min_reps": 8}]], "max_kg": 100}'),
        ('{"scheme": "rpe", "deload": {"percent": 90}}')
    ) as rules (text)
    cross join lateral (select text::jsonb as rule) as read
    where tests.problem(rule) <> ''
  $$,
  'PRG-RULE-03: every scheme has its rules'
);
select results_eq(
  $$
    select tests.problem(rule::jsonb)
    from (
      values
        ('[]'), ('{}'), ('{"scheme": "magic"}'), ('{"scheme": "linear"}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "increment_percent": 2}'),
        ('{"scheme": "linear", "increment_kg": "2.5"}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "increments": 1}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "max_reps": 10}'),
        ('{"scheme": "linear", "increment_reps": 1, "max_kg": 100}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "stall": {"after": 3, "action": "deload"}}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "stall": {"after": 0, "action": "deload", "percent": 10}}'),
        ('{"scheme": "linear", "increment_kg": 2.5, "stall": {"after": 3, "action": "reset", "percent": 10}}'),
        ('{"scheme": "double", "deload": {"percent": 60, "weeks": [4]}}'),
        ('{"scheme": "wave", "percent_of": "training_max"}'),
        ('{"scheme": "wave", "percent_of": "training_max", "waves": []}'),
        ('{"scheme": "wave", "percent_of": "training_max", "waves": [[]]}'),
        ('{"scheme": "wave", "percent_of": "training_max", "waves": [[{"percent": 65, "min_reps": 5}], [7]]}'),
        ('{"scheme": "wave", "percent_of": "training_max", "waves": [[{"percent": 65, "min_reps": 5, "max_reps": 4}]]}'),
        ('{"scheme": "wave", "percent_of": "training_max", "waves": [[{"percent": 65, "set_type": "warmup", "min_reps": 5}]]}'),
        ('{"scheme": "wave", "percent_of": "e1rm", "increment_kg": 5, "waves": [[{"percent": 65, "min_reps": 5}]]}'),
        ('{"scheme": "rpe", "stall": {"after": 3, "action": "reset"}}')
    ) as rules (rule)
  $$,
  $$
    values
      ('invalid_field must be an object'),
      ('missing_field scheme must be one of linear, double, wave, rpe'),
      ('invalid_field scheme must be one of linear, double, wave, rpe'),
      ('invalid_field increment_kg is missing, and so are increment_percent, increment_reps and increment_seconds'),
      ('invalid_field increment_percent cannot stand beside increment_kg'),
      ('invalid_field increment_kg must be a number from 0.001 to 100'),
      ('unknown_field increments is not a field of a linear progression'),
      ('invalid_field max_reps needs increment_reps'),
      ('invalid_field max_kg needs increment_kg or increment_percent'),
      ('invalid_field stall.percent is missing: a deload needs one'),
      ('invalid_field stall.after must be a number from 1 to 20'),
      ('invalid_field stall.percent has no meaning in a reset'),
      ('unknown_field deload.weeks is not a field of a deload'),
      ('missing_field waves is missing'),
      ('invalid_field waves must be an array of 1 to 52 waves'),
      ('invalid_field waves[0] must be an array of 1 to 20 sets'),
      ('invalid_field waves[1][0] must be an object'),
      ('invalid_field waves[0][0].max_reps is less than min_reps'),
      ('invalid_field waves[0][0].set_type must be one of normal, drop, failure, amrap, rest_pause, myo, cluster, backoff'),
      ('invalid_field percent_of must be training_max, where that has an increment, a training_max_percent or a stall'),
      ('unknown_field stall is not a field of a rpe progression')
  $$,
  'PRG-RULE-04: what is none is refused, with the field and the reason'
);
select results_eq(
  $$
    select kind, string_agg(name, ' ' order by name) filter (where tests.problem(rule::jsonb, kind) = '')
    from unnest(array[
      'weight_reps', 'reps_only', 'bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight', 'duration',
      'weight_duration', 'distance_duration', 'weight_distance'
    ]) as kind
    cross join (
      values
        ('double', '{"scheme": "double"}'),
        ('double_kg', '{"scheme": "double", "increment_kg": 2}'),
        ('linear_kg', '{"scheme": "linear", "increment_percent": 2}'),
        ('linear_reps', '{"scheme": "linear", "increment_reps": 1}'),
        ('linear_seconds', '{"scheme": "linear", "increment_seconds": 5}'),
        ('rpe', '{"scheme": "rpe"}'),
        ('wave', '{"scheme": "wave", "percent_of": "e1rm", "waves": [[{"percent": 70, "min_reps": 8}]]}')
    ) as rules (name, rule)
    group by kind
    order by kind
  $$,
  $$
    values
      ('assisted_bodyweight', 'double double_kg linear_kg linear_reps rpe wave'),
      ('bodyweight_reps', 'double linear_reps'),
      ('distance_duration', 'linear_seconds'),
      ('duration', 'linear_seconds'),
      ('reps_only', 'double linear_reps'),
      ('weight_distance', 'linear_kg'),
      ('weight_duration', 'linear_kg linear_seconds'),
      ('weight_reps', 'double double_kg linear_kg linear_reps rpe wave'),
      ('weighted_bodyweight', 'double double_kg linear_kg linear_reps rpe wave')
  $$,
  'PRG-RULE-05: an exercise progresses in what its sets have'
);

select tests.sign_in('ada');
insert into public.routines (id, name) values (tests.id(1), 'Core');
select throws_ok(
  $$ insert into public.routine_exercises (id, routine_id, exercise_id, position, progression)
     values (tests.id(2), tests.id(1), tests.exercise_id('plank'), 1, '{"scheme": "linear", "increment_kg": 5}') $$,
  '23514', null,
  'PRG-RULE-06: the table refuses what cannot be followed'
);
select lives_ok(
  $$ insert into public.routine_exercises (id, routine_id, exercise_id, position, progression)
     values (tests.id(2), tests.id(1), tests.exercise_id('plank'), 1, '{"scheme": "linear", "increment_seconds": 5}') $$,
  'PRG-RULE-07: and takes what can'
);
select throws_matching(
  $$ select public.save_routine(jsonb_build_object('id', tests.id(3), 'name', 'Push', 'exercises', jsonb_build_array(
       jsonb_build_object('id', tests.id(4), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1,
         'progression', '{"scheme": "double", "stall": {"after": 3, "action": "retreat"}}'::jsonb)))) $$,
  '^invalid_field$',
  'PRG-RULE-08: save_routine() refuses it before that'
);

select * from finish();
rollback;
