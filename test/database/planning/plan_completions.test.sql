begin;
select plan(8);

-- Ada publishes a plan of two days in each of two weeks. Bob and Cid copy it.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cid']) as name;
select tests.set_visibility('ada', 'public');
delete from public.published_plans where true;
insert into public.routines (id, user_id, name) values (tests.id(1), tests.user_id('ada'), 'Push');
insert into public.routine_exercises (id, routine_id, exercise_id, position)
values (tests.id(2), tests.id(1), tests.exercise_id('push-up'), 1);
insert into public.plans (id, user_id, name, weeks, visibility)
values (tests.id(3), tests.user_id('ada'), 'Strength', 2, 'public');
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
select tests.id(10 + n), tests.id(3), 1 + n / 2, 1 + 3 * (n % 2), tests.id(1) from generate_series(0, 3) as n;
insert into public.published_plans (
  id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
)
values (
  tests.id(4), tests.user_id('ada'), 'Strength', 2, false, 2, 1, private.shared_plan_document(tests.id(3)), 'community',
  'CC0-1.0'
);

-- Copies the published plan, and follows the copy from the second of March, a Monday.
create function tests.follow_copy(p_who text, p_number integer, p_mode text)
returns text
language sql
as $$
  select tests.answer(p_who, format('select public.copy_plan(tests.id(4), tests.id(%s)) #>> ''{plan,name}''', p_number))
    || tests.answer(p_who, format(
      'select public.enroll(tests.id(%s), ''2026-03-02'', %L, tests.id(%s)) #>> ''{enrollment,status}''',
      p_number, p_mode, p_number + 1
    ));
$$;
-- Trains a session of it on a day of March, and answers what the enrollment is by then, and what the plan counts.
create function tests.train(p_who text, p_number integer, p_day integer, p_sets integer default 1)
returns text
language plpgsql
as $$
declare
  v_ended text;
begin
  v_ended := tests.answer(p_who, format('select public.log_workout(%L) is not null', jsonb_build_object(
    'id', gen_random_uuid(), 'name', 'Push', 'started_at', format('2026-03-%sT12:00Z', lpad(p_day::text, 2, '0')),
    'ended_at', format('2026-03-%sT13:00Z', lpad(p_day::text, 2, '0')),
    'time_zone', 'UTC', 'enrollment_id', tests.id(p_number + 1),
    'routine_id', (select routine_id from public.plan_days where plan_id = tests.id(p_number) limit 1),
    'exercises', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', gen_random_uuid(), 'exercise_id', tests.exercise_id('push-up'), 'position', 1,
        'sets', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'position', 1, 'reps', 10))
      )), '[]')
      from generate_series(1, p_sets)
    )
  )));
  return (
    select concat_ws(' ', v_ended, enrollments.status, published_plans.completion_count)
    from public.enrollments
    cross join public.published_plans
    where enrollments.id = tests.id(p_number + 1)
  );
end;
$$;

select tests.follow_copy('bob', 100, 'sequence');
select is(
  tests.answer('bob', 'select public.end_enrollment(tests.id(101), ''completed'') #>> ''{enrollment,status}''')
    || (select completion_count from public.published_plans),
  'completed0', 'COM-DONE-01: whoever says that they are done has not trained it'
);
select tests.follow_copy('bob', 110, 'sequence');
select results_eq(
  $$ select tests.train('bob', 110, day) from unnest(array[2, 5, 9, 12]) as day $$,
  $$ values ('true active 0'), ('true active 0'), ('true active 0'), ('true completed 1') $$,
  'COM-DONE-02: whoever trains it to its end counts'
);
select tests.follow_copy('bob', 120, 'sequence');
select results_eq(
  $$ select tests.train('bob', 120, day) from unnest(array[3, 6, 10, 13]) as day $$,
  $$ values ('true active 1'), ('true active 1'), ('true active 1'), ('true completed 1') $$,
  'COM-DONE-03: once'
);
-- All four in a day, empty ones, and a copy that was cut down to a day
select tests.follow_copy('cid', 200, 'sequence');
select results_eq(
  $$ select tests.train('cid', 200, 2) from generate_series(1, 4) $$,
  $$ values ('true active 1'), ('true active 1'), ('true active 1'), ('true completed 1') $$,
  'COM-DONE-04: sessions of one day are one of its days'
);
select tests.follow_copy('cid', 210, 'sequence');
select results_eq(
  $$ select tests.train('cid', 210, day, 0) from unnest(array[2, 5, 9, 12]) as day $$,
  $$ values ('true active 1'), ('true active 1'), ('true active 1'), ('true completed 1') $$,
  'COM-DONE-05: workouts without a set are none'
);
select tests.follow_copy('cid', 220, 'sequence');
delete from public.plan_days where plan_id = tests.id(220) and (week, weekday) <> (1, 1);
select is(
  tests.train('cid', 220, 2), 'true completed 1',
  'COM-DONE-06: nor is a copy that its owner cut down the plan that was published'
);
select tests.follow_copy('ada', 300, 'sequence');
select results_eq(
  $$ select tests.train('ada', 300, day) from unnest(array[2, 5, 9, 12]) as day $$,
  $$ values ('true active 1'), ('true active 1'), ('true active 1'), ('true completed 1') $$,
  'COM-DONE-07: an author''s own training does not count'
);
select tests.follow_copy('cid', 230, 'calendar');
select results_eq(
  $$ select tests.train('cid', 230, day) from unnest(array[2, 9, 12]) as day $$,
  $$ values ('true active 1'), ('true active 1'), ('true completed 2') $$,
  'COM-DONE-08: who missed one day of four has trained it all the same'
);

select * from finish();
rollback;
