begin;
select plan(13);

select tests.create_user(name)
from unnest(array['owner', 'follower', 'stranger', 'blocked', 'admin']) as name;
select tests.follow('follower', 'owner'), tests.block('owner', 'blocked'), tests.set_visibility('owner', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('admin'), 'admin');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
select tests.user_id(name), 'health_data', true, '1', 'en'
from unnest(array['owner', 'follower', 'stranger', 'blocked', 'admin']) as name;

select is(
  tests.attempt('owner', $$
    insert into public.body_facts (sex, birth_date, height_meters) values ('female', '1990-02-28', 1.68)
  $$), '1', 'BODY-RLS-01: the owner states them'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.body_facts')
    from unnest(array['owner', 'follower', 'stranger', 'blocked', 'admin', 'anon', 'service_role']) as who
  $$,
  $$
    values ('owner', '1'), ('follower', '0'), ('stranger', '0'), ('blocked', '0'), ('admin', '0'), ('anon', '42501'),
      ('service_role', '1')
  $$,
  'BODY-RLS-02: and reads them alone, be the profile public; an admin does not'
);
select results_eq(
  $$
    select who,
      tests.attempt(who, 'update public.body_facts set sex = null where user_id = tests.user_id(''owner'')'),
      tests.attempt(who, 'delete from public.body_facts where user_id = tests.user_id(''owner'')')
    from unnest(array['follower', 'stranger', 'blocked', 'admin', 'anon']) as who
  $$,
  $$
    values
      ('follower', '0', '0'), ('stranger', '0', '0'), ('blocked', '0', '0'), ('admin', '0', '0'),
      ('anon', '42501', '42501')
  $$,
  'BODY-RLS-03: nobody else changes or deletes them'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      insert into public.body_facts (user_id, sex) values (tests.user_id('owner'), 'male')
    $q$)
    from unnest(array['owner', 'stranger', 'anon']) as who
  $$,
  $$ values ('owner', '42501'), ('stranger', '42501'), ('anon', '42501') $$,
  'BODY-MASS-01: nobody says whose they are'
);
select results_eq(
  $$
    select field, tests.attempt('owner', format('update public.body_facts set %s where true', field))
    from unnest(array['user_id = tests.user_id(''stranger'')', 'created_at = now()', 'updated_at = now()']) as field
  $$,
  $$
    values
      ('user_id = tests.user_id(''stranger'')', '42501'), ('created_at = now()', '42501'),
      ('updated_at = now()', '42501')
  $$,
  'BODY-MASS-02: nor hands them over, nor writes their times'
);
select results_eq(
  'select user_id, sex, birth_date, height_meters from public.body_facts',
  $$ values (tests.user_id('owner'), 'female', date '1990-02-28', 1.68) $$,
  'BODY-RLS-04: after which they are as they were stated'
);
select is(
  tests.attempt('owner', $$
    insert into public.body_facts (sex, height_meters) values ('male', 1.7)
    on conflict (user_id) do update set sex = excluded.sex, height_meters = excluded.height_meters
  $$), '1', 'BODY-RLS-05: the owner states them again by an upsert'
);
select results_eq(
  'select user_id, sex, birth_date, height_meters from public.body_facts',
  $$ values (tests.user_id('owner'), 'male', date '1990-02-28', 1.70) $$,
  'BODY-RLS-06: which leaves what it does not name'
);
select is(
  tests.attempt('service_role', $$
    insert into public.body_facts (user_id, sex) values (tests.user_id('stranger'), 'male')
  $$), '1', 'BODY-RLS-07: the backend restores them'
);

-- What they can be
select is_empty(
  $$
    select fact, answer
    from unnest(array[
      'sex = ''other''', 'sex = ''''', 'birth_date = ''1899-12-31''', 'birth_date = ''-infinity''', 'height_meters = 0.49',
      'height_meters = 2.81', 'height_meters = ''NaN''', 'height_meters = -1.7'
    ]) as fact
    cross join tests.answer('owner', format('update public.body_facts set %s where true', fact)) as answer
    where answer is distinct from '23514'
  $$,
  'BODY-CHECK-01: what no body has is refused'
);
select is_empty(
  $$
    select fact, answer
    from unnest(array['current_date + 2', '''infinity''', '''9999-01-01''']) as fact
    cross join tests.answer('owner', format('update public.body_facts set birth_date = %s where true', fact)) as answer
    where answer is distinct from 'invalid_field'
  $$,
  'BODY-CHECK-02: nobody is born tomorrow'
);
select is(
  tests.attempt('owner', 'update public.body_facts set sex = null, birth_date = null, height_meters = null where true'),
  '1', 'BODY-CHECK-03: nothing has to be said'
);
select is(
  tests.attempt('owner', 'delete from public.body_facts where true'), '1', 'BODY-RLS-08: and the owner deletes them'
);

select * from finish();
rollback;
