begin;
select plan(12);

select tests.create_user('ada'), tests.create_user('eve');
insert into public.gyms (id, user_id, name) values (tests.id(1), tests.user_id('ada'), 'Home');

select results_eq(
  $$ select changed_in from public.gyms where id = tests.id(1) $$,
  $$ select 1::bigint * 1099511627776 + pg_current_xact_id()::text::bigint $$,
  'SYNC-MARK-01: a new row carries the generation and the transaction that wrote it'
);
update public.gyms set changed_in = 0, version = 5 where id = tests.id(1);
select results_eq(
  $$ select version, changed_in = private.change_mark() from public.gyms where id = tests.id(1) $$,
  $$ values (2, true) $$,
  'SYNC-MARK-02: a change raises the version by one and marks the row, whatever it says itself'
);
update public.gyms set name = 'Home' where id = tests.id(1);
select results_eq(
  $$ select version from public.gyms where id = tests.id(1) $$, 'values (2)',
  'SYNC-MARK-03: an update that changes nothing is no change'
);
select is(
  tests.answer('ada', 'select (private.change_mark() >= private.sync_horizon())::text'), 'true',
  'SYNC-MARK-04: what a transaction writes is not below the horizon that it sees itself'
);

delete from public.gyms where id = tests.id(1);
select results_eq(
  $$ select relation, row_id, changed_in = private.change_mark() from private.tombstones
     where user_id = tests.user_id('ada') $$,
  $$ values ('gyms', tests.id(1), true) $$,
  'SYNC-MARK-05: a deleted row leaves a tombstone with the mark of its deletion'
);

select results_eq(
  $$ select who, tests.answer(who, 'select count(*) from private.tombstones')
     from unnest(array['ada', 'eve', 'anon']) as who $$,
  $$ values ('ada', '1'), ('eve', '0'), ('anon', '42501') $$,
  'SYNC-RLS-02: tombstones are read by the owner of what was deleted alone'
);
select is_empty(
  $$
    select who, statement, tests.attempt(who, statement)
    from unnest(array['eve', 'anon']) as who
    cross join unnest(array[
      'insert into private.tombstones (user_id, relation, row_id) values (tests.user_id(''ada''), ''gyms'', tests.id(2))',
      'delete from private.tombstones where true', 'select generation from private.sync_state',
      'update private.sync_state set generation = 2 where true'
    ]) as statement
    where tests.attempt(who, statement) <> '42501'
  $$,
  'SYNC-RLS-01: nobody writes tombstones, or reaches what marks are counted from'
);
select is(
  tests.attempt('eve', $$ insert into public.gyms (id, name, changed_in) values (tests.id(3), 'Home', 0) $$), '42501',
  'SYNC-RLS-03: nor marks rows themselves'
);

update private.tombstones set deleted_at = now() - interval '401 days' where true;
select private.forget_tombstones();
select results_eq(
  $$ select (select count(*) from private.tombstones), forgotten_through = private.change_mark() from private.sync_state $$,
  $$ values (0::bigint, true) $$,
  'SYNC-MARK-06: a tombstone is forgotten after 400 days, and how far is remembered'
);

-- Of each user as many as the quota says. Ada's four are of earlier transactions.
update private.sync_state set forgotten_through = 0 where is_single;
update private.quotas set max_count = 2 where name = 'tombstones';
insert into private.tombstones (user_id, relation, row_id, changed_in)
select tests.user_id(name), relation, tests.id(number), 1099511627776 + number
from (values
  ('ada', 'gyms', 1), ('ada', 'gyms', 2), ('ada', 'routines', 2), ('ada', 'plans', 3), ('ada', 'plans', 4), ('eve', 'gyms', 1)
) as buried (name, relation, number);
select private.forget_tombstones();
select results_eq(
  $$ select user_id, changed_in - 1099511627776 from private.tombstones order by user_id = tests.user_id('eve'), 2 $$,
  $$ values (tests.user_id('ada'), 3::bigint), (tests.user_id('ada'), 4), (tests.user_id('eve'), 1) $$,
  'SYNC-MARK-07: of each user''s tombstones the oldest go when they are too many'
);
select results_eq(
  $$
    select who, tests.answer(who, format('select private.is_sync_cursor(%s)', 1099511627776 + mark)),
      tests.answer(who, format('select public.sync_pull(%s) ->> ''experimentalStrategy''', 1099511627776 + mark))
    from (values ('ada', 2), ('ada', 3), ('eve', 1)) as cursors (who, mark)
  $$,
  $$ values ('ada', 'false', 'replacement'), ('ada', 'true', null), ('eve', 'true', null) $$,
  'SYNC-MARK-08: and a device of theirs that has not pulled since gets everything, as nobody else''s does'
);
select results_eq(
  $$
    select who, tests.answer(who, format(
      'select private.is_sync_cursor(%s, tests.user_id(''ada''))', 1099511627776 + 2
    ))
    from unnest(array['ada', 'eve', 'service_role', 'anon']) as who
  $$,
  $$ values ('ada', 'false'), ('eve', 'true'), ('service_role', 'false'), ('anon', '42501') $$,
  'SYNC-RLS-04: of whom else deleted how much a client learns nothing'
);

select * from finish();
rollback;
