begin;
select plan(10);

select tests.create_user(name) from unnest(array['ada', 'bob', 'cat', 'eve']) as name;
-- Monday A, Wednesday B, Friday C, again and again.
insert into public.routines (id, user_id, name)
select tests.id(number * 10 + routine), tests.user_id(name), chr(64 + routine)
from (values (1, 'ada'), (2, 'bob'), (3, 'cat')) as people (number, name)
cross join generate_series(1, 3) as routine;
insert into public.plans (id, user_id, name, is_repeating)
select tests.id(100 * number), tests.user_id(name), 'Plan', true
from (values (1, 'ada'), (2, 'bob'), (3, 'cat')) as people (number, name);
insert into public.plan_days (id, user_id, plan_id, week, weekday, routine_id)
select gen_random_uuid(), plans.user_id, plans.id, 1, 2 * routine - 1, tests.id(number * 10 + routine)
from generate_series(1, 3) as number
join public.plans on plans.id = tests.id(100 * number)
cross join generate_series(1, 3) as routine;
insert into public.enrollments (id, user_id, plan_id, mode, starts_on)
select tests.id(number), plans.user_id, plans.id, mode, '2026-03-02'
from (values (1, 'calendar'), (2, 'sequence'), (3, 'sequence')) as followed (number, mode)
join public.plans on plans.id = tests.id(100 * number);

-- Sessions as a list of days of March and routines: '2A 5B'.
create function tests.train_as(p_number integer, p_sessions text)
returns void
language sql
as $$
  insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
  select
    gen_random_uuid(), enrollments.user_id, 'Session', '2026-02-28T12:00:00Z'::timestamptz + done.days,
    '2026-02-28T13:00:00Z'::timestamptz + done.days, 'UTC',
    tests.id(10 * p_number + ascii(right(session, 1)) - 64), enrollments.id
  from public.enrollments
  cross join unnest(string_to_array(p_sessions, ' ')) as session
  cross join lateral (select make_interval(days => rtrim(session, 'ABC')::integer) as days) as done
  where enrollments.id = tests.id(p_number);
$$;

-- planned = done + missed + upcoming, moved, extra, in order, and the share
create function tests.adherence(p_name text, p_from integer, p_to integer, p_on integer)
returns text
language sql
as $$
  select concat_ws(
    ' ', item ->> 'planned', '=', item ->> 'done', '+', item ->> 'missed', '+', item ->> 'upcoming', item ->> 'moved',
    item ->> 'extra', coalesce(item ->> 'in_order', '-'), coalesce(item ->> 'share', '-')
  )
  from (
    select tests.answer(p_name, format(
      'select public.adherence(%L, %L, %L) #> ''{enrollments,0}''', date '2026-02-28' + p_from,
      date '2026-02-28' + p_to, date '2026-02-28' + p_on
    ))::jsonb
  ) as asked (item);
$$;

-- Calendar: Wednesday's on Thursday, Friday's not at all, and two on the second Wednesday.
select is(
  tests.adherence('ada', 2, 16, 2), '6 = 0 + 0 + 6 0 0 - -',
  'ADH-CAL-01: nothing is missed on the day on which it begins'
);
select tests.train_as(1, '2A 5B 9A 11B 11B');
select is(
  tests.adherence('ada', 2, 16, 12), '6 = 4 + 1 + 1 1 1 - 0.8000',
  'ADH-CAL-02: what was planned was done, late too, or missed, or is to come; more than that is extra'
);
select is(
  tests.adherence('ada', 5, 9, 12), '1 = 0 + 1 + 0 0 0 - 0.0000',
  'ADH-CAL-03: days that are asked for alone: Thursday''s workout did Wednesday''s session, and is not extra'
);
select is(
  tests.adherence('ada', 2, 16, 4), '6 = 1 + 0 + 5 0 0 - 1.0000', 'ADH-CAL-04: as it was seen on a day before'
);

-- Sequence: each session as many days after the one before as in the plan, but the second, a day late.
select tests.train_as(2, '2A 5B 7C 10B');
select is(
  tests.adherence('bob', 2, 16, 12), '6 = 4 + 1 + 1 1 0 3 0.8000',
  'ADH-SEQ-01: the plan has five sessions in eleven days, of which four were done, one on another day, one out of order'
);
select is(
  tests.adherence('bob', 6, 13, 12), '3 = 2 + 0 + 1 0 0 1 1.0000',
  'ADH-SEQ-02: days that are asked for alone begin with what was next then'
);
select tests.train_as(2, '11B 12A');
select is(
  tests.adherence('bob', 2, 16, 12), '6 = 5 + 0 + 1 3 1 4 1.0000', 'ADH-SEQ-03: who is ahead of the plan misses nothing'
);
select tests.train_as(3, '2A');
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on, resumed_on)
values (tests.id(3), tests.user_id('cat'), '2026-03-04', '2026-03-11');
select is(
  tests.adherence('cat', 2, 16, 12), '3 = 1 + 1 + 1 0 0 1 0.5000', 'ADH-SEQ-04: in a pause nothing is planned'
);

-- The RPC
update public.enrollments set status = 'cancelled', ended_at = '2026-03-05T18:00:00Z' where id = tests.id(1);
select results_eq(
  $$
    select tests.answer(who, format('select public.adherence(%L, %L, ''2026-03-12'')', starts, ends))::jsonb
    from (values
      ('ada', '2026-03-02', '2026-03-16'), ('ada', '2026-03-06', '2026-03-16'), ('eve', '2026-03-02', '2026-03-16')
    ) as asked (who, starts, ends)
  $$,
  $$
    values
      (jsonb_build_object(
        'from', '2026-03-02', 'to', '2026-03-16', 'on', '2026-03-12', 'planned', 4, 'done', 4, 'missed', 0,
        'share', 1.0000, 'enrollments', jsonb_build_array(jsonb_build_object(
          'enrollment_id', tests.id(1), 'plan_id', tests.id(100), 'plan_name', 'Plan', 'mode', 'calendar', 'planned', 4,
          'done', 4, 'missed', 0, 'upcoming', 0, 'moved', 1, 'extra', 1, 'in_order', null, 'share', 1.0000
        ))
      )),
      (jsonb_build_object(
        'from', '2026-03-06', 'to', '2026-03-16', 'on', '2026-03-12', 'planned', 0, 'done', 0, 'missed', 0,
        'share', null, 'enrollments', '[]'::jsonb
      )),
      (jsonb_build_object(
        'from', '2026-03-02', 'to', '2026-03-16', 'on', '2026-03-12', 'planned', 0, 'done', 0, 'missed', 0,
        'share', null, 'enrollments', '[]'::jsonb
      ))
  $$,
  'ADH-RPC-01: what clients get: nothing more of what has ended, and nothing of somebody else''s'
);
select results_eq(
  $$
    select tests.answer(who, format('select public.adherence(%L, %L)', starts, ends))
    from (values
      ('anon', '2026-03-02', '2026-03-16'), ('ada', '2026-03-02', '2026-03-02'), ('ada', '2026-01-01', '2027-02-06'),
      ('ada', null, '2026-03-16')
    ) as asked (who, starts, ends)
  $$,
  $$ values ('42501'), ('invalid_field'), ('invalid_field'), ('invalid_field') $$,
  'ADH-RPC-02: with an account, from 1 to 400 days at once'
);

select * from finish();
rollback;
