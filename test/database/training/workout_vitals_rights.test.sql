begin;
select plan(11);

-- The owner's workout is as public as may be, with heart rates of it and of a set.
select tests.create_user(name) from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator']) as name;
select tests.follow('follower', 'owner'), tests.block('owner', 'blocked'), tests.set_visibility('owner', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('moderator'), 'moderator');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
select tests.user_id(name), 'health_data', true, '1', 'en' from unnest(array['owner', 'stranger']) as name;
create temporary table people (who, ordinal) as
  select who, ordinal
  from unnest(array['owner', 'follower', 'stranger', 'blocked', 'moderator', 'anon', 'service_role'])
    with ordinality as person (who, ordinal);

create function tests.run(p_base integer, p_vitals jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select p_vitals || jsonb_build_object(
    'id', tests.id(p_base), 'name', 'Run', 'started_at', '2026-03-02T18:00:00Z', 'time_zone', 'UTC',
    'visibility', 'public', 'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_base + 1), 'exercise_id', tests.exercise_id('air-bike'), 'position', 1,
      'sets', jsonb_build_array(
        p_vitals || jsonb_build_object('id', tests.id(p_base + 2), 'position', 1, 'duration_seconds', 1800)
      )
    ))
  );
$$;
create function tests.log(p_who text, p_workout jsonb)
returns text
language sql
set search_path = ''
as $$
  select tests.answer(p_who, format('select public.log_workout(%L) #>> ''{workout,revision}''', p_workout));
$$;
select is(
  tests.log('owner', tests.run(10, '{"max_heart_rate": 171}')) || tests.log('stranger', tests.run(20, '{}')), '11',
  'VIT-RLS-01: two people log a run each, one of them with a pulse'
);

select results_eq(
  $$
    select who, tests.attempt(who, format('select from public.workouts where id = %L', tests.id(10))),
      tests.attempt(who, 'select from public.workout_vitals'), tests.attempt(who, 'select from public.workout_set_vitals'),
      tests.answer(who, format('select private.workout_document(%L)::text ~ ''heart''', tests.id(10)))
    from people
    order by ordinal
  $$,
  $$
    values
      ('owner', '1', '1', '1', 'true'), ('follower', '1', '0', '0', 'false'), ('stranger', '1', '0', '0', 'false'),
      ('blocked', '0', '0', '0', null), ('moderator', '1', '0', '0', 'false'),
      ('anon', '42501', '42501', '42501', '42501'), ('service_role', '1', '1', '1', 'true')
  $$,
  'VIT-RLS-02: whoever sees a workout does not see its owner''s heart'
);
select results_eq(
  $$
    select who, tests.answer(who, format(
      'select (public.sync_pull() -> ''changes'')::text ~ %L', tests.id(12)::text || '.*max_heart_rate'
    ))
    from people
    where who not in ('owner', 'anon', 'service_role')
    order by ordinal
  $$,
  $$ values ('follower', 'false'), ('stranger', 'false'), ('blocked', 'false'), ('moderator', 'false') $$,
  'VIT-RLS-03: nor by a pull'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.workout_vitals set max_heart_rate = 180 where true'),
      tests.attempt(who, 'update public.workout_set_vitals set max_heart_rate = 180 where true'),
      tests.attempt(who, 'delete from public.workout_vitals where true'),
      tests.attempt(who, 'delete from public.workout_set_vitals where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$
    values
      ('follower', '0', '0', '0', '0'), ('stranger', '0', '0', '0', '0'), ('blocked', '0', '0', '0', '0'),
      ('moderator', '0', '0', '0', '0'), ('anon', '42501', '42501', '42501', '42501')
  $$,
  'VIT-RLS-04: nobody else changes or deletes them'
);

-- Attacks
select results_eq(
  $$
    select relation, number, tests.answer('stranger', format(
      'insert into public.%I (%I, max_heart_rate) values (%L, 99)', relation, key, tests.id(number)
    ))
    from (values ('workout_vitals', 'workout_id'), ('workout_set_vitals', 'workout_set_id')) as attacked (relation, key)
    cross join unnest(array[10, 12, 999]) as number
    where (relation = 'workout_vitals') <> (number = 12)
    order by relation desc, number
  $$,
  $$
    values ('workout_vitals', 10, 'id_unusable'), ('workout_vitals', 999, 'id_unusable'),
      ('workout_set_vitals', 12, 'id_unusable')
  $$,
  'VIT-ATT-01: a workout or set of another answers as if it did not exist'
);
select results_eq(
  $$
    select relation, number, tests.answer('stranger', format('select public.sync_push(%L) #>> ''{errors,0,code}''',
      jsonb_build_object(relation, jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
        'id', tests.id(number), key, tests.id(number), 'max_heart_rate', 99
      ))))))
    from (
      values ('workout_vitals', 'workout_id', 10), ('workout_set_vitals', 'workout_set_id', 12),
        ('workout_set_vitals', 'workout_set_id', 999)
    ) as attacked (relation, key, number)
  $$,
  $$
    values ('workout_vitals', 10, 'id_unusable'), ('workout_set_vitals', 12, 'id_unusable'),
      ('workout_set_vitals', 999, 'id_unusable')
  $$,
  'VIT-ATT-02: through sync too'
);
select is(
  tests.answer('stranger', format(
    'insert into public.workout_set_vitals (workout_set_id, max_heart_rate) values (%L, 160) returning max_heart_rate',
    tests.id(22)
  )),
  '160', 'VIT-RLS-05: while one''s own set takes them'
);
select results_eq(
  $$
    select assignment, tests.answer('stranger', 'update public.workout_set_vitals set ' || assignment || ' where true')
    from unnest(array[
      'workout_set_id = tests.id(12)', 'user_id = tests.user_id(''owner'')', 'version = 9', 'changed_in = 0'
    ]) as assignment
  $$,
  $$
    values ('workout_set_id = tests.id(12)', 'column_immutable'), ('user_id = tests.user_id(''owner'')', '42501'),
      ('version = 9', '42501'), ('changed_in = 0', '42501')
  $$,
  'VIT-MASS-01: nobody moves them to another''s set, or writes what is derived'
);
select results_eq(
  $$
    select relation, tests.attempt('owner', format('update public.%I set max_heart_rate = 171 where id = %L', relation, id))
    from (values ('workouts', tests.id(10)), ('workout_sets', tests.id(12))) as parent (relation, id)
  $$,
  $$ values ('workouts', '42703'), ('workout_sets', '42703') $$,
  'VIT-MASS-02: and no such value can be put where followers read'
);
select results_eq(
  $$
    select assignment, tests.attempt('owner', 'update public.workout_vitals set ' || assignment || ' where true')
    from unnest(array['max_heart_rate = null', 'energy_kcal = -1', 'average_heart_rate = 251', 'max_heart_rate = 19']) as assignment
  $$,
  $$
    values ('max_heart_rate = null', '23514'), ('energy_kcal = -1', '23514'), ('average_heart_rate = 251', '23514'),
      ('max_heart_rate = 19', '23514')
  $$,
  'VIT-RLS-06: a row has a value, within human bounds'
);
select results_eq(
  $$
    select user_id, max_heart_rate, version from public.workout_vitals
    union all
    select user_id, max_heart_rate, version from public.workout_set_vitals where workout_set_id = tests.id(12)
  $$,
  $$ values (tests.user_id('owner'), 171::smallint, 1), (tests.user_id('owner'), 171::smallint, 1) $$,
  'VIT-RLS-07: after which all is as the owner left it'
);

select * from finish();
rollback;
