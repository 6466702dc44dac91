begin;
select plan(9);

select tests.create_user(name) from unnest(array['ada', 'bob', 'sso']) as name;
update auth.users set email_confirmed_at = null where id = tests.user_id('bob');
update auth.users set is_sso_user = true where id = tests.user_id('sso');

select is_empty(
  $$
    select who, tests.attempt(who, $q$ select private.appoint_first_admin('ada@example.test') $q$)
    from unnest(array['anon', 'ada', 'service_role']) as who
    where tests.attempt(who, $q$ select private.appoint_first_admin('ada@example.test') $q$) <> '42501'
  $$,
  'ADMIN-01: nobody appoints an admin through the API'
);
select throws_ok(
  $$ select private.appoint_first_admin('nobody@example.test') $$, 'P0001', null, 'ADMIN-02: who has no account is no admin'
);
select throws_ok(
  $$ select private.appoint_first_admin('bob@example.test') $$, 'P0001', null,
  'ADMIN-03: nor who has not shown that the address is theirs'
);
select throws_ok(
  $$ select private.appoint_first_admin('sso@example.test') $$, 'P0001', null,
  'ADMIN-04: nor whose address another identity provider vouches for'
);
select throws_ok(
  'select private.appoint_first_admin(null)', 'P0001', null, 'ADMIN-05: nor nobody'
);
select is(
  private.appoint_first_admin('ADA@Example.test'), tests.user_id('ada'),
  'ADMIN-06: the owner of the database appoints the first'
);
select is(tests.answer('ada', $$ select private.has_role('admin') $$), 'true', 'ADMIN-07: who is an admin at once');
select throws_ok(
  $$ select private.appoint_first_admin('ada@example.test') $$, 'P0001', 'There is an admin already.',
  'ADMIN-08: there is one first admin'
);
select results_eq(
  'select actor_id, subject_id, action, details from public.audit_events',
  $$ values (null::uuid, tests.user_id('ada'), 'role.granted', '{"role": "admin"}'::jsonb) $$,
  'ADMIN-09: and the ledger says so'
);

select * from finish();
rollback;
