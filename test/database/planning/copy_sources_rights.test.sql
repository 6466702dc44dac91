begin;
select plan(5);

-- Sam copies a plan and a routine of Ada's and shows his copies to everybody. Fay follows both, Bob is blocked by Ada.
select tests.create_user(name) from unnest(array['ada', 'sam', 'fay', 'bob', 'mia']) as name;
select tests.set_visibility('ada', 'public'), tests.set_visibility('sam', 'public');
select tests.follow('fay', 'ada'), tests.follow('fay', 'sam'), tests.block('ada', 'bob');
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');
insert into public.routines (id, user_id, name) values (tests.id(1), tests.user_id('ada'), 'Push');
insert into public.plans (id, user_id, name, visibility) values (tests.id(2), tests.user_id('ada'), 'Strength', 'public');
insert into public.plan_days (id, plan_id, week, weekday, routine_id) values (tests.id(3), tests.id(2), 1, 1, tests.id(1));
select tests.answer('sam', 'select public.copy_plan(tests.id(2), tests.id(10)) #>> ''{plan,name}''');
select tests.answer('sam', format('select public.copy_shared(%L, tests.id(11)) #>> ''{routine,name}''', tests.answer(
  'ada', 'select public.create_share_link(tests.id(4), tests.id(1)) #>> ''{share_link,token}'''
)));
update public.plans set visibility = 'public' where id = tests.id(10);
update public.routines set visibility = 'public' where id = tests.id(11);

create temporary view everybody as
  select * from unnest(array['sam', 'ada', 'fay', 'bob', 'mia', 'anon', 'service_role']) with ordinality as people (who, rank);
create function tests.outcomes(p_statement text)
returns text
language sql
as $$
  select string_agg(tests.attempt(who, p_statement), ' ' order by rank) from everybody;
$$;

-- the copier, the author, follower, blocked by the author, moderator, without an account, backend
select results_eq(
  $$
    select name, operation, tests.outcomes(format(statement, name))
    from (values ('plan_sources', 'plan_id'), ('routine_sources', 'routine_id')) as tables (name, key)
    cross join lateral (values
      ('read', 'select from public.%I'),
      ('write', 'insert into public.%I (' || key || ', user_id) values (tests.id(99), auth.uid())'),
      ('change', 'update public.%I set author_id = null where author_id is null'),
      ('take over', 'update public.%I set user_id = auth.uid() where author_id is null'),
      ('delete', 'delete from public.%I where author_id is null')
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('plan_sources', 'read', '1 0 0 0 0 42501 1'), ('plan_sources', 'write', '42501 42501 42501 42501 42501 42501 23502'),
      ('plan_sources', 'change', '42501 42501 42501 42501 42501 42501 0'),
      ('plan_sources', 'take over', '42501 42501 42501 42501 42501 42501 0'),
      ('plan_sources', 'delete', '42501 42501 42501 42501 42501 42501 0'),
      ('routine_sources', 'read', '1 0 0 0 0 42501 1'),
      ('routine_sources', 'write', '42501 42501 42501 42501 42501 42501 23502'),
      ('routine_sources', 'change', '42501 42501 42501 42501 42501 42501 0'),
      ('routine_sources', 'take over', '42501 42501 42501 42501 42501 42501 0'),
      ('routine_sources', 'delete', '42501 42501 42501 42501 42501 42501 0')
  $$,
  'SRC-RLS-01: from whom a copy is its owner alone reads, and nobody writes'
);
select results_eq(
  $$
    select 'plan', author_id, source_plan_id from public.plan_sources where plan_id = tests.id(10)
    union all
    select 'routine', author_id, null from public.routine_sources where routine_id = tests.id(11)
  $$,
  $$ values ('plan', tests.user_id('ada'), tests.id(2)), ('routine', tests.user_id('ada'), null) $$,
  'SRC-01: a copy says from whom it is'
);

-- Whatever a viewer of the copies can read of them, by any of the ways that there are
create function tests.seen_of_copies(p_who text)
returns text
language sql
as $$
  select string_agg(tests.answer(p_who, query), ' ')
  from unnest(array[
    'select string_agg(to_jsonb(t)::text, '''') from public.plans as t where t.user_id = tests.user_id(''sam'')',
    'select string_agg(to_jsonb(t)::text, '''') from public.plan_days as t where t.user_id = tests.user_id(''sam'')',
    'select string_agg(to_jsonb(t)::text, '''') from public.routines as t where t.user_id = tests.user_id(''sam'')',
    'select public.plan(tests.id(10))::text', 'select public.routine(tests.id(11))::text'
  ]) as query;
$$;
select tests.set_visibility('ada', 'private');
select results_eq(
  $$
    select who, seen ~ 'Strength.*Push', seen ~ concat_ws('|', tests.user_id('ada'), tests.id(1), tests.id(2))
    from unnest(array['fay', 'bob', 'mia']) as who
    cross join tests.seen_of_copies(who) as seen
  $$,
  $$ values ('fay', true, false), ('bob', true, false), ('mia', true, false) $$,
  'SRC-LEAK-01: whoever sees a copy learns nothing of the original, which its author may have hidden from them'
);
delete from public.plans where id = tests.id(2);
select results_eq(
  $$ select author_id, source_plan_id from public.plan_sources where plan_id = tests.id(10) $$,
  $$ values (tests.user_id('ada'), null::uuid) $$,
  'SRC-02: it outlives the original'
);
delete from auth.users where id = tests.user_id('ada');
set constraints all immediate;
select results_eq(
  $$
    select author_id from public.plan_sources where plan_id = tests.id(10)
    union all select author_id from public.routine_sources where routine_id = tests.id(11)
  $$,
  $$ values (null::uuid), (null) $$,
  'SRC-03: and forgets an author who leaves'
);

select * from finish();
rollback;
