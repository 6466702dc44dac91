begin;
select plan(32);

select tests.create_user('ada'), tests.create_user('eve');

-- Ada's routines, by a letter: A is tests.id(1), B tests.id(2), and so on.
insert into public.routines (id, user_id, name)
select tests.id(number), tests.user_id('ada'), chr(64 + number) from generate_series(1, 4) as number;

create function tests.plan_of(p_number integer, p_weeks integer, p_is_repeating boolean, p_days text)
returns void
language sql
as $$
  insert into public.plans (id, user_id, name, weeks, is_repeating, deload_weeks)
  values (tests.id(p_number), tests.user_id('ada'), 'Plan', p_weeks, p_is_repeating, case when p_weeks > 1 then array[p_weeks] else '{}' end);
  -- Days as 'week.weekday routine', such as '1.1 A, 1.3 B'; - is a rest day.
  insert into public.plan_days (id, plan_id, week, weekday, position, routine_id)
  select
    tests.id(p_number + ordinal::integer), tests.id(p_number), split_part(day, '.', 1)::smallint,
    substr(day, 3, 1)::smallint,
    row_number() over (partition by left(day, 3) order by ordinal),
    case when right(day, 1) <> '-' then tests.id(ascii(right(day, 1)) - 64) end
  from unnest(string_to_array(p_days, ', ')) with ordinality as days (day, ordinal);
$$;

create function tests.follow_plan(p_number integer, p_plan integer, p_mode text, p_starts_on date)
returns void
language sql
as $$
  insert into public.enrollments (id, user_id, plan_id, mode, starts_on)
  values (tests.id(p_number), tests.user_id('ada'), tests.id(p_plan), p_mode, p_starts_on);
$$;

-- Ada trains at noon in Berlin.
create function tests.train(p_enrollment integer, p_day date, p_routine text)
returns void
language sql
as $$
  insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
  values (
    gen_random_uuid(), tests.user_id('ada'), p_routine, (p_day + time '12:00') at time zone 'Europe/Berlin',
    (p_day + time '13:00') at time zone 'Europe/Berlin', 'Europe/Berlin', tests.id(ascii(p_routine) - 64),
    tests.id(p_enrollment)
  );
$$;

create function tests.pause(p_enrollment integer, p_paused_on date, p_resumed_on date)
returns void
language sql
as $$
  insert into public.enrollment_pauses (enrollment_id, user_id, paused_on, resumed_on)
  values (tests.id(p_enrollment), tests.user_id('ada'), p_paused_on, p_resumed_on);
$$;

-- What Ada has next on each of some days: '03-02 → 03-04 B 1.1 #2', the day asked, the day due, the routine, the week
-- with its cycle, the number of the session.
create function tests.next_on(p_enrollment integer, variadic p_days date[])
returns setof text
language plpgsql
as $$
begin
  perform tests.sign_in('ada');
  return query
    select format('%s → %s', to_char(day, 'MM-DD'), coalesce(
      concat_ws(' ', to_char(next.scheduled_on, 'MM-DD'), routines.name,
        next.cycle || '.' || next.week, '#' || next.session_number, case when next.is_deload then 'deload' end),
      ''
    ) || case when next.status <> 'active' then next.status else '' end)
    from unnest(p_days) with ordinality as days (day, ordinal)
    cross join lateral private.next_session(tests.id(p_enrollment), day) as next
    left join public.routines on routines.id = next.routine_id
    order by ordinal;
  perform tests.act_as('postgres');
end;
$$;

-- Two weeks, Monday A, Wednesday B, Friday A, then A, B, B; the second is a deload. 2 March 2026 is a Monday.
select tests.plan_of(100, 2, false, '1.1 A, 1.3 B, 1.5 A, 1.7 -, 2.1 A, 2.3 B, 2.5 B');
select tests.follow_plan(1, 100, 'calendar', '2026-03-02');
select results_eq(
  $$ select * from tests.next_on(1, '2026-02-20', '2026-03-02', '2026-03-03', '2026-03-06', '2026-03-07', '2026-03-13',
    '2026-03-14') $$,
  $$ values
    ('02-20 → 03-02 A 1.1 #1'), ('03-02 → 03-02 A 1.1 #1'), ('03-03 → 03-04 B 1.1 #2'), ('03-06 → 03-06 A 1.1 #3'),
    ('03-07 → 03-09 A 1.2 #4 deload'), ('03-13 → 03-13 B 1.2 #6 deload'), ('03-14 → completed') $$,
  'NEXT-CAL-01: a day that passes is missed, and the last one ends the plan'
);
select tests.train(1, '2026-03-02', 'A'), tests.train(1, '2026-03-05', 'B');
select results_eq(
  $$ select * from tests.next_on(1, '2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06') $$,
  $$ values
    ('03-02 → 03-06 A 1.1 #3'), ('03-04 → 03-06 A 1.1 #3'), ('03-05 → 03-06 A 1.1 #3'), ('03-06 → 03-06 A 1.1 #3') $$,
  'NEXT-CAL-02: a session is done on its day, or late in its week'
);
select tests.train(1, '2026-03-10', 'B'), tests.train(1, '2026-03-11', 'B');
select results_eq(
  $$ select * from tests.next_on(1, '2026-03-10', '2026-03-12') $$,
  $$ values ('03-10 → completed'), ('03-12 → completed') $$,
  'NEXT-CAL-03: the one of the day goes to that day, and the spare one does Friday''s early'
);

-- Calendar, begun in the middle of a week
select tests.plan_of(200, 1, false, '1.1 A, 1.3 B, 1.5 A');
select tests.follow_plan(2, 200, 'calendar', '2026-03-04');
select results_eq(
  $$ select * from tests.next_on(2, '2026-03-02', '2026-03-05', '2026-03-07', '2026-03-10') $$,
  $$ values
    ('03-02 → 03-04 B 1.1 #1'), ('03-05 → 03-06 A 1.1 #2'), ('03-07 → 03-09 A 1.1 #3'), ('03-10 → completed') $$,
  'NEXT-CAL-04: a week of the plan is seven days from its start, whichever weekday that is'
);

-- Two sessions a day, the second of them of the same routine on Tuesday
select tests.plan_of(300, 1, false, '1.1 A, 1.1 B, 1.2 C, 1.2 C');
select tests.follow_plan(3, 300, 'calendar', '2026-03-02');
select results_eq($$ select * from tests.next_on(3, '2026-03-02') $$, $$ values ('03-02 → 03-02 A 1.1 #1') $$,
  'NEXT-CAL-05: of two sessions a day the first comes first');
insert into public.workouts (id, user_id, name, started_at, time_zone, routine_id, enrollment_id)
values (tests.id(97), tests.user_id('ada'), 'A', '2026-03-02T12:00:00Z', 'UTC', tests.id(1), tests.id(3));
select results_eq($$ select * from tests.next_on(3, '2026-03-02') $$, $$ values ('03-02 → 03-02 A 1.1 #1') $$,
  'NEXT-CAL-10: also while it goes on');
update public.workouts set ended_at = '2026-03-02T13:00:00Z' where id = tests.id(97);
select results_eq($$ select * from tests.next_on(3, '2026-03-02') $$, $$ values ('03-02 → 03-02 B 1.1 #2') $$,
  'NEXT-CAL-06: then the second');
select tests.train(3, '2026-03-03', 'C');
select results_eq($$ select * from tests.next_on(3, '2026-03-03') $$, $$ values ('03-03 → 03-03 C 1.1 #4') $$,
  'NEXT-CAL-07: and one workout does one session');

-- Pauses. Of a whole week, from Wednesday to Wednesday:
select tests.follow_plan(4, 100, 'calendar', '2026-03-02'), tests.pause(4, '2026-03-04', '2026-03-11');
select results_eq(
  $$ select * from tests.next_on(4, '2026-03-03', '2026-03-12', '2026-03-14', '2026-03-17', '2026-03-20', '2026-03-21') $$,
  $$ values
    ('03-03 → 03-11 B 1.1 #2'), ('03-12 → 03-13 A 1.1 #3'), ('03-14 → 03-16 A 1.2 #4 deload'),
    ('03-17 → 03-18 B 1.2 #5 deload'), ('03-20 → 03-20 B 1.2 #6 deload'), ('03-21 → completed') $$,
  'NEXT-PAUSE-01: what is due behind a pause moves by its length'
);
-- Of three days: Wednesday the 4th becomes Saturday the 7th, Friday the 6th Monday the 9th. The second week begins on
-- Thursday the 12th, and has its Friday before its Monday and Wednesday.
select tests.follow_plan(5, 100, 'calendar', '2026-03-02'), tests.pause(5, '2026-03-04', '2026-03-07');
select results_eq(
  $$ select * from tests.next_on(5, '2026-03-03', '2026-03-08', '2026-03-10', '2026-03-14', '2026-03-17', '2026-03-19') $$,
  $$ values
    ('03-03 → 03-07 B 1.1 #2'), ('03-08 → 03-09 A 1.1 #3'), ('03-10 → 03-13 B 1.2 #4 deload'),
    ('03-14 → 03-16 A 1.2 #5 deload'), ('03-17 → 03-18 B 1.2 #6 deload'), ('03-19 → completed') $$,
  'NEXT-PAUSE-02: and the weeks after it keep their weekdays'
);
-- A second one, before what the first one moved:
select tests.pause(4, '2026-03-13', '2026-03-20');
select results_eq(
  $$ select * from tests.next_on(4, '2026-03-03', '2026-03-12', '2026-03-21') $$,
  $$ values ('03-03 → 03-11 B 1.1 #2'), ('03-12 → 03-20 A 1.1 #3'), ('03-21 → 03-23 A 1.2 #4 deload') $$,
  'NEXT-PAUSE-03: pauses add up'
);
-- A workout on the moved day does the moved session.
select tests.train(4, '2026-03-20', 'A');
select results_eq(
  $$ select * from tests.next_on(4, '2026-03-20') $$, $$ values ('03-20 → 03-23 A 1.2 #4 deload') $$,
  'NEXT-PAUSE-04: the week of the plan goes on behind its pause'
);
select tests.pause(5, '2026-03-13', null);
update public.enrollments set status = 'paused' where id = tests.id(5);
select results_eq(
  $$ select * from tests.next_on(5, '2026-03-10', '2026-03-14') $$, $$ values ('03-10 → paused'), ('03-14 → paused') $$,
  'NEXT-PAUSE-05: while a pause is open nothing is next'
);

-- Repeating
select tests.plan_of(400, 1, true, '1.1 A'), tests.follow_plan(6, 400, 'calendar', '2026-03-02');
select tests.train(6, '2026-03-08', 'A'), tests.train(6, '2026-03-09', 'A');
select results_eq(
  $$ select * from tests.next_on(6, '2026-03-02', '2026-03-09', '2026-03-10', '2027-03-01') $$,
  $$ values
    ('03-02 → 03-16 A 3.1 #3'), ('03-09 → 03-16 A 3.1 #3'), ('03-10 → 03-16 A 3.1 #3'),
    ('03-01 → 03-01 A 53.1 #53') $$,
  'NEXT-REP-01: a plan that repeats begins anew: Sunday''s workout was the Monday before it, and a year is 52 cycles'
);

-- Sequence
select tests.follow_plan(11, 100, 'sequence', '2026-03-02');
select results_eq(
  $$ select * from tests.next_on(11, '2026-02-20', '2026-03-02', '2026-03-05') $$,
  $$ values ('02-20 → 03-02 A 1.1 #1'), ('03-02 → 03-02 A 1.1 #1'), ('03-05 → 03-05 A 1.1 #1') $$,
  'NEXT-SEQ-01: a day that passes shifts the session'
);
select tests.train(11, '2026-03-05', 'A');
select results_eq(
  $$ select * from tests.next_on(11, '2026-03-05', '2026-03-07', '2026-03-10') $$,
  $$ values ('03-05 → 03-07 B 1.1 #2'), ('03-07 → 03-07 B 1.1 #2'), ('03-10 → 03-10 B 1.1 #2') $$,
  'NEXT-SEQ-02: the next is due as long after the last as in the plan'
);
insert into public.workouts (id, user_id, name, started_at, time_zone, routine_id, enrollment_id)
values (tests.id(99), tests.user_id('ada'), 'B', '2026-03-10T12:00:00Z', 'UTC', tests.id(2), tests.id(11));
select results_eq(
  $$ select * from tests.next_on(11, '2026-03-10') $$, $$ values ('03-10 → 03-10 B 1.1 #2') $$,
  'NEXT-SEQ-03: a workout that goes on has done nothing yet'
);
update public.workouts set ended_at = '2026-03-10T13:00:00Z' where id = tests.id(99);
select tests.train(11, '2026-03-10', 'D'), tests.train(11, '2026-03-14', 'A');
select results_eq(
  $$ select * from tests.next_on(11, '2026-03-14', '2026-03-20') $$,
  $$ values ('03-14 → 03-16 B 1.2 #5 deload'), ('03-20 → 03-20 B 1.2 #5 deload') $$,
  'NEXT-SEQ-04: each finished workout does one session, whatever was trained'
);
select tests.train(11, '2026-03-20', 'B');
select is((select status from public.enrollments where id = tests.id(11)), 'active', 'NEXT-SEQ-05: until the last one');
select tests.train(11, '2026-03-22', 'B');
select results_eq(
  $$ select status, ended_at from public.enrollments where id = tests.id(11) $$,
  $$ values ('completed', timestamptz '2026-03-22T13:00+01:00') $$,
  'NEXT-SEQ-06: which completes the enrollment, when it ended'
);
update public.enrollments set status = 'active', ended_at = null where id = tests.id(11);
select results_eq(
  $$ select * from tests.next_on(11, '2026-03-23') $$, $$ values ('03-23 → completed') $$,
  'NEXT-SEQ-07: and there is none after it, whatever the row says'
);
delete from public.workouts where enrollment_id = tests.id(11) and local_date = '2026-03-05';
select results_eq(
  $$ select * from tests.next_on(11, '2026-03-23') $$, $$ values ('03-23 → 03-24 B 1.2 #6 deload') $$,
  'NEXT-SEQ-08: an edit of history is as if it had always been so'
);

select tests.plan_of(500, 1, true, '1.1 A, 1.3 B'), tests.follow_plan(12, 500, 'sequence', '2026-03-02');
select tests.train(12, '2026-03-02', 'A'), tests.train(12, '2026-03-04', 'B'), tests.train(12, '2026-03-09', 'A');
select results_eq(
  $$ select * from tests.next_on(12, '2026-03-09') $$, $$ values ('03-09 → 03-11 B 2.1 #4') $$,
  'NEXT-REP-02: a sequence that repeats begins anew'
);
delete from public.workouts where enrollment_id = tests.id(12) and local_date = '2026-03-09';
select results_eq(
  $$ select * from tests.next_on(12, '2026-03-04') $$, $$ values ('03-04 → 03-09 A 2.1 #3') $$,
  'NEXT-REP-03: Monday comes five days after Wednesday'
);

-- The last session in the calendar
select tests.train(2, '2026-03-04', 'B');
select is((select status from public.enrollments where id = tests.id(2)), 'active', 'NEXT-CAL-08: a plan goes on');
select tests.train(2, '2026-03-09', 'A');
select is(
  (select status from public.enrollments where id = tests.id(2)), 'completed',
  'NEXT-CAL-09: until its last day, though one was missed'
);

-- Days of the user: day_start_hour, zones, and the night in which clocks move
update public.profile_settings set day_start_hour = 4 where user_id = tests.user_id('ada');
select tests.plan_of(600, 4, false, '4.7 A'), tests.follow_plan(7, 600, 'calendar', '2026-03-02');
insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
values (
  tests.id(98), tests.user_id('ada'), 'A', '2026-03-29T23:30:00Z', '2026-03-30T00:30:00Z', 'Europe/Berlin', tests.id(1),
  tests.id(7)
);
select results_eq(
  $$ select * from tests.next_on(7, '2026-03-29') $$, $$ values ('03-29 → completed') $$,
  'NEXT-DAY-01: half past one in the night is the day before, as the user counts'
);
select results_eq(
  $$
    with moved as (
      update public.profile_settings set time_zone = zone
      from (values ('Pacific/Kiritimati')) as zones (zone) where user_id = tests.user_id('ada')
      returning day_start_hour
    )
    select 1 from moved
  $$,
  'values (1)', 'NEXT-DAY-02: who moves to another zone'
);
select is(
  tests.answer('ada', 'select private.own_today()'),
  private.local_date(now(), 'Pacific/Kiritimati', 4::smallint)::text,
  'NEXT-DAY-03: has today as it is there'
);

-- Ends
update public.enrollments set status = 'cancelled', ended_at = now() where id = tests.id(12);
select results_eq(
  $$ select * from tests.next_on(12, '2026-03-04') $$, $$ values ('03-04 → cancelled') $$,
  'NEXT-END-01: what is cancelled has nothing next'
);
update public.plan_days set routine_id = null where plan_id = tests.id(400);
select results_eq(
  $$ select * from tests.next_on(6, '2026-03-04') $$, $$ values ('03-04 → completed') $$,
  'NEXT-END-02: nor has a plan without sessions'
);
select is(
  tests.answer('eve', 'select count(*) from private.next_session(tests.id(4), ''2026-03-02'')'), '0',
  'NEXT-RLS-01: and to others there is none'
);

select * from finish();
rollback;
