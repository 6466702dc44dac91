begin;
select plan(28);

-- Eve attacks; Ada has what she wants. docs/security/definer-ledger.md cites the ids.
select tests.create_user(name) from unnest(array['ada', 'eve', 'mod']) as name;
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');

-- Each has a routine, a plan of two sessions, one without any, and a gym.
create function tests.own_plan(p_name text, p_number integer)
returns void
language sql
as $$
  insert into public.routines (id, user_id, name) values (tests.id(p_number), tests.user_id(p_name), 'A');
  insert into public.plans (id, user_id, name) values
    (tests.id(p_number + 1), tests.user_id(p_name), 'Two a week'), (tests.id(p_number + 2), tests.user_id(p_name), 'Rest');
  insert into public.plan_days (id, plan_id, week, weekday, routine_id) values
    (tests.id(p_number + 3), tests.id(p_number + 1), 1, 1, tests.id(p_number)),
    (tests.id(p_number + 4), tests.id(p_number + 1), 1, 4, tests.id(p_number)),
    (tests.id(p_number + 5), tests.id(p_number + 2), 1, 1, null);
  insert into public.gyms (id, user_id, name) values (tests.id(p_number + 6), tests.user_id(p_name), 'Home');
$$;
select tests.own_plan('ada', 100), tests.own_plan('eve', 200);

-- What becomes of an enrollment in a call of one of the RPCs: some of its answer, or key and path of the refusal.
create function tests.call(p_who text, p_call text)
returns text
language plpgsql
as $$
declare
  v_answer jsonb;
  v_detail text;
begin
  perform tests.become(p_who);
  begin
    execute format('select public.%s', p_call) into v_answer;
  exception
    when others then
      get stacked diagnostics v_detail = pg_exception_detail;
      perform tests.act_as('postgres');
      return concat_ws(' ', case when sqlstate like 'PT%' then sqlerrm else sqlstate end,
        case when v_detail like '{%' then v_detail::jsonb ->> 'path' end);
  end;
  perform tests.act_as('postgres');
  return concat_ws(' ',
    v_answer #>> '{enrollment,status}',
    'next ' || (v_answer #>> '{enrollment,next_session,session_number}'),
    'pauses ' || nullif((
      select string_agg(concat_ws('..', pause ->> 'paused_on', coalesce(pause ->> 'resumed_on', '')), ', ')
      from jsonb_array_elements(v_answer #> '{enrollment,pauses}') as pause
    ), '')
  );
end;
$$;
create function tests.days_ago(p_days integer)
returns text
language sql
as $$
  select quote_literal((now() at time zone 'UTC')::date - p_days);
$$;

-- Enrolling
select is(
  tests.answer('ada', $$
    select public.enroll(tests.id(101), '2100-03-01', 'calendar', tests.id(1), tests.id(106), '{"019a0000-0000-7000-8000-000000000001": 62.5}')
  $$)::jsonb,
  jsonb_build_object('enrollment', jsonb_build_object(
    'id', tests.id(1), 'version', 1, 'plan_id', tests.id(101), 'plan_name', 'Two a week', 'mode', 'calendar',
    'starts_on', '2100-03-01', 'gym_id', tests.id(106),
    'start_weights', jsonb_build_object(tests.id(1), 62.5), 'status', 'active', 'ended_at', null, 'pauses', '[]'::jsonb,
    'next_session', jsonb_build_object(
      'plan_day_id', tests.id(103), 'routine_id', tests.id(100), 'name', 'A', 'week', 1, 'cycle', 1,
      'session_number', 1, 'scheduled_on', '2100-03-01', 'is_deload', false
    )
  )),
  'ENR-01: who enrolls is told the first session'
);
select results_eq(
  $$
    select tests.call('ada', 'enroll(tests.id(101), ''2026-01-01'', ''sequence'', tests.id(1))'),
      (select mode from public.enrollments where id = tests.id(1))
  $$,
  $$ values ('active next 1', 'calendar') $$,
  'ENR-02: the same id again changes nothing'
);
select is(
  tests.call('ada', 'enroll(tests.id(101), ''2100-03-01'', ''sequence'', tests.id(2))'), 'active next 1',
  'ENR-03: a plan is followed twice at once'
);
select is(tests.call('ada', call), refusal, id)
from (values
  ('ENR-BAD-01: a mode that nobody knows', 'enroll(tests.id(101), ''2026-01-01'', ''weekly'', tests.id(9))', 'invalid_field p_mode'),
  ('ENR-BAD-02: no day', 'enroll(tests.id(101), null, ''calendar'', tests.id(9))', 'invalid_field p_starts_on'),
  ('ENR-BAD-03: a day beyond all others', 'enroll(tests.id(101), ''infinity'', ''calendar'', tests.id(9))', 'invalid_field p_starts_on'),
  ('ENR-BAD-04: no id', 'enroll(tests.id(101), ''2026-01-01'', ''calendar'', null)', 'invalid_field p_enrollment_id'),
  ('ENR-BAD-05: a plan without a session', 'enroll(tests.id(102), ''2026-01-01'', ''calendar'', tests.id(9))', 'invalid_field p_plan_id'),
  ('ENR-BAD-06: the enrollment in another plan', 'enroll(tests.id(102), ''2026-01-01'', ''calendar'', tests.id(1))', 'id_unusable p_enrollment_id'),
  ('ENR-BAD-07: weights of a name', 'enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(9), null, ''{"squat": 60}'')', 'invalid_field p_start_weights'),
  ('ENR-BAD-08: a weight that is text', 'enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(9), null, format(''{"%s": "60"}'', tests.id(1))::jsonb)', 'invalid_field p_start_weights'),
  ('ENR-BAD-09: a weight below nothing', 'enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(9), null, format(''{"%s": -1}'', tests.id(1))::jsonb)', 'invalid_field p_start_weights'),
  ('ENR-BAD-10: weights in a list', 'enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(9), null, ''[60]'')', 'invalid_field p_start_weights'),
  ('ENR-BAD-11: changes of what cannot change', 'update_enrollment(tests.id(1), ''{"status": "completed"}'')', 'unknown_field status'),
  ('ENR-BAD-12: changes of weights to nonsense', 'update_enrollment(tests.id(1), ''{"start_weights": {"squat": 1}}'')', 'invalid_field start_weights'),
  ('ENR-BAD-13: an end that is none', 'end_enrollment(tests.id(1), ''active'')', 'invalid_field p_status'),
  ('ENR-BAD-14: a pause before the plan begins', 'pause_enrollment(tests.id(1))', 'invalid_field p_on')
) as refused (id, call, refusal);

-- Changes
select is(
  tests.call('ada', 'update_enrollment(tests.id(1), ''{"gym_id": null}'')'), 'active next 1',
  'ENR-04: what is named changes'
);
select results_eq(
  $$ select gym_id, start_weights from public.enrollments where id = tests.id(1) $$,
  $$ values (null::uuid, jsonb_build_object(tests.id(1), 62.5)) $$,
  'ENR-05: and what is not stays'
);

-- Pauses, told in days before today: the plan began 20 days ago
select is(
  tests.call('ada', format('enroll(tests.id(101), %s, ''sequence'', tests.id(3))', tests.days_ago(20))), 'active next 1',
  'ENR-06: a plan may have begun'
);
select results_eq(
  $$
    select tests.call('ada', call)
    from unnest(array[
      format('pause_enrollment(tests.id(3), %s)', tests.days_ago(21)),
      format('pause_enrollment(tests.id(3), %s)', tests.days_ago(-1)),
      format('pause_enrollment(tests.id(3), %s)', tests.days_ago(10)),
      format('pause_enrollment(tests.id(3), %s)', tests.days_ago(5)),
      format('resume_enrollment(tests.id(3), %s)', tests.days_ago(11)),
      format('resume_enrollment(tests.id(3), %s)', tests.days_ago(-1)),
      format('resume_enrollment(tests.id(3), %s)', tests.days_ago(8)),
      'resume_enrollment(tests.id(3))',
      format('pause_enrollment(tests.id(3), %s)', tests.days_ago(9)),
      'pause_enrollment(tests.id(3))',
      'end_enrollment(tests.id(3), ''cancelled'')',
      'pause_enrollment(tests.id(3))',
      'end_enrollment(tests.id(3), ''completed'')',
      'resume_enrollment(tests.id(3))'
    ]) with ordinality as calls (call, ordinal)
    order by ordinal
  $$,
  format($$ values
    ('invalid_field p_on'), ('invalid_field p_on'), ('paused pauses %1$s..'), ('paused pauses %1$s..'),
    ('invalid_field p_on'), ('invalid_field p_on'), ('active next 1 pauses %1$s..%2$s'),
    ('active next 1 pauses %1$s..%2$s'), ('invalid_field p_on'), ('paused pauses %1$s..%2$s, %3$s..'),
    ('cancelled pauses %1$s..%2$s, %3$s..%3$s'), ('enrollment_ended p_enrollment_id'),
    ('completed pauses %1$s..%2$s, %3$s..%3$s'), ('active next 1 pauses %1$s..%2$s, %3$s..%3$s') $$,
    trim(tests.days_ago(10), ''''), trim(tests.days_ago(8), ''''), trim(tests.days_ago(0), '''')),
  'ENR-07: pauses begin and end between the last one and today, and an enrollment that ended is taken up again'
);

-- Others'
select is_empty(
  $$
    select call, tests.call('eve', call)
    from (values
      ('enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(9))', 'p_plan_id'),
      ('enroll(tests.id(999), ''2026-01-01'', ''calendar'', tests.id(9))', 'p_plan_id'),
      ('enroll(tests.id(201), ''2026-01-01'', ''calendar'', tests.id(1))', 'p_enrollment_id'),
      ('enroll(tests.id(101), ''2026-01-01'', ''calendar'', tests.id(1))', 'p_enrollment_id'),
      ('enroll(tests.id(201), ''2026-01-01'', ''calendar'', tests.id(9), tests.id(106))', 'p_gym_id'),
      ('enroll(tests.id(201), ''2026-01-01'', ''calendar'', tests.id(9), tests.id(999))', 'p_gym_id'),
      ('enrollment(tests.id(1))', 'p_enrollment_id'), ('enrollment(tests.id(999))', 'p_enrollment_id'),
      ('update_enrollment(tests.id(1), ''{}'')', 'p_enrollment_id'),
      ('update_enrollment(tests.id(999), ''{}'')', 'p_enrollment_id'),
      ('pause_enrollment(tests.id(1))', 'p_enrollment_id'), ('pause_enrollment(tests.id(999))', 'p_enrollment_id'),
      ('resume_enrollment(tests.id(1))', 'p_enrollment_id'), ('resume_enrollment(tests.id(999))', 'p_enrollment_id'),
      ('end_enrollment(tests.id(1), ''cancelled'')', 'p_enrollment_id'),
      ('end_enrollment(tests.id(999), ''cancelled'')', 'p_enrollment_id'),
      ('enrollment_schedule(tests.id(1), ''2026-01-01'', ''2026-01-08'')', 'p_enrollment_id'),
      ('enrollment_schedule(tests.id(999), ''2026-01-01'', ''2026-01-08'')', 'p_enrollment_id')
    ) as attacks (call, path)
    where tests.call('eve', call) <> 'id_unusable ' || path
  $$,
  'ENR-ATT-01: what belongs to another answers as if it did not exist'
);
select results_eq(
  $$
    select tests.answer('eve', 'insert into public.workouts (id, name, started_at, ended_at, time_zone, enrollment_id)
      values (tests.id(90), ''A'', now(), now(), ''UTC'', tests.id(1)) returning id')
  $$,
  $$ values ('id_unusable') $$,
  'ENR-ATT-02: and no workout of hers completes it'
);
select is(
  tests.call('eve', 'update_enrollment(tests.id(2), format(''{"gym_id": "%s"}'', tests.id(206))::jsonb)'),
  'id_unusable p_enrollment_id', 'ENR-ATT-03: nor does her gym become that of another'
);
select is(
  tests.call('ada', 'update_enrollment(tests.id(2), format(''{"gym_id": "%s"}'', tests.id(206))::jsonb)'),
  'id_unusable gym_id', 'ENR-ATT-04: nor another''s gym hers'
);

-- The tables
select is_empty(
  $$
    select name, who, attempted, tests.attempt(who, attempted)
    from (values
      ('enrollments', 'enrollments', 'id', '3'), ('enrollment_pauses', 'enrollment_pauses', 'enrollment_id', '2')
    ) as tables (name, relation, key, rows_of_ada)
    cross join (values ('ada'), ('eve'), ('mod'), ('anon'), ('service_role')) as asking (who)
    cross join lateral (values
      (
        format('select 1 from public.%I where user_id = tests.user_id(''ada'')', relation),
        case who when 'eve' then '0' when 'mod' then '0' when 'anon' then '42501' else rows_of_ada end
      ),
      (
        format('update public.%I set created_at = created_at where user_id = tests.user_id(''ada'')', relation),
        case who when 'service_role' then rows_of_ada else '42501' end
      ),
      (
        format('delete from public.%I where user_id = tests.user_id(''eve'')', relation),
        case who when 'service_role' then '0' else '42501' end
      ),
      (
        format('insert into public.%I (id) values (tests.id(80))', relation),
        case who when 'service_role' then '23502' else '42501' end
      )
    ) as attempts (attempted, outcome)
    where tests.attempt(who, attempted) <> outcome
  $$,
  'ENR-RLS-01: an owner reads enrollments and pauses; nobody but the backend writes them'
);
select throws_ok(
  $$
    insert into public.enrollments (id, user_id, plan_id, mode, starts_on, start_weights)
    values (tests.id(81), tests.user_id('ada'), tests.id(101), 'calendar', '2026-01-01', '{"squat": 1}')
  $$,
  '23514', null, 'ENR-08: start weights are checked whichever way they come'
);
select is(
  (select count(*) from public.enrollments where user_id = tests.user_id('eve')), 0::bigint,
  'ENR-ATT-05: of all her attempts nothing was stored'
);

select * from finish();
rollback;
