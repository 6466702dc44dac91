begin;
select plan(16);

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

-- What the owner does
select is(
  tests.attempt('owner', $$
    insert into public.gyms (id, name) values (tests.id(10), 'Home'), (tests.id(11), 'Work')
  $$), '2', 'GYM-RLS-01: one has gyms'
);
select is(
  tests.attempt('owner', $$
    insert into public.gym_equipment (id, gym_id, type, equipment_id, exercise_id, weight_kg, quantity)
    values
      (tests.id(20), tests.id(10), 'plate', null, null, 20, 4),
      (tests.id(21), tests.id(10), 'bar', 'barbell', null, 20, null),
      (tests.id(22), tests.id(11), 'bar', null, tests.id(1), 10, null)
  $$), '3', 'GYM-RLS-02: with equipment, also for an exercise of one''s own'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.gyms'), tests.attempt(who, 'select from public.gym_equipment')
    from people
    order by ordinal
  $$,
  $$
    values
      ('owner', '2', '3'), ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'),
      ('moderator', '0', '0'), ('anon', '42501', '42501'), ('service_role', '2', '3')
  $$,
  'GYM-RLS-03: which nobody else reads, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.gyms set name = ''mine'' where true'),
      tests.attempt(who, 'update public.gym_equipment set name = ''mine'' where true')
    from people
    where who <> 'owner'
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501'), ('service_role', '2', '3')
  $$,
  'GYM-RLS-04: nor changes, but the backend'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'delete from public.gym_equipment where true'),
      tests.attempt(who, 'delete from public.gyms where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('moderator', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'GYM-RLS-05: nor deletes'
);
select results_eq(
  $$
    select who,
      tests.answer(who, 'insert into public.gym_equipment (id, gym_id, type, weight_kg, quantity)
        values (gen_random_uuid(), tests.id(10), ''plate'', 10, 2) returning true'),
      tests.answer(who, 'select public.save_gym(jsonb_build_object(
        ''id'', tests.id(10), ''name'', ''Mine''
      )) is not null'),
      tests.answer(who, 'select public.save_gym(jsonb_build_object(
        ''id'', gen_random_uuid(), ''name'', ''Mine'', ''equipment'', jsonb_build_array(jsonb_build_object(
          ''id'', tests.id(20), ''type'', ''plate'', ''weight_kg'', 20, ''quantity'', 4
        ))
      )) is not null')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', 'id_unusable', 'id_unusable', 'id_unusable'),
      ('stranger', 'id_unusable', 'id_unusable', 'id_unusable'),
      ('blocked', 'id_unusable', 'id_unusable', 'id_unusable'),
      ('moderator', 'id_unusable', 'id_unusable', 'id_unusable'),
      ('anon', '42501', '42501', '42501')
  $$,
  'GYM-ATT-01: nobody puts equipment into the gym of another, saves over it, or takes equipment out of it'
);
select results_eq(
  $$
    select what,
      tests.answer('stranger', format('insert into public.gym_equipment (id, gym_id, type, exercise_id, weight_kg)
        values (gen_random_uuid(), tests.id(30), ''bar'', %L, 10) returning true', exercise)),
      tests.answer('stranger', format('update public.gym_equipment set exercise_id = %L where id = tests.id(31)
        returning true', exercise)),
      tests.answer('stranger', format('select public.save_gym(%L) is not null', jsonb_build_object(
        'id', gen_random_uuid(), 'name', 'Gym', 'equipment', jsonb_build_array(jsonb_build_object(
          'id', gen_random_uuid(), 'type', 'bar', 'exercise_id', exercise, 'weight_kg', 10
        ))
      )))
    from (
      select tests.attempt('stranger', 'insert into public.gyms (id, name) values (tests.id(30), ''Gym'')'),
        tests.attempt('stranger', 'insert into public.gym_equipment (id, gym_id, type, equipment_id, weight_kg)
          values (tests.id(31), tests.id(30), ''bar'', ''barbell'', 20)')
    ) as prepared
    cross join (values ('another''s', tests.id(1)), ('none', tests.id(999)), ('own', tests.id(2)))
      as targets (what, exercise)
  $$,
  $$
    values
      ('another''s', 'id_unusable', 'id_unusable', 'id_unusable'),
      ('none', 'id_unusable', 'id_unusable', 'id_unusable'), ('own', 'true', 'true', 'true')
  $$,
  'GYM-ATT-02: an exercise of another answers as if it did not exist'
);
select is(
  tests.answer('stranger', $$
    update public.gym_equipment set gym_id = tests.id(10) where id = tests.id(31) returning true
  $$), 'column_immutable', 'GYM-ATT-03: nor is equipment moved into the gym of another'
);
select results_eq(
  $$
    select
      relation, assignment,
      tests.attempt('owner', format('update public.%I set %s where true', relation, assignment))
    from unnest(array['gyms', 'gym_equipment']) as relation
    cross join unnest(array[
      'user_id = tests.user_id(''stranger'')', 'created_at = now()', 'updated_at = now()'
    ]) as assignment
    union all
    select 'gyms', 'version = 9', tests.attempt('owner', 'update public.gyms set version = 9 where true')
  $$,
  $$
    values
      ('gyms', 'user_id = tests.user_id(''stranger'')', '42501'), ('gyms', 'created_at = now()', '42501'),
      ('gyms', 'updated_at = now()', '42501'), ('gym_equipment', 'user_id = tests.user_id(''stranger'')', '42501'),
      ('gym_equipment', 'created_at = now()', '42501'), ('gym_equipment', 'updated_at = now()', '42501'),
      ('gyms', 'version = 9', '42501')
  $$,
  'GYM-MASS-01: nobody writes whose it is, its version or its times'
);
select results_eq(
  $$ select id, name, is_default from public.gyms where user_id = tests.user_id('owner') order by id $$,
  $$ values (tests.id(10), 'mine', true), (tests.id(11), 'mine', false) $$,
  'GYM-RLS-06: after which all is as the owner, and the backend once, left it'
);

-- One default
create function tests.defaults(p_who text, p_statement text)
returns uuid[]
language plpgsql
as $$
declare
  v_attempt text := tests.attempt(p_who, p_statement);
begin
  if v_attempt !~ '^[1-9]' then
    raise exception '% in %', v_attempt, p_statement;
  end if;
  return array(
    select id from public.gyms where user_id = tests.user_id('owner') and is_default order by id
  );
end;
$$;
select results_eq(
  $$
    select tests.defaults('owner', statement)
    from unnest(array[
      'update public.gyms set is_default = true where id = tests.id(11)',
      'update public.gyms set name = ''Home'' where id = tests.id(10)',
      'update public.gyms set is_default = false where id = tests.id(11)',
      'insert into public.gyms (id, name, is_default) values (tests.id(9), ''Away'', true)',
      'update public.gyms set is_default = true where true',
      'delete from public.gyms where id = tests.id(9)',
      'insert into public.gyms (id, name) values (tests.id(12), ''Beach'')',
      'delete from public.gyms where true',
      'insert into public.gyms (id, name) values (tests.id(13), ''New''), (tests.id(14), ''Old'')'
    ]) as statement
  $$,
  $$
    values
      (array[tests.id(11)]), (array[tests.id(11)]), (array[tests.id(10)]), (array[tests.id(9)]), (array[tests.id(9)]),
      (array[tests.id(10)]), (array[tests.id(10)]), ('{}'), (array[tests.id(13)])
  $$,
  'GYM-DEF-01: of one''s gyms one is the default: the last that was made it, or the oldest'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      insert into public.gyms (id, name, is_default) values (gen_random_uuid(), 'My', true)
    $q$)
    from unnest(array['follower', 'stranger', 'moderator']) as who
  $$,
  $$ values ('follower', '1'), ('stranger', '1'), ('moderator', '1') $$,
  'GYM-DEF-02: others have defaults of their own'
);
select results_eq(
  $$ select is_default from public.gyms where user_id = tests.user_id('owner') order by id $$,
  $$ values (true), (false) $$,
  'GYM-DEF-03: which change nobody else''s'
);
delete from auth.users where id = tests.user_id('owner');
select is_empty(
  $$ select id from public.gyms where user_id = tests.user_id('owner') $$, 'GYM-DEF-04: an account goes with its gyms'
);

-- How many
update private.quotas set max_count = 2 where name in ('gyms', 'equipment_per_gym');
select results_eq(
  $$
    select tests.answer('blocked', format('select public.save_gym(%L) is not null', jsonb_build_object(
      'id', tests.id(number), 'name', 'Gym'
    )))
    from unnest(array[50, 51, 52]) as number
  $$,
  $$ values ('true'), ('true'), ('quota_exceeded') $$,
  'GYM-QUOTA-01: there are as many gyms as the quota'
);
select is(
  tests.answer('blocked', format('select public.save_gym(%L)', jsonb_build_object(
    'id', tests.id(50), 'version', 1, 'name', 'Gym', 'equipment', (
      select jsonb_agg(jsonb_build_object('id', tests.id(number), 'type', 'plate', 'weight_kg', 20, 'quantity', 2))
      from generate_series(60, 62) as number
    )
  ))),
  'quota_exceeded', 'GYM-QUOTA-02: and as much equipment in one'
);

select * from finish();
rollback;
