begin;
select plan(14);

select tests.create_user(name) from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator']) as name;
select tests.follow('follower', 'owner'), tests.block('owner', 'blocked'), tests.set_visibility('owner', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('moderator'), 'moderator');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values
  (tests.id(1), tests.user_id('owner'), 'Zorb Press', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0'),
  (tests.id(2), tests.user_id('stranger'), 'Zorb Row', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
create temporary table people (who, ordinal) as
  select who, ordinal
  from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator', 'anon', 'service_role'])
    with ordinality as person (who, ordinal);

-- The statement that adds a goal.
create function tests.goal(p_id integer, p_columns text, p_values text)
returns text
language sql
as $$
  select format(
    'insert into public.goals (id, starts_on, %s) values (%L, ''2026-03-02'', %s) returning true', p_columns,
    tests.id(p_id), p_values
  );
$$;

-- What the owner does
select results_eq(
  $$
    select tests.answer('owner', tests.goal(id, columns, given))
    from (values
      (10, 'kind, exercise_id, metric, target, due_on', '''exercise'', tests.id(1), ''e1rm'', 140, ''2026-12-31'''),
      (11, 'kind, period, target', '''frequency'', ''week'', 4'),
      (12, 'kind, period, target', '''distance'', ''month'', 100000'),
      (13, 'kind, name, unit, target, baseline, current_value', '''custom'', ''Handstand'', ''s'', 60, 5, 20')
    ) as goals (id, columns, given)
  $$,
  $$ values ('true'), ('true'), ('true'), ('true') $$, 'GOAL-RLS-01: one has goals of several kinds'
);
select results_eq(
  $$
    select tests.answer('owner', 'update public.goals set current_value = 60, achieved_on = ''2026-04-01''
      where id = tests.id(13) returning version'),
      tests.answer('owner', 'delete from public.goals where id = tests.id(12) returning true')
  $$,
  $$ values ('2', 'true') $$, 'GOAL-RLS-02: writes how far they are, and gives them up'
);
select results_eq(
  $$ select who, tests.attempt(who, 'select from public.goals') from people order by ordinal $$,
  $$
    values
      ('owner', '3'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('moderator', '0'), ('anon', '42501'),
      ('service_role', '3')
  $$,
  'GOAL-RLS-03: which nobody else reads, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.goals set target = 1 where true'),
      tests.attempt(who, 'delete from public.goals where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'GOAL-RLS-04: nor changes or deletes'
);
select is((select count(*) from public.goals), 3::bigint, 'GOAL-RLS-05: and all are as they were');

-- Attacks
select results_eq(
  $$
    select columns, tests.attempt('stranger', format(
      'insert into public.goals (id, kind, period, target, starts_on, %s) values (gen_random_uuid(), ''frequency'',
      ''week'', 3, ''2026-03-02'', %s)', columns, given
    ))
    from (values
      ('user_id', 'tests.user_id(''owner'')'), ('version', '7'), ('changed_in', '7'), ('created_at', 'now()')
    ) as attack (columns, given)
  $$,
  $$ values ('user_id', '42501'), ('version', '42501'), ('changed_in', '42501'), ('created_at', '42501') $$,
  'GOAL-ATT-01: nobody sets goals for another, or what is derived'
);
select results_eq(
  $$
    select what,
      tests.answer('stranger', tests.goal(30 + number, 'kind, metric, target, exercise_id',
        format('''exercise'', ''e1rm'', 100, %L', exercise))),
      tests.answer('stranger', format(
        'update public.goals set exercise_id = %L where id = tests.id(33) returning true', exercise
      ))
    from (
      values (3, 'own', tests.id(2)), (1, 'another''s', tests.id(1)), (2, 'none', tests.id(999))
    ) as targets (number, what, exercise)
  $$,
  $$
    values
      ('own', 'true', 'true'), ('another''s', 'id_unusable', 'id_unusable'), ('none', 'id_unusable', 'id_unusable')
  $$,
  'GOAL-ATT-02: an exercise of another answers as if it did not exist'
);
select results_eq(
  $$
    select tests.answer('owner', format('update public.goals set %s where id = tests.id(11) returning true', change))
    from unnest(array['id = tests.id(99)', 'kind = ''distance''']) as change
  $$,
  $$ values ('column_immutable'), ('column_immutable') $$, 'GOAL-ATT-03: what a goal is of does not change'
);
select is(
  tests.attempt('stranger', tests.goal(10, 'kind, period, target', '''frequency'', ''week'', 4')), '23505',
  'GOAL-ATT-04: an id that is taken is taken'
);

-- Health
select results_eq(
  $$ select tests.answer('owner', tests.goal(20, 'kind, target', '''body_weight'', 72.5')) $$,
  $$ values ('consent_required') $$, 'GOAL-HEALTH-01: a body weight to reach is health data'
);
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('owner'), 'health_data', true, '1', 'en');
select is(
  tests.answer('owner', tests.goal(20, 'kind, target', '''body_weight'', 72.5')), 'true',
  'GOAL-HEALTH-02: which is stored with consent'
);

-- What a goal may be
select results_eq(
  $$
    select what, tests.attempt('owner', tests.goal(40, columns, given))
    from (values
      ('a kind that nobody knows', 'kind, target', '''fame'', 1'),
      ('an exercise without one', 'kind, metric, target', '''exercise'', ''e1rm'', 100'),
      ('an exercise without a metric', 'kind, exercise_id, target', '''exercise'', tests.id(1), 100'),
      ('a metric that adds up', 'kind, exercise_id, metric, target', '''exercise'', tests.id(1), ''volume'', 100'),
      ('a metric of no exercise', 'kind, period, metric, target', '''frequency'', ''week'', ''e1rm'', 3'),
      ('a frequency of a month', 'kind, period, target', '''frequency'', ''month'', 3'),
      ('a frequency without a period', 'kind, target', '''frequency'', 3'),
      ('eight days a week', 'kind, period, target', '''frequency'', ''week'', 8'),
      ('half a day', 'kind, period, target', '''frequency'', ''week'', 2.5'),
      ('a frequency with a baseline', 'kind, period, target, baseline', '''frequency'', ''week'', 3, 1'),
      ('a distance without a period', 'kind, target', '''distance'', 3000'),
      ('a distance backwards', 'kind, period, target', '''distance'', ''week'', -5'),
      ('a body of a ton', 'kind, target', '''body_weight'', 1000'),
      ('something without a name', 'kind, target', '''custom'', 1'),
      ('a unit of what has one', 'kind, period, unit, target', '''frequency'', ''week'', ''days'', 3'),
      ('a value that is read from training', 'kind, period, target, current_value', '''frequency'', ''week'', 3, 3'),
      ('reached by saying so', 'kind, period, target, achieved_on', '''frequency'', ''week'', 3, ''2026-03-03'''),
      ('due before it begins', 'kind, period, target, due_on', '''frequency'', ''week'', 3, ''2026-03-01''')
    ) as goals (what, columns, given)
    where tests.attempt('owner', tests.goal(40, columns, given)) <> '23514'
  $$,
  $$ select null, null where false $$, 'GOAL-01: goals that say nothing are refused'
);
update private.quotas set max_count = 4 where name = 'goals';
select is(
  tests.answer('owner', tests.goal(50, 'kind, period, target', '''frequency'', ''week'', 4')), 'quota_exceeded',
  'GOAL-02: there may be so many'
);
select results_eq(
  $$ select tests.answer('owner', 'select public.delete_exercise(tests.id(1)) ->> ''outcome''') $$,
  $$ values ('archived') $$, 'GOAL-03: an exercise with a goal is archived, not deleted'
);

select * from finish();
rollback;
