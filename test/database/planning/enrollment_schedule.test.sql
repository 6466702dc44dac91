begin;
select plan(14);

select tests.create_user('ada'), tests.create_user('eve');
insert into public.routines (id, user_id, name)
select tests.id(number), tests.user_id('ada'), chr(64 + number) from generate_series(1, 3) as number;

-- Two weeks: Monday A and B, Thursday A; then Monday C, a deload.
insert into public.plans (id, user_id, name, weeks, deload_weeks, is_repeating)
select tests.id(number), tests.user_id('ada'), 'Plan', 2, '{2}', number = 200 from unnest(array[100, 200]) as number;
insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name)
select tests.id(number + day), tests.id(number), week, weekday, position, tests.id(routine), name
from unnest(array[100, 200]) as number
cross join (values
  (1, 1, 1, 1, 1, 'Early'), (2, 1, 1, 2, 2, null), (3, 1, 4, 1, 1, null), (4, 2, 1, 1, 3, null)
) as days (day, week, weekday, position, routine, name);
insert into public.enrollments (id, user_id, plan_id, mode, starts_on)
select tests.id(number), tests.user_id('ada'), tests.id(plan), mode, '2026-03-02'
from (values (11, 100, 'calendar'), (12, 200, 'calendar'), (13, 100, 'sequence'), (14, 200, 'sequence'))
  as followed (number, plan, mode);

create function tests.train(p_enrollment integer, p_day date, p_routine text)
returns void
language sql
as $$
  insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone, routine_id, enrollment_id)
  values (
    gen_random_uuid(), tests.user_id('ada'), p_routine, p_day + time '12:00' at time zone 'UTC',
    p_day + time '13:00' at time zone 'UTC', 'UTC', tests.id(ascii(p_routine) - 64), tests.id(p_enrollment)
  );
$$;

-- The days from p_from on as Ada sees them on a day, one a word: the day of the month, what it is, and its sessions with
-- what each of them is, such as 2:done(A done, B done 3).
create function tests.schedule(p_enrollment integer, p_from date, p_days integer, p_on date)
returns text
language plpgsql
as $$
declare
  v_days jsonb;
begin
  perform tests.sign_in('ada');
  v_days := private.enrollment_days(tests.id(p_enrollment), p_from, p_from + p_days, p_on);
  perform tests.act_as('postgres');
  return (
    select string_agg(
      extract(day from (day ->> 'on')::date) || ':' || (day ->> 'status') || coalesce('(' || nullif((
        select string_agg(
          concat_ws(' ', session ->> 'name', session ->> 'status',
            case when session ->> 'done_on' <> day ->> 'on' then extract(day from (session ->> 'done_on')::date) end,
            case when (session ->> 'is_deload')::boolean then 'deload' end),
          ', '
        )
        from jsonb_array_elements(day -> 'sessions') as session
      ), '') || ')', ''),
      ' '
    )
    from jsonb_array_elements(v_days) as day
  );
end;
$$;

-- Calendar
select is(
  tests.schedule(11, '2026-02-27', 20, '2026-03-02'),
  '2:today(Early today, B today) 3:rest 4:rest 5:upcoming(A upcoming) 6:rest 7:rest 8:rest '
  || '9:upcoming(C upcoming deload) 10:rest 11:rest 12:rest 13:rest 14:rest 15:rest',
  'SCHED-CAL-01: a plan is seen from its first day to its last'
);
select tests.train(11, '2026-03-02', 'A'), tests.train(11, '2026-03-03', 'B');
select is(
  tests.schedule(11, '2026-03-02', 8, '2026-03-06'),
  '2:done(Early done, B done 3) 3:rest 4:rest 5:missed(A missed) 6:rest 7:rest 8:rest 9:upcoming(C upcoming deload)',
  'SCHED-CAL-02: what was done on another day of the week says so, and what was not is missed'
);
select tests.train(11, '2026-03-07', 'A');
select is(
  tests.schedule(11, '2026-03-05', 3, '2026-03-09'), '5:done(A done 7) 6:rest 7:rest',
  'SCHED-CAL-03: until it is made up for'
);
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on, resumed_on)
values (tests.id(12), tests.user_id('ada'), '2026-03-03', '2026-03-05');
select is(
  tests.schedule(12, '2026-03-02', 11, '2026-03-06'),
  '2:missed(Early missed, B missed) 3:paused 4:paused 5:rest 6:rest 7:upcoming(A upcoming) 8:rest 9:rest 10:rest 11:rest '
  || '12:rest',
  'SCHED-CAL-04: the days of a pause are paused, and what comes behind it moves'
);
select is(
  tests.schedule(12, '2026-03-13', 16, '2026-03-06'),
  '13:rest 14:rest 15:rest 16:upcoming(C upcoming deload) 17:rest 18:rest 19:upcoming(A upcoming) 20:rest 21:rest 22:rest '
  || '23:upcoming(Early upcoming, B upcoming) 24:rest 25:rest 26:rest 27:rest 28:rest',
  'SCHED-CAL-05: weeks after the pause begin on Wednesday, with their Monday behind their Thursday, and all repeats'
);
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on)
values (tests.id(12), tests.user_id('ada'), '2026-03-07');
update public.enrollments set status = 'paused' where id = tests.id(12);
select is(
  tests.schedule(12, '2026-03-05', 5, '2026-03-08'), '5:rest 6:rest 7:paused 8:paused 9:paused',
  'SCHED-CAL-06: of an open pause nobody knows what comes behind it'
);

-- Sequence
select is(
  tests.schedule(13, '2026-03-02', 20, '2026-03-04'),
  '2:rest 3:rest 4:today(Early today, B today) 5:rest 6:rest 7:upcoming(A upcoming) 8:rest 9:rest 10:rest '
  || '11:upcoming(C upcoming deload)',
  'SCHED-SEQ-01: a missed day shifts all that comes, at the distances of the plan'
);
select tests.train(13, '2026-03-04', 'A');
select is(
  tests.schedule(13, '2026-03-02', 20, '2026-03-05'),
  '2:rest 3:rest 4:done(Early done) 5:today(B today) 6:rest 7:rest 8:upcoming(A upcoming) 9:rest 10:rest 11:rest '
  || '12:upcoming(C upcoming deload)',
  'SCHED-SEQ-02: what is done stays on its day'
);
select tests.train(13, day, 'B') from unnest(array['2026-03-06', '2026-03-06', '2026-03-10']::date[]) as day;
select is(
  tests.schedule(13, '2026-03-02', 20, '2026-03-12'),
  '2:rest 3:rest 4:done(Early done) 5:rest 6:done(B done, A done) 7:rest 8:rest 9:rest 10:done(C done deload)',
  'SCHED-SEQ-03: and the last session is the last day'
);
select is(
  tests.schedule(14, '2026-03-05', 17, '2026-03-05'),
  '5:today(Early today, B today) 6:rest 7:rest 8:upcoming(A upcoming) 9:rest 10:rest 11:rest '
  || '12:upcoming(C upcoming deload) 13:rest 14:rest 15:rest 16:rest 17:rest 18:rest 19:upcoming(Early upcoming, B upcoming) '
  || '20:rest 21:rest',
  'SCHED-SEQ-04: a sequence that repeats goes on'
);
update public.enrollments set status = 'cancelled', ended_at = '2026-03-07T12:00:00Z' where id = tests.id(14);
select is(
  tests.schedule(14, '2026-03-05', 17, '2026-03-10'), '5:rest 6:rest 7:rest',
  'SCHED-END-01: of what has ended nothing is due, and its last day is its last'
);

-- The RPC
select is(
  tests.answer('ada', $$ select public.enrollment_schedule(tests.id(13), '2026-03-04', '2026-03-05') $$)::jsonb
    #- '{days,0,sessions,0,workout_id}',
  jsonb_build_object('from', '2026-03-04', 'to', '2026-03-05', 'days', jsonb_build_array(jsonb_build_object(
    'on', '2026-03-04', 'status', 'done', 'sessions', jsonb_build_array(jsonb_build_object(
      'plan_day_id', tests.id(101), 'routine_id', tests.id(1), 'name', 'Early', 'week', 1, 'cycle', 1,
      'session_number', 1, 'is_deload', false, 'status', 'done', 'done_on', '2026-03-04'
    ))
  ))),
  'SCHED-RPC-01: what clients get'
);
select results_eq(
  $$
    select tests.answer(who, format('select public.enrollment_schedule(tests.id(13), %L, %L)', starts, ends))
    from (values
      ('ada', '2026-03-04', '2026-03-04'), ('ada', '2026-01-01', '2027-02-06'), ('ada', null, '2026-03-04'),
      ('eve', '2026-03-04', '2026-03-05')
    ) as asked (who, starts, ends)
  $$,
  $$ values ('invalid_field'), ('invalid_field'), ('invalid_field'), ('id_unusable') $$,
  'SCHED-RPC-02: from 1 to 400 days at once, of one''s own'
);
select is(
  tests.answer('anon', $$ select public.enrollment_schedule(tests.id(13), '2026-03-04', '2026-03-05') $$), '42501',
  'SCHED-RPC-03: with an account'
);

select * from finish();
rollback;
