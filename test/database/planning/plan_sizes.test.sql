begin;
select plan(9);

-- What a routine and a plan may hold, with small quotas.
select tests.create_user('ada'), tests.create_user('bob');
select tests.set_visibility('ada', 'public');
update private.quotas
set max_count = case name when 'sets_per_routine' then 6 when 'exercises_per_plan' then 3 else 8 end
where name in ('sets_per_routine', 'exercises_per_plan', 'sets_per_plan');

-- An exercise of a routine and its sets, as a client adds them through the tables.
create function tests.add(p_routine integer, p_exercise integer, p_sets integer)
returns text
language sql
as $$
  select concat_ws(
    ' ',
    tests.answer('ada', format(
      'insert into public.routine_exercises (id, routine_id, exercise_id, position)
       values (tests.id(%s), tests.id(%s), tests.exercise_id(''push-up''), 1) returning ''exercise''',
      p_exercise, p_routine
    )),
    tests.answer('ada', format(
      'insert into public.routine_sets (id, routine_exercise_id, position, min_reps)
       select tests.id(%1$s * 100 + n), tests.id(%1$s), n, 5 from generate_series(1, %2$s) as n returning ''sets''',
      p_exercise, p_sets
    ))
  );
$$;
-- What one of Ada's calls comes to: ok, or the error with the quota and its limit.
create function tests.call(p_who text, p_query text)
returns text
language plpgsql
as $$
declare
  v_detail text;
begin
  perform tests.become(p_who);
  execute p_query;
  perform tests.act_as('postgres');
  return 'ok';
exception
  when others then
    get stacked diagnostics v_detail = pg_exception_detail;
    perform tests.act_as('postgres');
    return concat_ws(' ', sqlerrm, v_detail::jsonb ->> 'path', v_detail::jsonb ->> 'limit');
end;
$$;

insert into public.routines (id, user_id, name)
select tests.id(n), tests.user_id('ada'), 'Routine ' || n from generate_series(1, 3) as n;
insert into public.plans (id, user_id, name, visibility) values (tests.id(10), tests.user_id('ada'), 'Strength', 'public');
-- A routine counts once, on however many days.
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
select tests.id(10 + n), tests.id(10), 1, n, tests.id(1) from generate_series(1, 5) as n;

select results_eq(
  $$ select tests.add(1, 101, 4), tests.add(1, 102, 3), tests.add(2, 201, 5) $$,
  $$ values ('exercise sets', 'exercise quota_exceeded', 'exercise sets') $$,
  'SIZE-01: a routine has as many sets as it may have, whichever exercise they are of'
);
select is(
  tests.call('ada', 'insert into public.plan_days (id, plan_id, week, weekday, routine_id)
    values (tests.id(20), tests.id(10), 1, 6, tests.id(2))'),
  'quota_exceeded sets_per_plan 8',
  'SIZE-02: a day is not added whose routine has more sets than the plan may get'
);
select is(
  tests.call('ada', 'update public.plan_days set routine_id = tests.id(2) where id = tests.id(15)'),
  'quota_exceeded sets_per_plan 8',
  'SIZE-03: nor is another day given that routine'
);
select results_eq(
  $$
    select tests.call('ada', 'insert into public.plan_days (id, plan_id, week, weekday, routine_id)
        values (tests.id(21), tests.id(10), 1, 6, tests.id(3))'),
      tests.add(3, 301, 5), tests.add(3, 302, 1)
  $$,
  $$ values ('ok', 'exercise quota_exceeded', 'quota_exceeded id_unusable') $$,
  'SIZE-04: what is added to a routine is added to the plans that it is in'
);
select is(
  tests.call('ada', format('select public.save_routine(%L)', jsonb_build_object(
    'id', tests.id(3), 'name', 'Routine 3', 'version', (select version from public.routines where id = tests.id(3)),
    'exercises', (
      select jsonb_agg(jsonb_build_object(
        'id', tests.id(400 + n), 'position', n, 'exercise_id', tests.exercise_id('push-up'), 'sets', '[]'::jsonb
      ))
      from generate_series(1, 2) as n
    )
  ))),
  'quota_exceeded exercises_per_plan 3',
  'SIZE-05: by whichever way'
);
select is(
  tests.call('ada', format('select public.save_plan(%L)', jsonb_build_object(
    'id', tests.id(30), 'name', 'Both', 'days', (
      select jsonb_agg(jsonb_build_object(
        'id', tests.id(30 + n), 'week', 1, 'weekday', n, 'routine_id', tests.id(n)
      ))
      from generate_series(1, 2) as n
    )
  ))),
  'quota_exceeded sets_per_plan 8',
  'SIZE-06: a plan that is saved whole is refused whole'
);

-- Texts are bounded where the document is read
update private.quotas set max_count = 4 where name = 'kilobytes_per_shared_document';
create temporary table link as
  select tests.answer('ada', 'select public.create_share_link(tests.id(40), p_plan_id => tests.id(10)) #>> ''{share_link,token}''') as token;
create function tests.outcomes()
returns setof text
language sql
as $$
  select concat_ws(' ', who, tests.call(who, query))
  from link
  cross join lateral (values
    ('anon', format('select public.get_shared(%L)', token)),
    ('bob', format('select public.copy_shared(%L, gen_random_uuid())', token)),
    ('bob', 'select public.copy_plan(tests.id(10), gen_random_uuid())'),
    ('bob', 'select public.plan(tests.id(10))'),
    ('ada', 'select public.submit_plan(tests.id(10))'),
    ('ada', 'select public.create_share_link(gen_random_uuid(), p_plan_id => tests.id(10))'),
    ('ada', 'select public.create_share_link(gen_random_uuid(), p_routine_id => tests.id(1))')
  ) as calls (who, query);
$$;
select results_eq(
  'select * from tests.outcomes()',
  $$ values ('anon ok'), ('bob ok'), ('bob ok'), ('bob ok'), ('ada ok'), ('ada ok'), ('ada ok') $$,
  'SIZE-07: a plan with little text is shared, copied and submitted'
);
update public.routines set notes = repeat('x', 4000) where id = tests.id(1);
select results_eq(
  'select * from tests.outcomes()',
  $$ values
    ('anon quota_exceeded kilobytes_per_shared_document 4'), ('bob quota_exceeded kilobytes_per_shared_document 4'),
    ('bob quota_exceeded kilobytes_per_shared_document 4'), ('bob ok'),
    ('ada quota_exceeded kilobytes_per_shared_document 4'), ('ada quota_exceeded kilobytes_per_shared_document 4'),
    ('ada quota_exceeded kilobytes_per_shared_document 4') $$,
  'SIZE-08: one with more than may be is not, and says so; that it is there, and what it needs, it still tells'
);
select is(
  (select count(*) from public.plans where user_id = tests.user_id('bob')), 2::bigint,
  'SIZE-09: of what was refused nothing was stored'
);

select * from finish();
rollback;
