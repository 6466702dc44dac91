begin;
select plan(30);

-- Ada trains an exercise of each kind, all her own. Bob follows her, Cat she has blocked, Eve attacks.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cat', 'eve', 'mia']) as name;
select tests.set_visibility('ada', 'public'), tests.follow('bob', 'ada'), tests.block('ada', 'cat');
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');
insert into public.exercises (id, user_id, name, kind, category, level)
select tests.id(number), tests.user_id('ada'), kind, kind, 'strength', 'beginner'
from (values
  (1, 'weight_reps'), (2, 'reps_only'), (3, 'bodyweight_reps'), (4, 'weighted_bodyweight'), (5, 'assisted_bodyweight'),
  (6, 'duration'), (7, 'weight_duration'), (8, 'distance_duration'), (9, 'weight_distance'), (10, 'weight_reps'),
  (11, 'weight_reps'), (12, 'weight_reps'), (13, 'duration'), (14, 'duration')
) as own (number, kind);

-- Workout p_number, at noon of a day of March 2026, of one exercise. Its sets are p_number × 100 + 1, 2, …
create function tests.log(p_number integer, p_day integer, p_exercise integer, p_sets jsonb, p_rest jsonb default '{}')
returns jsonb
language plpgsql
as $$
declare
  v_answer jsonb;
begin
  perform tests.sign_in('ada');
  v_answer := public.log_workout(jsonb_build_object(
    'id', tests.id(p_number), 'name', 'Session', 'started_at', to_jsonb(timestamptz '2026-02-28 12:00Z' + p_day * interval '1 day'),
    'ended_at', to_jsonb(timestamptz '2026-02-28 13:00Z' + p_day * interval '1 day'), 'time_zone', 'UTC',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_number * 100), 'exercise_id', tests.id(p_exercise), 'position', 1, 'sets', (
        select jsonb_agg(
          jsonb_build_object('id', tests.id(p_number * 100 + ordinal::integer), 'position', ordinal) || sets.facts
          order by ordinal
        )
        from jsonb_array_elements(p_sets) with ordinality as sets (facts, ordinal)
      )
    ))
  ) || p_rest);
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;

-- What Ada reads of one exercise: day, kind, reps, value, unit, the value before, and the set by its number.
create function tests.records(p_exercise integer)
returns table (day integer, kind text, reps integer, value numeric, unit text, previous numeric, set integer)
language plpgsql
as $$
#variable_conflict use_column
begin
  perform tests.sign_in('ada');
  return query
    select
      records.achieved_on - date '2026-02-28', records.kind, records.reps::integer, records.value, records.unit,
      records.previous_value, right(records.workout_set_id::text, 12)::integer
    from public.records
    where records.exercise_id = tests.id(p_exercise);
  perform tests.act_as('postgres');
end;
$$;

-- With weight and repetitions. Epley: 100 × (1 + 5/30) = 116.667, 110 × (1 + 3/30) = 121. Above twelve repetitions
-- there is no maximum for a count, above ten no estimate.
select
  tests.log(101, 1, 1, '[
    {"reps": 5, "weight_kg": 200, "set_type": "warmup"}, {"reps": 5, "weight_kg": 100}, {"reps": 5, "weight_kg": 100},
    {"reps": 8, "weight_kg": 80}, {"reps": 0, "weight_kg": 150}, {"weight_kg": 300}
  ]'),
  tests.log(102, 3, 1, '[{"reps": 5, "weight_kg": 100}, {"reps": 3, "weight_kg": 110}, {"reps": 8, "weight_kg": 80}]'),
  tests.log(103, 5, 1, '[{"reps": 13, "weight_kg": 70}, {"reps": 1, "weight_kg": 112}]');
select set_eq(
  'select * from tests.records(1)',
  $$
    values
      (1, 'max_weight', null::integer, 100::numeric, 'kg', null::numeric, 10102),
      (1, 'rep_max', 5, 100, 'kg', null, 10102),
      (1, 'rep_max', 8, 80, 'kg', null, 10104),
      (1, 'e1rm', 5, 116.667, 'kg', null, 10102),
      (1, 'set_volume', null, 640, 'kg', null, 10104),
      (1, 'session_volume', null, 1640, 'kg', null, 10104),
      (3, 'max_weight', null, 110, 'kg', 100, 10202),
      (3, 'rep_max', 3, 110, 'kg', null, 10202),
      (3, 'e1rm', 3, 121, 'kg', 116.667, 10202),
      (5, 'max_weight', null, 112, 'kg', 110, 10302),
      (5, 'rep_max', 1, 112, 'kg', null, 10302),
      (5, 'set_volume', null, 910, 'kg', 640, 10301)
  $$,
  'REC-01: loads, maxima by repetitions, estimates and volumes; no warm-up, no failed attempt; equal is no better'
);

-- Mayhew: 100 × 100 / (52.2 + 41.9 × e^(−0.055 × 5)) = 119.011; 110 for 3 gives 125.389.
update public.profile_settings set e1rm_formula = 'mayhew' where user_id = tests.user_id('ada');
select set_eq(
  $$ select day, reps, value, previous from tests.records(1) where kind = 'e1rm' $$,
  $$ values (1, 5, 119.011, null::numeric), (3, 3, 125.389, 119.011) $$,
  'REC-02: another formula of the settings counts at once, for all that was before too'
);
update public.profile_settings set e1rm_formula = 'epley' where user_id = tests.user_id('ada');

select
  tests.log(201, 1, 2, '[{"reps": 20}, {"reps": 25}]'), tests.log(202, 2, 2, '[{"reps": 25}, {"reps": 26}]'),
  tests.log(301, 1, 3, '[{"reps": 12}]'), tests.log(302, 2, 3, '[{"reps": 15}]'),
  tests.log(401, 1, 4, '[{"reps": 5, "weight_kg": 20}, {"reps": 12}]'),
  tests.log(402, 2, 4, '[{"reps": 5, "weight_kg": 22.5}]'),
  tests.log(601, 1, 6, '[{"duration_seconds": 60}]'), tests.log(602, 2, 6, '[{"duration_seconds": 75}]'),
  tests.log(701, 1, 7, '[{"duration_seconds": 60, "weight_kg": 20}]'),
  tests.log(702, 2, 7, '[{"duration_seconds": 60, "weight_kg": 24}]'),
  -- 1500 s for 5 km are 300 s a kilometre, 240 s for 1 km are 240
  tests.log(801, 1, 8, '[{"duration_seconds": 1500, "distance_meters": 5000}]'),
  tests.log(802, 2, 8, '[{"duration_seconds": 240, "distance_meters": 1000}, {"duration_seconds": 900}]'),
  tests.log(901, 1, 9, '[{"distance_meters": 40, "weight_kg": 60}]'),
  tests.log(902, 2, 9, '[{"distance_meters": 50, "weight_kg": 60}]');
select set_eq(
  $$
    select exercise, records.day, records.kind, records.reps, records.value, records.unit, records.previous
    from unnest(array[2, 3, 4, 6, 7, 8, 9]) as exercise
    cross join lateral tests.records(exercise) as records
  $$,
  $$
    values
      (2, 1, 'most_reps', null::integer, 25::numeric, 'reps', null::numeric), (2, 2, 'most_reps', null, 26, 'reps', 25),
      (3, 1, 'most_reps', null, 12, 'reps', null), (3, 2, 'most_reps', null, 15, 'reps', 12),
      (4, 1, 'max_weight', null, 20, 'kg', null), (4, 2, 'max_weight', null, 22.5, 'kg', 20),
      (4, 1, 'rep_max', 5, 20, 'kg', null), (4, 2, 'rep_max', 5, 22.5, 'kg', 20),
      (4, 1, 'set_volume', null, 100, 'kg', null), (4, 2, 'set_volume', null, 112.5, 'kg', 100),
      (4, 1, 'session_volume', null, 100, 'kg', null), (4, 2, 'session_volume', null, 112.5, 'kg', 100),
      (4, 1, 'most_reps', null, 12, 'reps', null),
      (6, 1, 'longest_duration', null, 60, 's', null), (6, 2, 'longest_duration', null, 75, 's', 60),
      (7, 1, 'longest_duration', null, 60, 's', null),
      (7, 1, 'max_weight', null, 20, 'kg', null), (7, 2, 'max_weight', null, 24, 'kg', 20),
      (8, 1, 'farthest_distance', null, 5000, 'm', null), (8, 1, 'longest_duration', null, 1500, 's', null),
      (8, 1, 'best_pace', null, 300, 's/km', null), (8, 2, 'best_pace', null, 240, 's/km', 300),
      (9, 1, 'farthest_distance', null, 40, 'm', null), (9, 2, 'farthest_distance', null, 50, 'm', 40),
      (9, 1, 'max_weight', null, 60, 'kg', null)
  $$,
  'REC-03: each kind of exercise has the records that its measures give'
);

-- Less assistance counts for its repetitions and for fewer; 20 for 8 beats 40 for 12 at eight, and says nothing at twelve.
select
  tests.log(501, 1, 5, '[{"reps": 12, "weight_kg": 40}, {"reps": 8, "weight_kg": 40}]'),
  tests.log(502, 2, 5, '[{"reps": 8, "weight_kg": 20}, {"reps": 5, "weight_kg": 20}]'),
  tests.log(503, 3, 5, '[{"reps": 5, "weight_kg": 30}, {"reps": 15, "weight_kg": 35}]'),
  tests.log(504, 4, 5, '[{"reps": 5, "weight_kg": 0}]');
select set_eq(
  $$ select day, kind, reps, value, previous, set from tests.records(5) $$,
  $$
    values
      (1, 'least_assistance', 12, 40::numeric, null::numeric, 50101), (2, 'least_assistance', 8, 20, 40, 50201),
      (3, 'least_assistance', 12, 35, 40, 50302), (4, 'least_assistance', 5, 0, 20, 50401)
  $$,
  'REC-04: less assistance is a record where no set of as many repetitions or more had as little'
);

-- Live, finished, taken up again.
select tests.log(1001, 1, 10, '[{"reps": 5, "weight_kg": 100}]', '{"ended_at": null}');
select is_empty('select * from tests.records(10)', 'REC-05: a live workout sets no record');
update public.workouts set ended_at = started_at + interval '1 hour' where id = tests.id(1001);
select is((select count(*) from tests.records(10)), 5::bigint, 'REC-06: finished, it does');
update public.workouts set ended_at = null where id = tests.id(1001);
select is_empty('select * from tests.records(10)', 'REC-07: taken up again, it does not');

-- Edits. The day, the heaviest load and what it beat.
create function tests.heaviest()
returns text
language sql
as $$
  select string_agg(
    format('%s:%s%s', day, trim_scale(value), '>' || trim_scale(previous)), ' ' order by day, value
  )
  from tests.records(10)
  where kind = 'max_weight';
$$;
update public.workouts set ended_at = started_at + interval '1 hour' where id = tests.id(1001);
select
  tests.log(1003, 10, 10, '[{"reps": 5, "weight_kg": 120}]'), tests.log(1004, 20, 10, '[{"reps": 5, "weight_kg": 110}]'),
  tests.log(1005, 25, 10, '[{"reps": 5, "weight_kg": 130}]');
select is(tests.heaviest(), '1:100 10:120>100 25:130>120', 'REC-08: records in the order of days');
select tests.log(1002, 5, 10, '[{"reps": 5, "weight_kg": 115}]');
select is(tests.heaviest(), '1:100 5:115>100 10:120>115 25:130>120', 'REC-08: a workout of an earlier day goes between');
update public.workout_sets set weight_kg = 90 where id = tests.id(100301);
select is(tests.heaviest(), '1:100 5:115>100 25:130>115', 'REC-08: a set that was less than it said frees those after it');
update public.workout_sets set weight_kg = 105 where id = tests.id(100201);
select is(tests.heaviest(), '1:100 5:105>100 20:110>105 25:130>110', 'REC-08: and brings forth what it had hidden');
delete from public.workouts where id = tests.id(1002);
select is(tests.heaviest(), '1:100 20:110>100 25:130>110', 'REC-08: so does a workout that is deleted');
update public.workouts set started_at = '2026-03-30T12:00Z', ended_at = '2026-03-30T13:00Z' where id = tests.id(1001);
select is(tests.heaviest(), '10:90 20:110>90 25:130>110', 'REC-08: or moved to another day');
update public.workout_sets set set_type = 'warmup' where id = tests.id(100501);
select is(tests.heaviest(), '10:90 20:110>90', 'REC-08: or a set that turns out to be a warm-up');
select tests.log(1011, 22, 11, '[{"reps": 5, "weight_kg": 115}]');
select private.replace_exercise(tests.id(11), tests.id(10));
select private.move_exercise_uses(tests.user_id('ada'), tests.id(11), tests.id(10), 100);
select is(tests.heaviest(), '10:90 20:110>90 22:115>110', 'REC-08: a merged exercise brings its history');
select is_empty('select * from tests.records(11)', 'REC-08: and leaves none behind');
update public.exercises set kind = 'assisted_bodyweight' where id = tests.id(10);
select set_eq(
  'select day, kind, reps, value, previous from tests.records(10)',
  $$ values (10, 'least_assistance', 5, 90::numeric, null::numeric) $$,
  'REC-08: another kind has other records'
);

-- Two equal sets of an exercise that stands twice: the one that comes first, and another once they change places.
select tests.log(1201, 1, 12, '[{"reps": 5, "weight_kg": 100}]');
insert into public.workout_exercises (id, user_id, workout_id, exercise_id, position)
values (tests.id(120190), tests.user_id('ada'), tests.id(1201), tests.id(12), 3);
insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
values (tests.id(120191), tests.id(120190), 1, 5, 100);
select set_eq(
  $$ select set from tests.records(12) where kind = 'max_weight' $$, array[120101], 'REC-09: of equal sets the first'
);
update public.workout_exercises set position = 4 where id = tests.id(120100);
select set_eq(
  $$ select set from tests.records(12) where kind = 'max_weight' $$, array[120191],
  'REC-09: which is another where the exercises change places'
);

-- What log_workout() answers.
create function tests.answered(p_answer jsonb)
returns text
language sql
as $$
  select string_agg(format('%s %s', record ->> 'kind', record ->> 'value'), ', ' order by ordinal)
  from jsonb_array_elements(p_answer -> 'records') with ordinality as records (record, ordinal)
$$;
select results_eq(
  $$
    select
      tests.answered(tests.log(1301, 1, 13, '[{"duration_seconds": 60}]')),
      tests.answered(tests.log(1302, 2, 13, '[{"duration_seconds": 90}]')),
      tests.answered(tests.log(1301, 1, 13, '[{"duration_seconds": 60}]')),
      tests.answered(tests.log(1303, 3, 13, '[{"duration_seconds": 70}]')),
      tests.answered(tests.log(1303, 3, 13, '[{"duration_seconds": 95}]', '{"revision": 2}'))
  $$,
  $$ values ('longest_duration 60', 'longest_duration 90', 'longest_duration 60', null, 'longest_duration 95') $$,
  'REC-10: a workout is answered with its own records, on a retry too, and anew for a higher revision'
);
select is(
  tests.log(1302, 2, 13, '[{"duration_seconds": 90}]') -> 'records',
  jsonb_build_array(jsonb_build_object(
    'exercise_id', tests.id(13), 'kind', 'longest_duration', 'value', 90, 'unit', 's', 'reps', null,
    'previous_value', 60, 'is_baseline', false
  )),
  'REC-10: with all that a client shows'
);

-- A slip of the finger: 600 instead of 60.
create function tests.suspects(p_exercise integer)
returns text
language plpgsql
as $$
begin
  return tests.answer('ada', format(
    $q$
      select string_agg(format('%%s:%%s', achieved_on - date '2026-02-28', case
        when is_suspect then 'suspect' when confirmed_at is not null then 'confirmed' else 'fine'
      end), ' ' order by achieved_on)
      from public.records where exercise_id = %L
    $q$, tests.id(p_exercise)
  ));
end;
$$;
select tests.log(1401, 1, 14, '[{"duration_seconds": 600}]');
select is(tests.suspects(14), '1:fine', 'REC-11: of a first workout nothing can be said');
select tests.log(1402, 2, 14, '[{"duration_seconds": 60}]');
select is(tests.suspects(14), '1:suspect', 'REC-11: what nothing after it supports is suspect');
select tests.log(1403, 3, 14, '[{"duration_seconds": 420}]');
select is(tests.suspects(14), '1:fine', 'REC-11: a later day that comes close supports it');
update public.workout_sets set duration_seconds = 3600 where id = tests.id(140301);
select is(tests.suspects(14), '1:fine 3:suspect', 'REC-11: half as much again as all before needs support itself');

-- Who reads and confirms.
select set_eq(
  format(
    $$
      select who, relation, tests.answer(who, format('select count(*) > 0 from %%s where user_id = %%L', relation, %L))
      from unnest(array['ada', 'bob', 'cat', 'eve', 'mia', 'anon', 'service_role']) as who
      cross join unnest(array['public.records', 'analytics.record_history']) as relation
    $$, tests.user_id('ada')
  ),
  $$
    select who, relation, case when who in ('ada', 'service_role') then 'true' when who = 'anon' then '42501' else 'false' end
    from unnest(array['ada', 'bob', 'cat', 'eve', 'mia', 'anon', 'service_role']) as who
    cross join unnest(array['public.records', 'analytics.record_history']) as relation
  $$,
  'REC-12: records are read by their owner and the backend, whoever may see the workouts'
);
select results_eq(
  $$
    select who, tests.answer(who, format('select public.confirm_record(%L, %L)', tests.id(1403), tests.id(14)))
    from unnest(array['bob', 'cat', 'eve', 'mia', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('bob', 'id_unusable'), ('cat', 'id_unusable'), ('eve', 'id_unusable'), ('mia', 'id_unusable'), ('anon', '42501'),
      ('service_role', '42501')
  $$,
  'REC-13: nobody confirms a record of another, nor learns whether there is one'
);
select results_eq(
  $$
    select tests.answer('ada', format('select public.confirm_record(%L, %L) ->> ''records''', workout, exercise))
    from (
      values
        (1, tests.id(1402), tests.id(14)), (2, tests.id(1403), tests.id(13)), (3, tests.id(9999), tests.id(14)),
        (4, null, null), (5, tests.id(1403), tests.id(14)), (6, tests.id(1403), tests.id(14))
    ) as tried (number, workout, exercise)
    order by number
  $$,
  $$ values ('id_unusable'), ('id_unusable'), ('id_unusable'), ('id_unusable'), ('1'), ('1') $$,
  'REC-14: only what is a record is confirmed, once'
);
select is(tests.suspects(14), '1:fine 3:confirmed', 'REC-15: and is suspect no more');
update public.workout_sets set duration_seconds = 4000 where id = tests.id(140301);
select is(tests.suspects(14), '1:fine 3:suspect', 'REC-15: but anew where the set is changed');

select * from finish();
rollback;
