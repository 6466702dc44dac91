begin;
select plan(17);

-- What history counts, and what it says. Bob has no gym: loads are rounded to half kilograms.
select tests.create_user('bob'), tests.create_user('eve');

create function tests.next(p_number integer)
returns text
language sql
as $$
  select tests.answer('bob', format(
    'select concat(tests.asks(answer), '' '', answer #>> ''{exercises,0,progression,reason,code}'')
     from public.next_workout(%L, ''2026-06-01'') as answer',
    tests.id(p_number)
  ));
$$;

-- A session of back squats as a client may log it: '5@100 5@100l 5@100r', with what else is said of it.
create function tests.log_squats(
  p_number integer, p_day integer, p_sets text, p_rest jsonb default '{}', p_exercise_rest jsonb default '{}',
  p_target jsonb default null, p_id uuid default gen_random_uuid()
)
returns uuid
language plpgsql
as $$
begin
  perform tests.sign_in('bob');
  perform public.log_workout(jsonb_build_object(
    'id', p_id, 'name', 'Legs', 'time_zone', 'UTC', 'enrollment_id', tests.id(p_number),
    'routine_id', tests.id(p_number + 10),
    'started_at', to_jsonb(timestamptz '2026-01-05T18:00Z' + p_day * interval '1 day'),
    'ended_at', to_jsonb(timestamptz '2026-01-05T19:00Z' + p_day * interval '1 day'),
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'exercise_id', tests.exercise_id('barbell-back-squat'), 'position', 1,
      'routine_exercise_id', tests.id(p_number + 11),
      'sets', (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'id', gen_random_uuid(), 'position', ordinal, 'reps', nullif(part[1], '')::integer, 'weight_kg', part[2]::numeric,
          'side', case part[3] when 'l' then 'left' when 'r' then 'right' end,
          'set_type', case part[3] when 'd' then 'drop' when 'w' then 'warmup' end, 'target', p_target
        )))
        from regexp_split_to_table(p_sets, ' ') with ordinality as one (text, ordinal)
        cross join lateral regexp_match(one.text, '^(\d*)@([\d.]+)([lrdw])?$') as part
      )
    ) || p_exercise_rest)
  ) || p_rest);
  perform tests.act_as('postgres');
  return p_id;
end;
$$;
create function tests.squat_plan(p_number integer, p_rule jsonb default '{}')
returns uuid
language sql
as $$
  select tests.follow_plan('bob', p_number, jsonb_build_array(jsonb_build_array(jsonb_build_object(
    'exercise', 'barbell-back-squat', 'sets', '3×5@100', 'progression', '{"scheme": "linear", "increment_kg": 5}'::jsonb || p_rule
  ))));
$$;

-- Each row: a plan of its own, one session of it, and what comes next.
create temporary table sessions (number integer, what text, sets text, target jsonb, next text);
insert into sessions values
  (1000, 'what was asked', '5@100 5@100 5@100', null, '3×5@105 raised'),
  (1040, 'more than was asked', '6@100 8@105 5@100', null, '3×5@105 raised'),
  (1080, 'half a percent less', '5@99.5 5@99.5 5@100', null, '3×5@105 raised'),
  (1120, 'a repetition less', '5@100 5@100 4@100', null, '3×5@100 failed'),
  (1160, 'less weight', '5@100 5@100 5@99', null, '3×5@100 failed'),
  (1200, 'a set less', '5@100 5@100', null, '3×5@100 failed'),
  (1240, 'a set left empty', '5@100 5@100 @100', null, '3×5@100 failed'),
  (1280, 'a set more, though it failed', '5@100 5@100 5@100 2@100', null, '3×5@105 raised'),
  (1320, 'drop sets between', '5@100 8@60d 5@100 8@60d 5@100', null, '3×5@105 raised'),
  (1360, 'warm-ups before', '5@60w 3@80w 5@100 5@100 5@100', null, '3×5@105 raised'),
  (1400, 'both sides by themselves', '5@100l 5@100r 5@100l 5@100r 5@100l 5@100r', null, '3×5@105 raised'),
  (1440, 'one side short', '5@100l 5@100r 5@100l 4@100r 5@100l 5@100r', null, '3×5@100 failed'),
  (1480, 'a session that was sent lighter, and met', '5@80 5@80 5@80', '{"min_reps": 5, "weight_kg": 80}', '3×5@100 held'),
  (1520, 'the same, failed', '5@80 5@80 4@80', '{"min_reps": 5, "weight_kg": 80}', '3×5@100 failed'),
  (1560, 'a target of other repetitions', '3@100 3@100 3@100', '{"reps": 3, "weight_kg": 100}', '3×5@105 raised'),
  (1600, 'a target that is no number', '5@100 5@100 5@100', '{"reps": "five", "weight_kg": {}}', '3×5@105 raised');
select tests.squat_plan(number), tests.log_squats(number, 0, sets, p_target => target) from sessions;
select results_eq(
  'select what, tests.next(number) from sessions order by number', 'select what, next from sessions order by number',
  'PRG-HIS-01: what a success is'
);

-- Edits and order
select tests.squat_plan(2000);
select tests.log_squats(2000, day, '5@' || 100 + 5 * day || ' 5@' || 100 + 5 * day || ' 5@' || 100 + 5 * day, p_id => tests.id(2020 + day))
from generate_series(0, 3) as day;
select is(tests.next(2000), '3×5@120 raised', 'PRG-HIS-02: four sessions raise four times');
select tests.log_squats(2000, 3, '5@115 5@115 4@115', '{"revision": 2}', p_id => tests.id(2023));
select is(tests.next(2000), '3×5@115 failed', 'PRG-HIS-03: a correction of the last session changes what is next');
select tests.log_squats(2000, 1, '5@105 4@105 4@105', '{"revision": 2}', p_id => tests.id(2021));
select is(tests.next(2000), '3×5@110 failed', 'PRG-HIS-04: so does one of an earlier session, and what follows is judged anew');
select tests.log_squats(2000, 5, '5@110 5@110 5@110');
select tests.log_squats(2000, 4, '5@110 5@110 5@110', '{"ended_at": null}');
select is(tests.next(2000), '3×5@115 raised', 'PRG-HIS-05: a workout that is live does not count');
select tests.log_squats(2000, 4, '5@110 5@110 3@110');
select is(tests.next(2000), '3×5@115 raised', 'PRG-HIS-06: one that is logged late counts where it belongs');
select is(
  tests.attempt('bob', format('delete from public.workouts where id = %L', tests.id(2021))), '1',
  'PRG-HIS-07: and one that is deleted'
);
select is(tests.next(2000), '3×5@115 raised', 'PRG-HIS-08: is as if it had not been');
select is(tests.next(2000), tests.next(2000), 'PRG-HIS-09: asking changes nothing');

-- Which exercise of the routine a workout exercise is
select tests.follow_plan('bob', 3000, '[[
  {"exercise": "barbell-back-squat", "sets": "1×5@100", "progression": {"scheme": "linear", "increment_kg": 5}},
  {"exercise": "barbell-back-squat", "sets": "2×10@60", "progression": {"scheme": "linear", "increment_kg": 2}},
  {"exercise": "push-up", "sets": "1×10", "progression": {"scheme": "linear", "increment_reps": 1}}
]]');
select tests.log_squats(3000, 0, '10@60 10@60', p_exercise_rest => jsonb_build_object('routine_exercise_id', tests.id(3012)));
select is(
  tests.next(3000), '1×5@100; 2×10@62; 1×10 start',
  'PRG-HIS-10: of one that stands twice, the one that the workout names moves; what was left out stays'
);
select tests.sign_in('bob');
select public.log_workout(jsonb_build_object(
  'id', tests.id(3020), 'name', 'Legs', 'time_zone', 'UTC', 'enrollment_id', tests.id(3000), 'routine_id', tests.id(3010),
  'started_at', '2026-01-07T18:00:00Z', 'ended_at', '2026-01-07T19:00:00Z', 'exercises', jsonb_build_array(
    jsonb_build_object('id', tests.id(3021), 'exercise_id', tests.exercise_id('barbell-back-squat'), 'position', 1, 'sets',
      '[{"id": "019a0000-0000-7000-8000-000000003031", "position": 1, "reps": 5, "weight_kg": 100}]'::jsonb),
    jsonb_build_object('id', tests.id(3022), 'exercise_id', tests.exercise_id('push-up'), 'position', 2, 'sets',
      '[{"id": "019a0000-0000-7000-8000-000000003032", "position": 1, "reps": 9}]'::jsonb),
    jsonb_build_object('id', tests.id(3023), 'exercise_id', tests.exercise_id('barbell-back-squat'), 'position', 3, 'sets',
      '[{"id": "019a0000-0000-7000-8000-000000003033", "position": 1, "reps": 10, "weight_kg": 62},
        {"id": "019a0000-0000-7000-8000-000000003034", "position": 2, "reps": 8, "weight_kg": 62}]'::jsonb)
  )
));
select tests.act_as('postgres');
select is(
  tests.next(3000), '1×5@105; 2×10@62; 1×10 raised',
  'PRG-HIS-11: where none is named, the first is the first and the second the second'
);

-- Two days of a plan with one exercise
create function tests.two_days(p_number integer, p_rule jsonb, p_second_kg integer default 100)
returns uuid
language sql
as $$
  select tests.follow_plan('bob', p_number, jsonb_build_array(
    jsonb_build_array(jsonb_build_object('exercise', 'barbell-back-squat', 'sets', '3×5@100', 'progression', p_rule)),
    jsonb_build_array(jsonb_build_object('exercise', 'barbell-back-squat', 'sets', '3×5@' || p_second_kg, 'progression', p_rule))
  ));
$$;
select results_eq(
  $$ select asks from tests.train('bob', tests.two_days(4000, '{"scheme": "linear", "increment_kg": 5}', 80),
       array['*', '*', '*', '*', '5 5 4', '*']) $$,
  $$ values ('3×5@100'), ('3×5@80'), ('3×5@105'), ('3×5@85'), ('3×5@110'), ('3×5@90') $$,
  'PRG-HIS-12: an exercise of two routines progresses in each by itself'
);
select results_eq(
  $$ select asks from tests.train('bob', tests.two_days(4100, '{"scheme": "linear", "increment_kg": 5, "scope": "plan"}'),
       array['*', '*', '*', '5 5 4', '*', '*'], p_with_targets => false) $$,
  $$ values ('3×5@100'), ('3×5@105'), ('3×5@110'), ('3×5@115'), ('3×5@115'), ('3×5@120') $$,
  'PRG-HIS-13: or in all of the plan, where its rules say so'
);

-- Edits of the routine
select tests.squat_plan(5000), tests.squat_plan(5100);
select tests.log_squats(
  5000, day, format('5@%1$s 5@%1$s 5@%1$s', 100 + 5 * day), p_target => jsonb_build_object('min_reps', 5, 'weight_kg', 100 + 5 * day)
) from generate_series(0, 3) as day;
select tests.sign_in('bob');
insert into public.routine_sets (id, routine_exercise_id, position, min_reps, max_reps, weight_kg)
select gen_random_uuid(), tests.id(5011), 4, 8, 8, 100;
update public.routine_sets set min_reps = 8, max_reps = 8 where routine_exercise_id = tests.id(5011);
select tests.act_as('postgres');
select is(
  tests.next(5000), '4×8@120 raised',
  'PRG-HIS-14: sessions that were sent with their targets are judged by them, whatever the routine asks now'
);
update public.enrollments set start_weights = jsonb_build_object(tests.exercise_id('barbell-back-squat'), 130)
where id = tests.id(5000);
select is(
  tests.next(5000), '4×8@130 held',
  'PRG-HIS-15: a heavier start is one: the lighter sessions before it are no failures of it'
);

-- A routine by itself
select is(
  tests.answer('bob', format($$ select tests.asks(private.prescription(%L)) $$, tests.id(4010))), '3×5@110',
  'PRG-HIS-16: without an enrollment, every workout of the routine counts'
);

-- Whose history
select is(
  tests.answer('eve', format($$ select private.prescription(%L) $$, tests.id(4010))), null,
  'PRG-HIS-17: of somebody else''s routine nothing is prescribed'
);

select * from finish();
rollback;
