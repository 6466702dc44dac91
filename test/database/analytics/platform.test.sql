begin;
select plan(13);

-- A dozen people begin in a month long past, where nobody else trains; nine of them go on in the next, and eleven squat.
select tests.create_user('person' || number) from generate_series(1, 12) as number;
select tests.create_user('admin'), tests.create_user('moderator');
insert into public.user_roles (user_id, role)
values
  (tests.user_id('admin'), 'admin'), (tests.user_id('moderator'), 'moderator'), (tests.user_id('person12'), 'admin');

create function pg_temp.train(p_number integer, p_on date, p_exercise_id uuid)
returns void
language plpgsql
as $$
declare
  v_workout_id uuid := gen_random_uuid();
  v_exercise_id uuid := gen_random_uuid();
begin
  perform tests.sign_in('person' || p_number);
  insert into public.workouts (id, name, started_at, ended_at, time_zone)
  values (v_workout_id, 'W', p_on + time '18:00', p_on + time '19:00', 'UTC');
  insert into public.workout_exercises (id, workout_id, exercise_id, position)
  values (v_exercise_id, v_workout_id, p_exercise_id, 1);
  insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
  values (gen_random_uuid(), v_exercise_id, 1, 5, 100), (gen_random_uuid(), v_exercise_id, 2, 5, 100);
  perform tests.act_as('postgres');
end;
$$;
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('person12'), 'Secret Lift', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
select pg_temp.train(
  number, '1990-05-10',
  case when number = 12 then tests.id(1) else tests.exercise_id('barbell-back-squat') end
) from generate_series(1, 12) as number;
select pg_temp.train(number, '1990-05-20', tests.exercise_id('barbell-bench-press')) from generate_series(1, 9) as number;
select pg_temp.train(number, '1990-06-10', tests.exercise_id('barbell-bench-press')) from generate_series(1, 9) as number;
select pg_temp.train(number, '1990-07-10', tests.exercise_id('barbell-bench-press')) from generate_series(1, 10) as number;

create function pg_temp.days(p_from date, p_to date)
returns setof jsonb
language sql
as $$
  select jsonb_array_elements(
    tests.answer('admin', format('select public.platform_activity(%L, %L)', p_from, p_to))::jsonb -> 'days'
  )
$$;
select results_eq(
  $$ select day from pg_temp.days('1990-05-10', '1990-05-11') as day $$,
  $$ values ('{"day": "1990-05-10", "daily_users": 12, "weekly_users": 12, "monthly_users": 12, "workouts": 12}'::jsonb) $$,
  'PLT-01: twelve people on a day are counted'
);
select results_eq(
  $$ select day from pg_temp.days('1990-05-20', '1990-05-21') as day $$,
  $$ values ('{"day": "1990-05-20", "daily_users": null, "weekly_users": null, "monthly_users": 12, "workouts": null}'::jsonb) $$,
  'PLT-02: nine are not, nor what they did'
);
select is(
  (select count(*) from pg_temp.days('1990-05-01', '1990-06-01')), 31::bigint, 'PLT-03: days on which nobody trained are there'
);
select is(
  tests.answer('admin', $$ select public.platform_retention('1990-05-31', 1) -> 'cohorts' -> 0 $$)::jsonb,
  '{"month": "1990-05-01", "users": 12, "months": [
    {"number": 0, "users": 12, "share": 1}, {"number": 1, "users": null, "share": null},
    {"number": 2, "users": 10, "share": 0.8333}
  ]}'::jsonb,
  'PLT-04: of twelve who began, nine in the next month are too few to tell, and ten in the one after are five sixths'
);
select pg_temp.train(1, '1990-04-10', tests.exercise_id('barbell-bench-press'));
select is(
  tests.answer('admin', $$ select public.platform_retention('1990-04-01', 1) -> 'cohorts' $$)::jsonb,
  '[{"month": "1990-04-01", "users": null, "months": []}]'::jsonb,
  'PLT-05: a cohort of one has no figures'
);
select is(
  tests.answer('admin', $$ select public.platform_exercises('1990-05-15') -> 'exercises' $$)::jsonb,
  jsonb_build_array(jsonb_build_object(
    'exercise_id', tests.exercise_id('barbell-back-squat'), 'name', 'Barbell Back Squat', 'users', 11, 'sets', 22
  )),
  'PLT-06: eleven squatted; nine who benched, and what one made up, are not told'
);
select is(
  tests.answer('admin', $$ select public.platform_exercises('1990-01-15') -> 'exercises' $$), '[]', 'PLT-07: nor is nothing a fault'
);

-- For admins alone, of whom a moderator is none.
select results_eq(
  $$
    select who, tests.answer(who, call)
    from unnest(array['person1', 'moderator', 'anon']) with ordinality as asking (who, number)
    cross join unnest(array[
      'select public.platform_activity(''1990-05-10'', ''1990-05-11'')', 'select public.platform_retention(''1990-05-01'')',
      'select public.platform_exercises(''1990-05-01'')'
    ]) with ordinality as calls (call, call_number)
    order by number, call_number
  $$,
  $$
    select who, answer
    from (values (1, 'person1', 'not_allowed'), (2, 'moderator', 'not_allowed'), (3, 'anon', '42501'))
      as expected (number, who, answer)
    cross join generate_series(1, 3)
    order by number
  $$,
  'PLT-08: whoever is no admin is refused'
);
select results_eq(
  $$
    select tests.answer('person1', call)
    from unnest(array[
      'select private.count_activity(''1990-05-10'', ''1990-05-11'')', 'select private.count_retention(''1990-05-01'', 1)',
      'select private.count_exercises(''1990-05-01'', 1)', 'select private.at_least_ten(1)'
    ]) as call
  $$,
  $$ values ('not_allowed'), ('not_allowed'), ('not_allowed'), ('42501') $$,
  'PLT-09: behind the API too'
);
delete from public.user_roles where user_id = tests.user_id('admin');
select is(
  tests.answer('admin', 'select public.platform_exercises(''1990-05-01'')'), 'not_allowed',
  'PLT-10: a role that was revoked is none at once'
);
insert into public.user_roles (user_id, role) values (tests.user_id('admin'), 'admin');

-- What is no question
select is(tests.answer('admin', $$ select public.platform_activity('1990-01-01', '1992-01-01') $$), 'invalid_field', 'PLT-11: two years of days');
select is(tests.answer('admin', $$ select public.platform_retention('1990-01-01', 25) $$), 'invalid_field', 'PLT-12: more than 24 cohorts');
select is(tests.answer('admin', $$ select public.platform_exercises('infinity') $$), 'invalid_field', 'PLT-13: a month that never comes');

select * from finish();
rollback;
