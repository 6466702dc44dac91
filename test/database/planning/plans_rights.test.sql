begin;
select plan(14);

-- Ada owns; Fay follows her, Bob did until she blocked him, Sam is a stranger and Mia a moderator.
select tests.create_user(name) from unnest(array['ada', 'fay', 'sam', 'bob', 'mia']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('fay', 'ada'), tests.follow('bob', 'ada'), tests.block('ada', 'bob');
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');

-- Three plans of Ada's: 11 is public, 12 for followers, 13 private; each with a day (21…).
select tests.sign_in('ada');
insert into public.plans (id, name, visibility)
values
  (tests.id(11), 'Strength', 'public'), (tests.id(12), 'Power', 'followers'), (tests.id(13), 'Mobility', 'private');
insert into public.plan_days (id, plan_id, week, weekday)
select tests.id(n + 10), tests.id(n), 1, 1 from generate_series(11, 13) as n;
select tests.act_as('postgres');

create temporary table people (who, rank) as
  select * from unnest(array['ada', 'fay', 'sam', 'bob', 'mia', 'anon', 'service_role']) with ordinality;

-- What becomes of a statement in everybody's hands, in the order of people. Nothing of it stays.
create function tests.outcomes(p_statement text)
returns text
language plpgsql
as $$
declare
  v_person record;
  v_outcomes text[];
begin
  for v_person in select people.who from people order by people.rank loop
    begin
      v_outcomes := v_outcomes || tests.attempt(v_person.who, p_statement);
      raise exception using errcode = 'ZZ000';
    exception
      when sqlstate 'ZZ000' then null;
    end;
  end loop;
  return array_to_string(v_outcomes, ' ');
end;
$$;

select results_eq(
  $$
    select name, operation, tests.outcomes(format(statement, name))
    from unnest(array['plans', 'plan_days']) as name
    cross join (values
      ('read', 'select from public.%I where user_id = tests.user_id(''ada'')'),
      ('change', 'update public.%I set name = ''New'' where user_id = tests.user_id(''ada'')'),
      ('delete', 'delete from public.%I where user_id = tests.user_id(''ada'')')
    ) as operations (operation, statement)
  $$,
  -- owner, follower, stranger, blocked, moderator, without an account, backend
  $$
    values
      ('plans', 'read', '3 2 1 0 1 42501 3'), ('plans', 'change', '3 0 0 0 0 42501 3'),
      ('plans', 'delete', '3 0 0 0 0 42501 3'),
      ('plan_days', 'read', '3 2 1 0 1 42501 3'), ('plan_days', 'change', '3 0 0 0 0 42501 3'),
      ('plan_days', 'delete', '3 0 0 0 0 42501 3')
  $$,
  'PLN-RLS-01: plans are read by those whom their visibility admits, with their days, and written by their owner'
);
select results_eq(
  $$
    select what, tests.outcomes(statement)
    from (values
      ('plan of one''s own', 'insert into public.plans (id, name) values (tests.id(50), ''Endurance'')'),
      ('plan in Ada''s name',
        'insert into public.plans (id, user_id, name) values (tests.id(50), tests.user_id(''ada''), ''X'')'),
      ('plan that says whose it was',
        'insert into public.plan_sources (plan_id, user_id, author_id)
         values (tests.id(11), auth.uid(), tests.user_id(''ada''))'),
      ('day in Ada''s plan',
        'insert into public.plan_days (id, plan_id, week, weekday) values (tests.id(50), tests.id(11), 1, 2)'),
      ('upsert of Ada''s plan',
        'insert into public.plans (id, name) values (tests.id(11), ''Mine'')
         on conflict (id) do update set name = excluded.name')
    ) as statements (what, statement)
  $$,
  -- The backend names no owner where it leaves user_id out, and owns nothing itself.
  $$
    values
      ('plan of one''s own', '1 1 1 1 1 42501 23502'),
      ('plan in Ada''s name', '42501 42501 42501 42501 42501 42501 1'),
      ('plan that says whose it was', '42501 42501 42501 42501 42501 42501 23502'),
      ('day in Ada''s plan', '1 PT409 PT409 PT409 PT409 42501 1'),
      ('upsert of Ada''s plan', '1 42501 42501 42501 42501 42501 23502')
  $$,
  'PLN-RLS-02: everybody adds to their own, and nobody to another''s'
);
select results_eq(
  $$
    select n, tests.outcomes(format('select public.plan(tests.id(%s))', n)),
      tests.outcomes(format('select public.copy_plan(tests.id(%s), tests.id(50))', n))
    from generate_series(11, 13) as n
  $$,
  $$
    values
      (11, '1 1 1 PT409 1 42501 42501', '1 1 1 PT409 1 42501 42501'),
      (12, '1 1 PT409 PT409 PT409 42501 42501', '1 1 PT409 PT409 PT409 42501 42501'),
      (13, '1 PT409 PT409 PT409 PT409 42501 42501', '1 PT409 PT409 PT409 PT409 42501 42501')
  $$,
  'PLN-RLS-03: the RPCs show a plan to the same people, and copy it for them'
);
select is(
  tests.outcomes($$ select public.save_plan(jsonb_build_object('id', tests.id(50), 'name', 'Endurance')) $$),
  '1 1 1 1 1 42501 42501', 'PLN-RLS-04: whoever has an account saves plans of their own'
);
select is(
  tests.outcomes($$ select public.save_plan(jsonb_build_object('id', tests.id(11), 'version', 1, 'name', 'Mine')) $$),
  '1 PT409 PT409 PT409 PT409 42501 42501', 'PLN-RLS-05: and none of another''s'
);
select is(
  tests.outcomes($$ select public.enroll(tests.id(11), '2026-03-02', 'calendar', tests.id(50)) $$),
  'PT422 PT409 PT409 PT409 PT409 42501 42501', 'PLN-RLS-06: nor does anybody follow it before they copied it'
);

-- Visibility follows the profile, follows and blocks
create temporary view shown as
  select concat_ws(' / ',
    tests.outcomes('select from public.plan_days where user_id = tests.user_id(''ada'')'),
    tests.outcomes('select public.copy_plan(tests.id(11), tests.id(50))')
  ) as to_whom;
select tests.set_visibility('ada', 'followers');
select is(
  (select to_whom from shown), '3 2 0 0 0 42501 3 / 1 1 PT409 PT409 PT409 42501 42501',
  'PLN-VIS-01: a profile for followers hides from the rest'
);
select tests.set_visibility('ada', 'private');
select is(
  (select to_whom from shown), '3 0 0 0 0 42501 3 / 1 PT409 PT409 PT409 PT409 42501 42501',
  'PLN-VIS-02: a private profile hides from all'
);
select tests.set_visibility('ada', 'public');
select is(
  (select to_whom from shown), '3 2 1 0 1 42501 3 / 1 1 1 PT409 1 42501 42501',
  'PLN-VIS-03: opened again, each has what its owner chose'
);
select tests.block('sam', 'ada');
select is(
  (select to_whom from shown), '3 2 0 0 1 42501 3 / 1 1 PT409 PT409 1 42501 42501',
  'PLN-VIS-04: whoever blocks the owner sees none either'
);
delete from public.follows where follower_id = tests.user_id('fay');
select is(
  (select to_whom from shown), '3 1 0 0 1 42501 3 / 1 1 PT409 PT409 1 42501 42501',
  'PLN-VIS-05: unfollowing takes what was for followers'
);
select is(
  tests.attempt('ada', $$ update public.plans set visibility = 'private' where id = tests.id(11) $$)
    || ': ' || (select to_whom from shown),
  '1: 3 0 0 0 0 42501 3 / 1 PT409 PT409 PT409 PT409 42501 42501',
  'PLN-VIS-06: and the owner''s choice holds at once'
);

-- Attribution is not for clients to write
select is_empty(
  $$
    select statement, tests.attempt('sam', statement)
    from unnest(array[
      'update public.plan_sources set author_id = null where true',
      'update public.plan_sources set source_plan_id = tests.id(11) where true',
      'update public.plan_sources set published_plan_id = null where true',
      'delete from public.plan_sources where true',
      'update public.routine_sources set author_id = null where true',
      'delete from public.routine_sources where true',
      'select private.create_plan_from_document(''{}'', tests.id(50), null, tests.user_id(''ada''), null, null)',
      'select private.create_routine_from_document(''{}'', tests.id(50), null, tests.user_id(''ada''))',
      'select private.create_routines_from_document(''{}'', tests.id(50))',
      'select private.own_enrollment(tests.id(50))'
    ]) as statement
    where tests.attempt('sam', statement) <> '42501'
  $$,
  'PLN-ATT-01: nobody says of a plan from whom it was copied'
);
select is(
  tests.outcomes($$
    select public.copy_plan(published_plans.id, tests.id(50))
    from public.published_plans where published_plans.slug = '531-wave'
  $$),
  '1 1 1 1 1 42501 42501', 'PLN-RLS-07: templates are copied by whoever is signed in'
);

select * from finish();
rollback;
