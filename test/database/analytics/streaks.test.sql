begin;
select plan(19);

select tests.create_user(name)
from unnest(array['ada', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jon']) as name;

-- A plan of one week, on Monday, Wednesday and Friday, again and again; and one of two weeks, the second of rest.
create function tests.follow_plan_of(p_name text, p_mode text, p_days text, p_weeks integer default 1)
returns void
language plpgsql
as $$
declare
  v_plan_id uuid := gen_random_uuid();
begin
  insert into public.routines (id, user_id, name)
  values (tests.user_id(p_name), tests.user_id(p_name), 'Session') on conflict (id) do nothing;
  insert into public.plans (id, user_id, name, weeks, is_repeating)
  values (v_plan_id, tests.user_id(p_name), 'Plan', p_weeks, true);
  insert into public.plan_days (id, user_id, plan_id, week, weekday, routine_id)
  select gen_random_uuid(), tests.user_id(p_name), v_plan_id, 1, weekday, tests.user_id(p_name)
  from unnest(string_to_array(p_days, ' ')::integer[]) as weekday;
  insert into public.enrollments (id, user_id, plan_id, mode, starts_on)
  select
    case when count(*) = 0 then tests.user_id(p_name) else gen_random_uuid() end, tests.user_id(p_name), v_plan_id,
    p_mode, '2026-03-02'
  from public.enrollments
  where enrollments.user_id = tests.user_id(p_name);
end;
$$;

-- Trains on these days of March, within the enrollment or not.
create function tests.train_on(p_name text, p_days text, p_is_planned boolean default true)
returns void
language sql
as $$
  insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
  select
    gen_random_uuid(), tests.user_id(p_name), 'Session', (date '2026-02-28' + day) + time '12:00',
    (date '2026-02-28' + day) + time '13:00', 'UTC', case when p_is_planned then tests.user_id(p_name) end,
    case when p_is_planned then tests.user_id(p_name) end
  from unnest(string_to_array(p_days, ' ')::integer[]) as day;
$$;

-- What somebody's streaks are on a day of March: the current one, the longest one and its first day.
create function tests.daily(p_name text, p_day integer)
returns text
language sql
as $$
  select concat_ws(' ', streak ->> 'current', streak ->> 'longest', right(streak ->> 'since', 2))
  from (
    select tests.answer(p_name, format('select public.streaks(%L)', date '2026-02-28' + p_day))::jsonb -> 'daily'
  ) as asked (streak);
$$;
create function tests.weekly(p_name text, p_day integer)
returns text
language sql
as $$
  select concat_ws(
    ' ', streak ->> 'current', streak ->> 'longest', coalesce(right(streak ->> 'since', 5), '-'),
    concat(streak ->> 'training_days', '/', streak ->> 'quota')
  )
  from (
    select tests.answer(p_name, format('select public.streaks(%L)', date '2026-02-28' + p_day))::jsonb -> 'weekly'
  ) as asked (streak);
$$;

-- Without a plan
select is(
  tests.answer('ada', 'select public.streaks(''2026-03-01'')')::jsonb,
  '{"on": "2026-03-01", "daily": {"current": 0, "longest": 0, "since": null},
    "weekly": {"current": 0, "longest": 0, "since": null, "quota": 2, "training_days": 0}}',
  'STRK-01: who has not trained has no streak'
);
select tests.train_on('ada', '2 3 5', false);
select results_eq(
  $$ select day, tests.daily('ada', day) from unnest(array[2, 3, 4, 5, 6, 7]) as day $$,
  $$ values (2, '1 1 02'), (3, '2 2 02'), (4, '2 2 02'), (5, '1 2 05'), (6, '1 2 05'), (7, '0 2') $$,
  'STRK-02: without a plan, days have to follow each other; today may still come'
);

-- Calendar
select tests.follow_plan_of('bob', 'calendar', '1 3 5'), tests.train_on('bob', '2 4 6');
select results_eq(
  $$ select day, tests.daily('bob', day) from unnest(array[5, 6, 8, 9, 10]) as day $$,
  $$ values (5, '2 2 02'), (6, '3 3 02'), (8, '3 3 02'), (9, '3 3 02'), (10, '0 3') $$,
  'STRK-03: days of rest break nothing, a planned day that was missed does'
);
select tests.train_on('bob', '10');
select is(tests.daily('bob', 10), '4 4 02', 'STRK-04: until it is made up for in its week');
delete from public.workouts where user_id = tests.user_id('bob') and local_date = '2026-03-04';
select is(tests.daily('bob', 10), '2 2 06', 'STRK-05: what is deleted was never there');
select tests.train_on('bob', '4', false);
select is(
  tests.daily('bob', 10), '4 4 02', 'STRK-06: whoever trained something else on the day has trained, if not as planned'
);

-- Sequence
select tests.follow_plan_of('cat', 'sequence', '1 3 5'), tests.train_on('cat', '2');
select results_eq(
  $$ select day, tests.daily('cat', day) from unnest(array[4, 5]) as day $$, $$ values (4, '1 1 02'), (5, '0 1') $$,
  'STRK-07: in sequence mode a session is due after as many days as in the plan'
);
select tests.train_on('cat', '5 8');
select results_eq(
  $$ select day, tests.daily('cat', day) from unnest(array[5, 7, 8, 11]) as day $$,
  $$ values (5, '2 2 02'), (7, '2 2 02'), (8, '3 3 02'), (11, '3 3 02') $$,
  'STRK-08: late is not missed before the next one would be due, and what follows is due later'
);
select tests.train_on('cat', '13');
select is(tests.daily('cat', 13), '1 3 13', 'STRK-09: after that it is');

-- Pauses
select tests.follow_plan_of(name, mode, '1 3 5'), tests.train_on(name, '2 4')
from (values ('dan', 'calendar'), ('fay', 'sequence')) as people (name, mode);
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on, resumed_on)
select tests.user_id(name), tests.user_id(name), '2026-03-05', '2026-03-12' from unnest(array['dan', 'fay']) as name;
select results_eq(
  $$ select name, tests.daily(name, 11), tests.daily(name, 13), tests.daily(name, 14)
     from unnest(array['dan', 'fay']) as name $$,
  $$ values ('dan', '2 2 02', '2 2 02', '0 2'), ('fay', '2 2 02', '2 2 02', '0 2') $$,
  'STRK-10: a pause breaks nothing, and what was due in it is due behind it'
);
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on)
values (tests.user_id('dan'), tests.user_id('dan'), '2026-03-13');
select is(tests.daily('dan', 31), '2 2 02', 'STRK-11: for as long as it lasts');

-- Several plans, and plans that end
select tests.follow_plan_of('gus', 'calendar', '1 3 5'), tests.train_on('gus', '2 4 6');
select tests.follow_plan_of('gus', 'calendar', '2');
select is(tests.daily('gus', 8), '2 2 04', 'STRK-12: what either of two plans asks for counts');
update public.enrollments set status = 'cancelled', ended_at = '2026-03-06T18:00:00Z'
where user_id = tests.user_id('gus');
select results_eq(
  $$ select day, tests.daily('gus', day) from unnest(array[7, 8]) as day $$, $$ values (7, '2 2 04'), (8, '0 2') $$,
  'STRK-13: behind the end of a plan, days have to follow each other'
);

-- Weeks
select tests.train_on('hal', '2 3 9 12 17 24 28', false);
select results_eq(
  $$ select day, tests.weekly('hal', day) from unnest(array[2, 3, 15, 16, 22, 23, 28]) as day $$,
  $$
    values
      (2, '0 0 - 1/2'), (3, '1 1 03-02 2/2'), (15, '2 2 03-02 2/2'), (16, '2 2 03-02 0/2'), (22, '2 2 03-02 1/2'),
      (23, '0 2 - 0/2'), (28, '1 2 03-23 2/2')
  $$,
  'STRK-14: a week with two training days counts; one without breaks the streak when it is over'
);
update public.profile_settings set week_start = 7 where user_id = tests.user_id('hal');
select is(
  tests.weekly('hal', 28), '1 2 03-22 2/2', 'STRK-15: in weeks that begin on Sunday, as their owner has them'
);
insert into public.goals (id, user_id, kind, period, target, starts_on)
values
  (tests.id(1), tests.user_id('hal'), 'frequency', 'week', 3, '2026-03-15'),
  (tests.id(2), tests.user_id('hal'), 'frequency', 'week', 1, '2026-03-22');
select results_eq(
  $$ select day, tests.weekly('hal', day) from unnest(array[14, 21, 28]) as day $$,
  $$ values (14, '2 2 03-01 2/2'), (21, '2 2 03-01 1/3'), (28, '1 2 03-22 2/1') $$,
  'STRK-16: each week is judged by the goal that was meant in it'
);
select tests.follow_plan_of('ida', 'calendar', '1 3 5', 2), tests.train_on('ida', '2 4 6 16 18 20');
select tests.follow_plan_of('jon', 'calendar', '1'), tests.train_on('jon', '2 3 9 16 17');
select results_eq(
  $$ select tests.weekly('ida', 22), tests.daily('ida', 22), tests.weekly('jon', 22) $$,
  $$ values ('2 2 03-02 3/2', '6 6 02', '2 2 03-02 2/2') $$,
  'STRK-17: a week of rest, or one for which less was planned, neither counts nor breaks'
);

-- Whose, and when
select results_eq(
  $$
    select tests.answer(who, query)
    from (values
      ('anon', 'select public.streaks()'), ('ada', 'select public.streaks(''infinity'')'),
      ('eve', 'select public.streaks(''2026-03-05'') #>> ''{daily,longest}''')
    ) as asked (who, query)
  $$,
  $$ values ('42501'), ('invalid_field'), ('0') $$,
  'STRK-18: they are one''s own, on a day that a calendar has'
);
insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone)
select gen_random_uuid(), tests.user_id(name), 'Abroad', today + days, today + days, 'UTC'
from (select date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' as today) as clock
cross join (values ('eve', interval '1 day'), ('fay', interval '2 days')) as ahead (name, days);
select results_eq(
  $$
    select (tests.answer(name, 'select public.streaks() ->> ''on''')::date - (now() at time zone 'UTC')::date)
    from unnest(array['ada', 'eve', 'fay']) as name
  $$,
  $$ values (0), (1), (0) $$,
  'STRK-19: who is a day ahead of home, and has trained there, is in that day'
);

select * from finish();
rollback;
