begin;
select plan(20);

select tests.create_user(name)
from unnest(array['ada', 'mod', 'eve', 'bob', 'blocked']) as name;
select tests.block('ada', 'blocked');
insert into public.user_roles (user_id, role)
values (tests.user_id('ada'), 'admin'), (tests.user_id('mod'), 'moderator');

-- Who reads
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.user_roles')
    from unnest(array['ada', 'mod', 'eve', 'blocked', 'anon', 'service_role']) as who
  $$,
  $$
    values ('ada', '2'), ('mod', '1'), ('eve', '0'), ('blocked', '0'), ('anon', '42501'), ('service_role', '2')
  $$,
  'ROLE-RLS-01: a user reads their own roles, an admin and the backend all; a moderator is no admin'
);

-- Who writes
create temporary table writes (operation, statement) as values
  ('insert', $$ insert into public.user_roles (user_id, role) values (auth.uid(), 'admin') $$),
  ('upsert', $$
    insert into public.user_roles (user_id, role) values (auth.uid(), 'admin')
    on conflict (user_id, role) do update set role = 'admin'
  $$),
  ('update', $$ update public.user_roles set role = 'admin' where true $$),
  ('hand over', $$ update public.user_roles set user_id = auth.uid() where true $$),
  ('delete', 'delete from public.user_roles where true'),
  ('truncate', 'truncate public.user_roles');
select is_empty(
  $$
    select who, operation, attempt
    from writes
    cross join unnest(array['ada', 'mod', 'eve', 'anon', 'service_role']) as who
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '42501'
  $$,
  'ROLE-RLS-02: nobody writes roles past the RPCs, neither an admin nor the backend'
);

-- The RPCs
select results_eq(
  $$
    select who, tests.answer(who, $q$ select public.grant_role(auth.uid(), 'admin') $q$),
      tests.answer(who, $q$ select public.grant_role(tests.user_id('bob'), 'moderator') $q$),
      tests.answer(who, $q$ select public.revoke_role(tests.user_id('ada'), 'admin') $q$)
    from unnest(array['eve', 'mod', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('eve', 'not_allowed', 'not_allowed', 'not_allowed'), ('mod', 'not_allowed', 'not_allowed', 'not_allowed'),
      ('anon', '42501', '42501', '42501'), ('service_role', '42501', '42501', '42501')
  $$,
  'ROLE-ESC-01: nobody but an admin grants or revokes, not to themselves either; a secret key is no admin'
);
select results_eq(
  $$
    select what, tests.answer('eve', format('select private.change_role(%s, %L, true)', user_id, role))
    from (values
      ('oneself', 'auth.uid()', 'admin'), ('nobody', 'null', 'admin'), ('who does not exist', 'gen_random_uuid()', 'admin'),
      ('a role there is not', 'auth.uid()', 'superuser')
    ) as tries (what, user_id, role)
  $$,
  $$
    values
      ('oneself', 'not_allowed'), ('nobody', 'not_allowed'), ('who does not exist', 'not_allowed'),
      ('a role there is not', 'not_allowed')
  $$,
  'ROLE-ESC-02: nor by calling what stands behind them, which tells a stranger nothing'
);
update auth.users
set raw_user_meta_data = '{"role": "admin", "user_roles": ["admin"]}'
where id = tests.user_id('eve');
select set_config('request.jwt.claims', jsonb_build_object(
  'sub', tests.user_id('eve'), 'role', 'authenticated', 'user_roles', array['admin'],
  'user_metadata', '{"role": "admin"}'::jsonb, 'app_metadata', '{"role": "admin"}'::jsonb
)::text, true), set_config('role', 'authenticated', true);
select throws_ok(
  $$ select public.grant_role(auth.uid(), 'admin') $$, 'PT403', 'not_allowed',
  'ROLE-ESC-03: neither metadata nor a claim makes an admin'
);
select ok(not private.has_role('moderator') and not private.has_role('admin'), 'ROLE-ESC-04: nor a moderator');
select tests.act_as('postgres');

select results_eq(
  $$
    select who, role, tests.answer(who, format('select private.has_role(%L)', role))::boolean
    from unnest(array['ada', 'mod', 'eve', 'service_role']) with ordinality as people (who, ordinal)
    cross join unnest(array['moderator', 'admin', 'unheard_of', null]) with ordinality as roles (role, place)
    order by people.ordinal, roles.place
  $$,
  $$
    values
      ('ada', 'moderator', true), ('ada', 'admin', true), ('ada', 'unheard_of', true), ('ada', null, true),
      ('mod', 'moderator', true), ('mod', 'admin', false), ('mod', 'unheard_of', false), ('mod', null, false),
      ('eve', 'moderator', false), ('eve', 'admin', false), ('eve', 'unheard_of', false), ('eve', null, false),
      ('service_role', 'moderator', false), ('service_role', 'admin', false), ('service_role', 'unheard_of', false),
      ('service_role', null, false)
  $$,
  'ROLE-HAS-01: an admin has every role, a moderator that one'
);
select is(
  tests.attempt('ada', $$ select public.grant_role(tests.user_id('bob'), 'moderator') $$), '1',
  'ROLE-GRANT-01: an admin grants a role'
);
select results_eq(
  $$ select role, granted_by from public.user_roles where user_id = tests.user_id('bob') $$,
  $$ values ('moderator', tests.user_id('ada')) $$,
  'ROLE-GRANT-02: and it is known who did'
);
select results_eq(
  $$
    select what, tests.answer('ada', format('select public.grant_role(%s, %L)', user_id, role))
    from (values
      ('the same again', 'tests.user_id(''bob'')', 'moderator'), ('no role', 'tests.user_id(''bob'')', null),
      ('a role there is not', 'tests.user_id(''bob'')', 'owner'), ('nobody', 'null', 'admin'),
      ('who does not exist', 'gen_random_uuid()', 'admin')
    ) as tries (what, user_id, role)
  $$,
  $$
    values
      ('the same again', null), ('no role', 'invalid_field'), ('a role there is not', 'invalid_field'),
      ('nobody', 'id_unusable'), ('who does not exist', 'id_unusable')
  $$,
  'ROLE-GRANT-03: what cannot be granted is refused with its reason; the same again is no error'
);

-- Revoked is revoked with the next statement.
select tests.answer('ada', $$ select public.grant_role(tests.user_id('bob'), 'admin') $$);
select tests.sign_in('bob');
select is((select count(*) from public.user_roles)::integer, 4, 'ROLE-REVOKE-01: an admin of today reads all roles');
select tests.act_as('postgres');
select is(
  tests.attempt('ada', $$ select public.revoke_role(tests.user_id('bob'), 'admin') $$), '1',
  'ROLE-REVOKE-02: until another admin revokes it'
);
select tests.sign_in('bob');
select results_eq(
  'select role from public.user_roles', array['moderator'],
  'ROLE-REVOKE-03: from the next statement on they read their own, whatever their token says'
);
select is((select count(*) from public.audit_events)::integer, 0, 'ROLE-REVOKE-04: nothing of the audit ledger');
select throws_ok(
  $$ select public.grant_role(auth.uid(), 'admin') $$, 'PT403', 'not_allowed', 'ROLE-REVOKE-05: and grant nothing'
);
select tests.act_as('postgres');

-- The last admin
select is(
  tests.answer('ada', $$ select public.revoke_role(auth.uid(), 'admin') $$), 'last_admin',
  'ROLE-LAST-01: the last admin does not resign'
);
select is_empty(
  $$
    select statement, tests.answer('postgres', statement)
    from unnest(array[
      'delete from public.user_roles where true',
      'delete from public.user_roles where role = ''admin''',
      'update public.user_roles set role = ''moderator'' where role = ''admin''',
      'update public.user_roles set user_id = tests.user_id(''eve'') where role = ''admin''',
      'delete from auth.users where id = tests.user_id(''ada'')',
      'delete from auth.users where true'
    ]) as statement
    where tests.answer('postgres', statement) is distinct from 'last_admin'
  $$,
  'ROLE-LAST-02: nor goes by SQL of the owner, or with the account'
);
insert into public.user_roles (user_id, role) values (tests.user_id('eve'), 'admin');
select is(
  tests.answer('postgres', $$ delete from public.user_roles where role = 'admin' $$), 'last_admin',
  'ROLE-LAST-03: nor do all of several at once'
);
select is(
  tests.attempt('postgres', $$ delete from auth.users where id = tests.user_id('ada') $$), '1',
  'ROLE-LAST-04: with another there, an admin''s account can go'
);
select results_eq(
  $$ select role, granted_by from public.user_roles where user_id = tests.user_id('bob') $$,
  $$ values ('moderator', null::uuid) $$,
  'ROLE-LAST-05: and what they granted stays'
);

select * from finish();
rollback;
