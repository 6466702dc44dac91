begin;
select plan(10);

select tests.create_user(name) from unnest(array['ada', 'mod', 'bob', 'eve']) as name;
insert into public.user_roles (user_id, role)
values (tests.user_id('ada'), 'admin'), (tests.user_id('mod'), 'moderator');
select tests.answer('ada', $$ select public.grant_role(tests.user_id('bob'), 'moderator') $$);
select tests.answer('ada', $$ select public.grant_role(tests.user_id('bob'), 'moderator') $$);
select tests.answer('eve', $$ select public.grant_role(auth.uid(), 'admin') $$);
select tests.answer('ada', $$ select public.revoke_role(tests.user_id('bob'), 'moderator') $$);
select tests.answer('ada', $$ select public.revoke_role(tests.user_id('bob'), 'moderator') $$);
update public.user_roles set role = 'admin' where user_id = tests.user_id('mod');
delete from auth.users where id = tests.user_id('mod');

create temporary view ledger as
  select actor_id = tests.user_id('ada') as is_by_ada, subject_id, action, details ->> 'role' as role
  from public.audit_events
  order by id;
create temporary table entered as select * from ledger;
grant select on ledger to authenticated;

select results_eq(
  'select * from ledger',
  $$
    values
      (null, tests.user_id('ada'), 'role.granted', 'admin'), (null, tests.user_id('mod'), 'role.granted', 'moderator'),
      (true, tests.user_id('bob'), 'role.granted', 'moderator'),
      (true, tests.user_id('bob'), 'role.revoked', 'moderator'),
      (null, tests.user_id('mod'), 'role.revoked', 'moderator'), (null, tests.user_id('mod'), 'role.granted', 'admin'),
      (null, tests.user_id('mod'), 'role.revoked', 'admin')
  $$,
  'AUD-01: every change of a role is in the ledger once, by whichever way it came; what changed nothing is not'
);
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.audit_events')
    from unnest(array['ada', 'bob', 'eve', 'anon', 'service_role']) as who
  $$,
  $$ values ('ada', '7'), ('bob', '0'), ('eve', '0'), ('anon', '42501'), ('service_role', '7') $$,
  'AUD-RLS-01: admins and the backend read it; whom it speaks of does not'
);
select results_eq(
  $$
    select tests.attempt('eve', $q$ insert into public.user_roles (user_id, role) values (auth.uid(), 'moderator') $q$),
      tests.attempt('service_role', $q$ select private.record_audit_event('role.granted', null, '{}') $q$),
      tests.attempt('ada', $q$ select private.record_audit_event('role.granted', null, '{}') $q$)
  $$,
  $$ values ('42501', '42501', '42501') $$,
  'AUD-RLS-02: nobody makes an entry up'
);
create temporary table attempts (operation, statement) as values
  ('insert', $$ insert into public.audit_events (action) values ('role.granted') $$),
  ('update', $$ update public.audit_events set details = '{}' where true $$),
  ('delete', 'delete from public.audit_events where true'),
  ('truncate', 'truncate public.audit_events'),
  ('upsert', $$
    insert into public.audit_events (id, action) overriding system value
    select id, 'role.granted' from public.audit_events
    on conflict (id) do update set action = 'role.granted'
  $$),
  ('merge', $$
    merge into public.audit_events using (values (1)) as one (number) on true
    when matched then delete
  $$),
  ('disarm', 'alter table public.audit_events disable trigger all'),
  ('sequence', 'select setval(''public.audit_events_id_seq'', 1)');
select is_empty(
  $$
    select operation, who, attempt
    from attempts
    cross join unnest(array['ada', 'eve', 'anon', 'service_role']) as who
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '42501'
  $$,
  'AUD-APPEND-01: nobody writes it through the API, neither admins nor the backend'
);
select throws_ok(
  'update public.audit_events set actor_id = null where true', 'PT409', 'append_only',
  'AUD-APPEND-02: the owner of the database does not change it'
);
select throws_ok(
  'delete from public.audit_events where true', 'PT409', 'append_only', 'AUD-APPEND-03: nor delete from it'
);
select throws_ok('truncate public.audit_events', 'PT409', 'append_only', 'AUD-APPEND-04: nor empty it');
select throws_ok(
  'truncate public.audit_events cascade', 'PT409', 'append_only', 'AUD-APPEND-05: not by a cascade either'
);
select results_eq(
  'select * from ledger', 'select * from entered', 'AUD-APPEND-06: after which it says what was entered'
);
select throws_ok(
  $$ insert into public.audit_events (action) values ('role') $$, '23514', null,
  'AUD-CHECK-01: an action is a domain and a verb'
);

select * from finish();
rollback;
