begin;
select plan(12);

-- Bob has no gym: loads are rounded to half kilograms, the lighter one halfway between two. '*' is done as asked.
select tests.create_user('bob');

create function tests.five_three_one(p_rest jsonb default '{}')
returns jsonb
language sql
as $$
  select '{
    "scheme": "wave", "percent_of": "training_max", "increment_kg": 5,
    "waves": [
      [{"percent": 65, "min_reps": 5}, {"percent": 75, "min_reps": 5}, {"percent": 85, "min_reps": 5, "set_type": "amrap"}],
      [{"percent": 70, "min_reps": 3}, {"percent": 80, "min_reps": 3}, {"percent": 90, "min_reps": 3, "set_type": "amrap"}],
      [{"percent": 75, "min_reps": 5}, {"percent": 85, "min_reps": 3}, {"percent": 95, "min_reps": 1, "set_type": "amrap"}]
    ]
  }'::jsonb || p_rest;
$$;

-- A single that shows what somebody can lift once, on the day before the plan begins.
create function tests.lift_once(p_name text, p_exercise text, p_weight_kg numeric, p_reps integer default 1)
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  perform public.log_workout(jsonb_build_object(
    'id', gen_random_uuid(), 'name', 'Test', 'started_at', '2026-01-04T18:00:00Z', 'ended_at', '2026-01-04T19:00:00Z',
    'time_zone', 'UTC', 'exercises', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'exercise_id', tests.exercise_id(p_exercise), 'position', 1, 'sets', jsonb_build_array(
        jsonb_build_object('id', gen_random_uuid(), 'position', 1, 'reps', p_reps, 'weight_kg', p_weight_kg)
      )
    ))
  ));
  perform tests.act_as('postgres');
end;
$$;

select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1000, '3×5', tests.five_three_one(), array[
        '5 5 8', '3 3 5', '5 3 3', '4 5 5', '3 3 4', '5 3 0', '*', '*', '*', '*', '*', '*'
      ], p_start_weights => '{"barbell-back-squat": 100}'
    )
  $$,
  $$
    values
      -- 100 kg: 65, 75, 85; 70, 80, 90; 75, 85, 95
      ('1×5@65 1×5@75 1×5+@85', 'start'),
      ('1×3@70 1×3@80 1×3+@90', 'wave'),
      ('1×5@75 1×3@85 1×1+@95', 'wave'),
      -- 105 kg: 68.25, 78.75, 89.25; 73.5, 84, 94.5; 78.75, 89.25, 99.75. A set of four before the last one is no matter.
      ('1×5@68 1×5@78.5 1×5+@89', 'raised'),
      ('1×3@73.5 1×3@84 1×3+@94.5', 'wave'),
      ('1×5@78.5 1×3@89 1×1+@99.5', 'wave'),
      -- The last single failed: once more 105 kg.
      ('1×5@68 1×5@78.5 1×5+@89', 'failed'),
      ('1×3@73.5 1×3@84 1×3+@94.5', 'wave'),
      ('1×5@78.5 1×3@89 1×1+@99.5', 'wave'),
      -- 110 kg: 71.5, 82.5, 93.5; 77, 88, 99; 82.5, 93.5, 104.5
      ('1×5@71.5 1×5@82.5 1×5+@93.5', 'raised'),
      ('1×3@77 1×3@88 1×3+@99', 'wave'),
      ('1×5@82.5 1×3@93.5 1×1+@104.5', 'wave')
  $$,
  'PRG-WAV-01: 5/3/1 over four cycles, one of which fails'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1100, '3×5', tests.five_three_one('{"stall": {"after": 1, "action": "deload", "percent": 10}, "max_kg": 103}'),
      array['*', '*', '*', '*', '3 3 2', '*', '*', '*', '*', '*'], p_start_weights => '{"barbell-back-squat": 100}'
    )
  $$,
  $$
    values
      ('1×5@65 1×5@75 1×5+@85', 'start'), ('1×3@70 1×3@80 1×3+@90', 'wave'), ('1×5@75 1×3@85 1×1+@95', 'wave'),
      -- At most 103 kg: 66.95, 77.25, 87.55; 72.1, 82.4, 92.7; 77.25, 87.55, 97.85. The threes fail.
      ('1×5@67 1×5@77 1×5+@87.5', 'raised'), ('1×3@72 1×3@82.5 1×3+@92.5', 'wave'),
      ('1×5@77 1×3@87.5 1×1+@98', 'wave'),
      -- 103 × 0.9 = 92.7 kg: 60.255, 69.525, 78.795; 64.89, 74.16, 83.43; 69.525, 78.795, 88.065
      ('1×5@60.5 1×5@69.5 1×5+@79', 'deloaded'), ('1×3@65 1×3@74 1×3+@83.5', 'wave'),
      ('1×5@69.5 1×3@79 1×1+@88', 'wave'),
      -- 97.7 kg: 63.505, 73.275, 83.045
      ('1×5@63.5 1×5@73.5 1×5+@83', 'raised')
  $$,
  'PRG-WAV-02: a failed cycle takes off the training max, whichever of its sessions failed'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1200, '3×5', tests.five_three_one('{"deload": {"percent": 60}}'),
      array['*', '*', '*', '5 5 1', '*', '*', '*', '*', '*', '*', '*', '*'],
      p_start_weights => '{"barbell-back-squat": 100}', p_weeks => 4, p_deload_weeks => '{4}'
    )
  $$,
  $$
    values
      ('1×5@65 1×5@75 1×5+@85', 'start'), ('1×3@70 1×3@80 1×3+@90', 'wave'), ('1×5@75 1×3@85 1×1+@95', 'wave'),
      -- Six tenths of 68.25, 78.75 and 89.25, and no set to failure. It takes no turn, and fails nothing.
      ('1×5@41 1×5@47 1×5@53.5', 'planned_deload'),
      ('1×5@68 1×5@78.5 1×5+@89', 'raised'), ('1×3@73.5 1×3@84 1×3+@94.5', 'wave'),
      ('1×5@78.5 1×3@89 1×1+@99.5', 'wave'),
      -- Six tenths of 71.5, 82.5 and 93.5
      ('1×5@43 1×5@49.5 1×5@56', 'planned_deload'),
      ('1×5@71.5 1×5@82.5 1×5+@93.5', 'raised'), ('1×3@77 1×3@88 1×3+@99', 'wave'),
      ('1×5@82.5 1×3@93.5 1×1+@104.5', 'wave'),
      -- Six tenths of 74.75, 86.25 and 97.75
      ('1×5@45 1×5@51.5 1×5@58.5', 'planned_deload')
  $$,
  'PRG-WAV-03: a deload week stands between the cycles'
);

select tests.lift_once('bob', 'barbell-deadlift', 150, 5);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1300, '3×5', tests.five_three_one('{"training_max_percent": 80}'), array['5 5 12', '*', '*', '*'], 'barbell-deadlift'
    )
  $$,
  -- Epley: 150 × (1 + 5 / 30) = 175, of which 80 % are 140. What the plan itself shows changes nothing of it.
  $$
    values
      ('1×5@91 1×5@105 1×5+@119', 'start'), ('1×3@98 1×3@112 1×3+@126', 'wave'),
      ('1×5@105 1×3@119 1×1+@133', 'wave'), ('1×5@94 1×5@108.5 1×5+@123', 'raised')
  $$,
  'PRG-WAV-04: without a start weight the training max comes from what was lifted before'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1400, '3×5', tests.five_three_one(), array['*'], 'barbell-bench-press'
    )
  $$,
  $$ values ('2×5 1×5+', 'choose_load') $$,
  'PRG-WAV-05: and without any of it the load is the user''s to choose'
);

-- A percent wave: two up, one step back, of the e1RM.
select tests.lift_once('bob', 'barbell-front-squat', 100);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1500, '3×5', '{"scheme": "wave", "percent_of": "e1rm", "max_kg": 88, "waves": [
        [{"percent": 70, "min_reps": 6}, {"percent": 70, "min_reps": 6}],
        [{"percent": 80, "min_reps": 4}, {"percent": 80, "min_reps": 4}],
        [{"percent": 60, "min_reps": 8}]
      ]}', array['*', '*', '*', '*', '4 8', '*', '*', '*', '*', '*', '*', '*'], 'barbell-front-squat'
    )
  $$,
  $$
    values
      ('2×6@70', 'wave'), ('2×4@80', 'wave'), ('1×8@60', 'wave'), ('2×6@70', 'wave'), ('2×4@80', 'wave'),
      -- Eight with 80 kg show 80 × (1 + 8 / 30) = 101.333: 60.8, 70.933, 81.067
      ('1×8@61', 'wave'), ('2×6@71', 'wave'), ('2×4@81', 'wave'), ('1×8@61', 'wave'), ('2×6@71', 'wave'),
      ('2×4@81', 'wave'), ('1×8@61', 'wave')
  $$,
  'PRG-WAV-06: a percent wave follows the e1RM, which light sets do not lower'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1600, '1×3@90%e1rm 2×5@75%e1rm', null, array['*', '*'], 'barbell-front-squat'
    )
  $$,
  $$ values ('1×3@91 2×5@76', 'fixed'), ('1×3@91 2×5@76', 'fixed') $$,
  'PRG-WAV-07: so do sets in percent of it without a rule'
);
select results_eq(
  $$
    select asks, why
    from tests.follow_plan('bob', 1700, jsonb_build_array(jsonb_build_array(
      jsonb_build_object('exercise', 'barbell-back-squat', 'sets', '3×5', 'progression', tests.five_three_one()),
      jsonb_build_object('exercise', 'barbell-back-squat', 'sets', '5×10@50%tm')
    )), '{"barbell-back-squat": 100}') as enrollment_id
    cross join lateral tests.train('bob', enrollment_id, array['*; *', '*; *', '*; *', '*; *']) as trained
  $$,
  $$
    values
      ('1×5@65 1×5@75 1×5+@85; 5×10@50', 'start; fixed'), ('1×3@70 1×3@80 1×3+@90; 5×10@50', 'wave; fixed'),
      ('1×5@75 1×3@85 1×1+@95; 5×10@50', 'wave; fixed'), ('1×5@68 1×5@78.5 1×5+@89; 5×10@52.5', 'raised; fixed')
  $$,
  'PRG-WAV-08: more sets of the exercise follow the training max that its waves raise'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1800, '3×5@80%tm', '{"scheme": "linear", "increment_percent": 5}', array['*', '*', '*'],
      p_start_weights => '{"barbell-back-squat": 100}'
    )
  $$,
  -- 80 % of 100, 105 and 110.25
  $$ values ('3×5@80', 'start'), ('3×5@84', 'raised'), ('3×5@88', 'raised') $$,
  'PRG-WAV-09: a linear rule raises the training max of sets that are in percent of it'
);

-- By RPE. The table: 5 at 7 are 78.59807 %, 5 at 8 81.24056, 5 at 9 83.88305, 5 at 10 86.52554, 3 at 9 89.16803.
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      1900, '3×5~8', '{"scheme": "rpe"}', array[
        '5@100~8 5@100~8 5@100~9', '5@100~7 5@100~7 5@100~8', '5~8 5~8 5~8', '5~9 5~9 5~9', '5~10 5~10 5~10',
        '5~9 5~9 5~9', '*', '*'
      ], 'barbell-overhead-press'
    )
  $$,
  $$
    values
      ('3×5', 'choose_load'),
      ('3×5@100', 'estimated'),   -- 100 / 0.8124056 = 123.091, of which 81.24056 % are 100
      ('3×5@103.5', 'estimated'), -- 100 / 0.7859807 = 127.230 → 103.362
      ('3×5@103.5', 'estimated'), -- 103.5 / 0.8124056 = 127.399 → 103.5
      ('3×5@103.5', 'estimated'), -- at 9: 123.386; the best of the latest three days is 127.399 still
      ('3×5@103.5', 'estimated'), -- at 10: 119.618; still
      ('3×5@100', 'estimated'),   -- at 9 again: the best of the latest three days is 123.386 now → 100.240
      ('3×5@100', 'estimated')    -- unrated, it counts as the 8 that it aimed at: 123.091; still 123.386
  $$,
  'PRG-RPE-01: loads follow what the latest sessions show'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      2000, '1×3~9 2×5~8', '{"scheme": "rpe", "max_kg": 85, "deload": {"percent": 90, "every_sessions": 3}}', array[
        '3@90~9 5@80~8 5@80~8', '*', '*', '*'
      ], 'barbell-bent-over-row'
    )
  $$,
  $$
    values
      ('1×3 2×5', 'choose_load'),
      ('1×3@85 2×5@82', 'estimated'),        -- 90 / 0.8916803 = 100.933: 90, at most 85; 81.999
      ('1×3@76.5 2×5@74', 'planned_deload'), -- 85 × 0.9; 81.999 × 0.9 = 73.799
      ('1×3@85 2×5@82', 'estimated')
  $$,
  'PRG-RPE-02: with a cap and planned light sessions'
);
select results_eq(
  $$
    select asks, why from tests.train_exercise(
      2100, '3×5@60~8', '{"scheme": "rpe"}', array['*', '*'], 'barbell-hip-thrust'
    )
  $$,
  $$ values ('3×5@60', 'start'), ('3×5@60', 'estimated') $$,
  'PRG-RPE-03: from the routine''s load, until there is an estimate'
);

select * from finish();
rollback;
