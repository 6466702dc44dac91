begin;
select plan(18);

select tests.create_user('ada'), tests.create_user('bob'), tests.create_user('cyd'), tests.create_user('dan');
select tests.set_visibility('ada', 'public');
select tests.follow('cyd', 'ada');
select tests.block('ada', 'dan');

select tests.sign_in('ada');
select lives_ok(
  $$ insert into public.workouts (id, name, started_at, time_zone)
     values (tests.id(1), 'Push', '2026-03-29T22:30:00Z', 'Europe/Berlin') $$,
  'WRK-RLS-01: an owner logs a workout'
);
select results_eq(
  $$ select local_date, effective_visibility from public.workouts $$,
  $$ values (date '2026-03-30', 'private') $$,
  'WRK-DAY-01: local_date follows the zone across a daylight-saving change'
);
select throws_ok(
  $$ insert into public.workouts (id, user_id, name, started_at, time_zone)
     values (tests.id(2), tests.user_id('bob'), 'Pull', now(), 'UTC') $$,
  '42501', null,
  'WRK-RLS-02: nobody logs in the name of another'
);
select throws_ok(
  $$ insert into public.workouts (id, name, started_at, time_zone, effective_visibility)
     values (tests.id(2), 'Pull', now(), 'UTC', 'public') $$,
  '42501', null,
  'WRK-RLS-03: nobody writes a derived column'
);
select throws_ok(
  $$ update public.workouts set id = tests.id(9) where id = tests.id(1) $$,
  'PT409', 'column_immutable',
  'WRK-KEEP-01: an id never changes'
);
select throws_ok(
  $$ insert into public.workouts (id, name, started_at, time_zone) values (tests.id(2), 'Pull', now(), 'Nowhere/Land+3') $$,
  'PT422', 'invalid_field',
  'WRK-ZONE-01: a time zone that nobody knows is refused'
);

select tests.sign_in('bob');
select is_empty($$ select id from public.workouts $$, 'WRK-RLS-04: a stranger reads no private workout');
select is_empty(
  $$ update public.workouts set name = 'mine' where id = tests.id(1) returning id $$,
  'WRK-RLS-05: a stranger changes nothing'
);
select is_empty(
  $$ delete from public.workouts where id = tests.id(1) returning id $$,
  'WRK-RLS-06: a stranger deletes nothing'
);

select tests.sign_in('ada');
select results_eq($$ select name from public.workouts $$, $$ values ('Push') $$, 'WRK-RLS-07: and the row is as it was');
update public.workouts set visibility = 'followers' where id = tests.id(1);

select tests.sign_in('cyd');
select isnt_empty($$ select id from public.workouts $$, 'WRK-RLS-08: a follower reads a followers-only workout');
select tests.sign_in('bob');
select is_empty($$ select id from public.workouts $$, 'WRK-RLS-09: a stranger cannot read a followers-only workout');

select tests.sign_in('ada');
update public.workouts set visibility = 'public' where id = tests.id(1);
select tests.sign_in('bob');
select isnt_empty($$ select id from public.workouts $$, 'WRK-RLS-10: everybody signed in reads a public workout');
select tests.sign_in('dan');
select is_empty($$ select id from public.workouts $$, 'WRK-RLS-11: a blocked user does not');

select tests.act_as('anon');
select throws_ok($$ select id from public.workouts $$, '42501', null, 'WRK-RLS-12: without an account nobody reads workouts');
select tests.act_as('service_role');
select isnt_empty($$ select id from public.workouts $$, 'WRK-RLS-13: the backend reads all');

select tests.sign_in('ada');
update public.profiles set visibility = 'private' where user_id = tests.user_id('ada');
select tests.sign_in('bob');
select is_empty($$ select id from public.workouts $$, 'WRK-VIS-01: a private profile hides public workouts at once');
select tests.sign_in('ada');
update public.profiles set visibility = 'public' where user_id = tests.user_id('ada');
select results_eq(
  $$ select visibility, effective_visibility from public.workouts $$,
  $$ values ('public', 'public') $$,
  'WRK-VIS-02: and opening the profile again restores what the owner chose'
);

select * from finish();
rollback;
