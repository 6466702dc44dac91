begin;
select plan(17);

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
    insert into public.exercise_preferences (exercise_id, is_favorite, pinned_note)
    values (tests.exercise_id('push-up'), true, 'Seat 4'), (tests.id(1), false, null)
  $$), '2',
  'PREF-RLS-01: one prefers global exercises and one''s own'
);
select results_eq(
  $$ select who, tests.attempt(who, 'select from public.exercise_preferences') from people order by ordinal $$,
  $$
    values
      ('owner', '2'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('moderator', '0'), ('anon', '42501'),
      ('service_role', '2')
  $$,
  'PREF-RLS-02: which is read by nobody else, be the profile as public as may be'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'update public.exercise_preferences set pinned_note = ''mine'' where true')
    from people
    where who <> 'owner'
    order by ordinal
  $$,
  $$
    values
      ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('moderator', '0'), ('anon', '42501'),
      ('service_role', '2')
  $$,
  'PREF-RLS-03: nor changed, but by the backend'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'delete from public.exercise_preferences where true')
    from people
    where who not in ('owner', 'service_role')
    order by ordinal
  $$,
  $$ values ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('moderator', '0'), ('anon', '42501') $$,
  'PREF-RLS-04: nor deleted'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      insert into public.exercise_preferences (exercise_id) values (tests.exercise_id('pull-up'))
    $q$)
    from people
    where who <> 'service_role'
    order by ordinal
  $$,
  $$
    values
      ('owner', '1'), ('follower', '1'), ('stranger', '1'), ('blocked', '1'), ('moderator', '1'), ('anon', '42501')
  $$,
  'PREF-RLS-05: everybody signed in has preferences of their own for the same exercise'
);

-- Attacks
select results_eq(
  $$
    select what, tests.answer('stranger', format(
      'insert into public.exercise_preferences (exercise_id) values (%L) returning true', exercise_id
    ))
    from (
      values ('another''s', tests.id(1)), ('none', tests.id(999)), ('own', tests.id(2))
    ) as targets (what, exercise_id)
  $$,
  $$ values ('another''s', 'id_unusable'), ('none', 'id_unusable'), ('own', 'true') $$,
  'PREF-RLS-06: an exercise of another answers as if it did not exist'
);
select is(
  tests.answer('stranger', format(
    'insert into public.exercise_preferences (exercise_id) values (%L)
     on conflict (user_id, exercise_id) do update set exercise_id = excluded.exercise_id returning true', tests.id(1)
  )), 'id_unusable',
  'PREF-RLS-07: by upsert, too'
);
select is(
  tests.answer('stranger', format(
    'update public.exercise_preferences set exercise_id = %L where exercise_id = %L', tests.id(1), tests.id(2)
  )), 'column_immutable',
  'PREF-RLS-08: and no row is pointed at it afterwards'
);
select results_eq(
  $$
    select
      assignment,
      tests.attempt('owner', format('update public.exercise_preferences set %s where true', assignment))
    from unnest(array[
      'user_id = tests.user_id(''stranger'')', 'version = 9', 'created_at = now()', 'updated_at = now()'
    ]) as assignment
  $$,
  $$
    values
      ('user_id = tests.user_id(''stranger'')', '42501'), ('version = 9', '42501'), ('created_at = now()', '42501'),
      ('updated_at = now()', '42501')
  $$,
  'PREF-MASS-01: nobody writes whose preferences they are, their version, or their times'
);
select is(
  tests.attempt('stranger', $$
    insert into public.exercise_preferences (user_id, exercise_id)
    values (tests.user_id('owner'), tests.exercise_id('chin-up'))
  $$), '42501',
  'PREF-MASS-02: nor in the name of another'
);
select results_eq(
  $$
    select exercise_id, is_favorite, version
    from public.exercise_preferences
    where user_id = tests.user_id('owner') and exercise_id <> tests.exercise_id('pull-up')
    order by is_favorite
  $$,
  $$ values (tests.id(1), false, 2), (tests.exercise_id('push-up'), true, 2) $$,
  'PREF-RLS-09: after which they are as the owner, and the backend once, left them'
);

-- What a client does with them
select is(
  tests.attempt('owner', $$
    insert into public.exercise_preferences (exercise_id, default_rest_seconds, unit_system)
    values (tests.exercise_id('push-up'), 90, 'imperial')
    on conflict (user_id, exercise_id) do update
      set exercise_id = excluded.exercise_id, default_rest_seconds = excluded.default_rest_seconds,
        unit_system = excluded.unit_system
  $$), '1',
  'PREF-UPS-01: an upsert changes the row that is there'
);
select results_eq(
  $$
    select is_favorite, default_rest_seconds, unit_system, version
    from public.exercise_preferences
    where user_id = tests.user_id('owner') and exercise_id = tests.exercise_id('push-up')
  $$,
  $$ values (true, 90, 'imperial', 3) $$,
  'PREF-UPS-02: leaves what it does not name, and raises the version'
);
select results_eq(
  $$
    select version, tests.attempt('owner', format(
      'update public.exercise_preferences set is_favorite = false where exercise_id = %L and version = %s',
      tests.exercise_id('push-up'), version
    ))
    from unnest(array[2, 3]) as version
  $$,
  $$ values (2, '0'), (3, '1') $$,
  'PREF-UPS-03: who saw an older version changes nothing'
);
select is(
  tests.attempt('owner', 'delete from public.exercise_preferences where exercise_id = tests.exercise_id(''push-up'')'),
  '1', 'PREF-RLS-10: the owner deletes them'
);
select results_eq(
  $$
    select
      assignment,
      tests.attempt('owner', format('update public.exercise_preferences set %s where true', assignment))
    from unnest(array[
      'default_rest_seconds = -1', 'default_rest_seconds = 3601', 'unit_system = ''stone''', 'pinned_note = ''''',
      'pinned_note = repeat(''x'', 1001)', 'is_favorite = null'
    ]) as assignment
  $$,
  $$
    values
      ('default_rest_seconds = -1', '23514'), ('default_rest_seconds = 3601', '23514'),
      ('unit_system = ''stone''', '23514'), ('pinned_note = ''''', '23514'),
      ('pinned_note = repeat(''x'', 1001)', '23514'), ('is_favorite = null', '23502')
  $$,
  'PREF-RANGE-01: values out of range are refused'
);
select results_eq(
  $$
    select
      assignment,
      tests.attempt('owner', format('update public.exercise_preferences set %s where true', assignment))
    from unnest(array[
      'default_rest_seconds = 0', 'default_rest_seconds = 3600', 'default_rest_seconds = null',
      'unit_system = ''metric''', 'pinned_note = repeat(''x'', 1000)'
    ]) as assignment
  $$,
  $$
    values
      ('default_rest_seconds = 0', '2'), ('default_rest_seconds = 3600', '2'), ('default_rest_seconds = null', '2'),
      ('unit_system = ''metric''', '2'), ('pinned_note = repeat(''x'', 1000)', '2')
  $$,
  'PREF-RANGE-02: with both ends'
);

select * from finish();
rollback;
