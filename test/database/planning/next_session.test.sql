begin;
select plan(3);

select tests.create_user('ada'), tests.create_user('eve');

-- Ada's routines, by a letter: A is tests.id(1), B tests.id(2), and so on.
insert into public.routines (id, user_id, name)
select tests.id(number), tests.user_id('ada'), chr(64 + number) from generate_series(1, 4) as number;

create function tests.plan_of(p_number integer, p_weeks integer, p_is_repeating boolean, p_days text)
returns void
language sql
as $$
  insert into public.plans (id, user_id, name, weeks, is_repeating, deload_weeks)
  values (tests.id(p_number), tests.user_id('ada'), 'Plan', p_weeks, p_is_repeating, array[p_weeks]);
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
    gen_random_uuid(), tests.user_id('ada'), p_routine, p_day + time '12:00' at time zone 'Europe/Berlin',
    p_day + time '13:00' at time zone 'Europe/Berlin', 'Europe/Berlin', tests.id(ascii(p_routine) - 64),
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

select * from finish();
rollback;
