begin;
select plan(21);

select tests.create_user('ada'), tests.create_user('bob');
select tests.become('ada');
select public.record_consent('health_data', '1', 'en');
select tests.act_as('postgres');

-- Two workouts on a Monday, one of them live, and one on Wednesday.
create function pg_temp.log(p_number integer, p_started_at timestamptz, p_minutes integer, p_rpe numeric, p_weight_kg numeric)
returns void
language plpgsql
as $$
begin
  perform tests.become('ada');
  perform public.log_workout(jsonb_build_object(
    'id', tests.id(p_number), 'name', 'W', 'started_at', p_started_at, 'time_zone', 'UTC',
    'ended_at', p_started_at + p_minutes * interval '1 minute', 'session_rpe', p_rpe,
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_number + 1), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1,
      'sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(p_number + 2), 'position', 1, 'reps', 5, 'weight_kg', p_weight_kg),
        jsonb_build_object('id', tests.id(p_number + 3), 'position', 2, 'reps', 3, 'weight_kg', p_weight_kg)
      )
    ))
  ));
  perform tests.act_as('postgres');
end;
$$;
select pg_temp.log(10, '2026-03-02 18:00Z', 60, 7.5, 100);
select pg_temp.log(20, '2026-03-02 20:00Z', null, null, 50);
select pg_temp.log(30, '2026-03-04 18:00Z', 30, null, 60);

select results_eq(
  $$
    select local_date, workouts, finished_workouts, sets, reps, volume_kg, duration_seconds, session_load
    from analytics.training_days where user_id = tests.user_id('ada') order by local_date
  $$,
  $$ values
    ('2026-03-02'::date, 2, 1, 4::bigint, 16::bigint, 1200::numeric, 3600::bigint, 450::numeric),
    ('2026-03-04'::date, 1, 1, 2::bigint, 8::bigint, 480::numeric, 1800::bigint, null)
  $$,
  'DAYS-01: a day has its workouts and sets; 60 minutes at 7.5 are a load of 450, and without an effort there is none'
);
select results_eq(
  $$
    select workouts, finished_workouts, training_days, sets, reps, volume_kg, duration_seconds, first_on, last_on
    from analytics.user_totals where user_id = tests.user_id('ada')
  $$,
  $$ values (3::bigint, 2::bigint, 2::bigint, 6::bigint, 24::bigint, 1680::numeric, 5400::bigint, '2026-03-02'::date, '2026-03-04'::date) $$,
  'DAYS-02: totals are their sum'
);
select is(
  tests.attempt('ada', $$ update public.workouts set started_at = '2026-03-01 18:00Z' where id = tests.id(30) $$), '1',
  'DAYS-03: a workout goes to another day'
);
select results_eq(
  $$ select first_on, last_on, training_days from analytics.user_totals where user_id = tests.user_id('ada') $$,
  $$ values ('2026-03-01'::date, '2026-03-02'::date, 2::bigint) $$,
  'DAYS-04: and takes the first and last day along'
);
select is(
  tests.attempt('ada', $$ delete from public.workouts where user_id = tests.user_id('ada') and id <> tests.id(20) $$), '2',
  'DAYS-05: two of three are deleted'
);
select results_eq(
  $$ select workouts, finished_workouts, sets, volume_kg from analytics.user_totals where user_id = tests.user_id('ada') $$,
  $$ values (1::bigint, 0::bigint, 2::bigint, 400::numeric) $$,
  'DAYS-06: the third is left of the totals'
);
select tests.attempt('ada', $$ delete from public.workouts where id = tests.id(20) $$);
select is_empty(
  $$
    select user_id from analytics.user_totals where user_id = tests.user_id('ada')
    union all select user_id from analytics.training_days where user_id = tests.user_id('ada')
  $$,
  'DAYS-07: of nothing nothing is left'
);

-- Body weight
create function pg_temp.weigh(p_number integer, p_at timestamptz, p_kg numeric)
returns text
language sql
as $$
  select tests.attempt('ada', format(
    'insert into public.measurements (id, type_id, value, measured_at, time_zone) values (%L, %L, %s, %L, ''UTC'')',
    tests.id(p_number), (select id from public.measurement_types where slug = 'body_weight'), p_kg, p_at
  ))
$$;
select pg_temp.weigh(51, '2026-03-02 07:00Z', 80), pg_temp.weigh(52, '2026-03-02 21:00Z', 81),
  pg_temp.weigh(53, '2026-03-10 07:00Z', 79);
select results_eq(
  $$ select local_date, weight_kg, readings from analytics.body_weight_days where user_id = tests.user_id('ada') order by 1 $$,
  $$ values ('2026-03-02'::date, 80.5::numeric(7, 3), 2), ('2026-03-10'::date, 79::numeric(7, 3), 1) $$,
  'BWD-01: a day weighs the mean of its readings'
);
select results_eq(
  $$
    select private.body_weight_on(tests.user_id('ada'), day::date)
    from unnest(array['2026-03-01', '2026-03-02', '2026-03-09', '2026-04-01']) as day
  $$,
  $$ values (null::numeric), (80.5), (80.5), (79.0) $$,
  'BWD-02: as of a day counts what was read last, and nothing before the first reading'
);
select tests.attempt('ada', $$ update public.measurements set measured_at = '2026-03-11 07:00Z' where id = tests.id(53) $$),
  tests.attempt('ada', $$ delete from public.measurements where id = tests.id(52) $$);
select results_eq(
  $$ select local_date, weight_kg, readings from analytics.body_weight_days where user_id = tests.user_id('ada') order by 1 $$,
  $$ values ('2026-03-02'::date, 80::numeric(7, 3), 1), ('2026-03-11'::date, 79::numeric(7, 3), 1) $$,
  'BWD-03: edits and deletions are followed'
);
select is(
  tests.answer('bob', 'select count(*) from analytics.body_weight_days'), '0', 'BWD-04: nobody else sees it'
);

-- Effective volume, by hand: 30 push-ups of 64 % of 80 kg; pull-ups of 100 % with 10 × 5 kg added, and 8 × 20 kg off.
select is(
  private.effective_volume_kg('bodyweight_reps', 30, 0, 0, 80, 0.64), 1536::numeric, 'EFV-01: a share of the body'
);
select is(
  private.effective_volume_kg('weighted_bodyweight', 10, 50, 0, 80, 1), 850::numeric, 'EFV-02: and what is added'
);
select is(
  private.effective_volume_kg('assisted_bodyweight', 8, 0, 160, 80, 1), 480::numeric, 'EFV-03: less the assistance'
);
select is(private.effective_volume_kg('bodyweight_reps', 30, 0, 0, null, 0.64), null, 'EFV-04: never a guess');
select is(private.effective_volume_kg('weight_reps', 5, 500, 0, null, 0), 500::numeric, 'EFV-05: loads need no body');

-- The check, and the repair
select pg_temp.log(60, '2026-03-02 18:00Z', 60, 7.5, 100);
select is(private.verify_rollups(100000), 0, 'VER-01: there is nothing to find');
update analytics.exercise_days set volume_kg = volume_kg + 1 where user_id = tests.user_id('ada');
delete from analytics.user_totals where user_id = tests.user_id('ada');
select is(private.verify_rollups(100000), 3, 'VER-02: a row that is wrong is two, that of before and after; one missing is one');
select results_eq(
  $$
    select rollup, stored is null, expected is null from private.rollup_differences
    where user_id = tests.user_id('ada') order by 1, 2
  $$,
  $$ values ('exercise_days', false, true), ('exercise_days', true, false), ('user_totals', true, false) $$,
  'VER-03: and is kept for operators'
);
select private.rebuild_rollups(tests.user_id('ada'));
select is(private.verify_rollups(100000), 0, 'VER-04: rebuilding repairs');
select is(
  (select volume_kg from analytics.user_totals where user_id = tests.user_id('ada')), 800::numeric,
  'VER-05: from what was logged'
);

select * from finish();
rollback;
