begin;
select plan(23);

select tests.create_user(name)
from unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as name;
select tests.follow('follower', 'owner'), tests.follow('requester', 'owner', 'pending');
select tests.follow('blocked', 'owner'), tests.block('owner', 'blocked');
select tests.follow('blocker', 'owner'), tests.block('blocker', 'owner');
update public.profiles set username = 'olga', bio = 'as it was' where user_id = tests.user_id('owner');

-- Who reads
create function tests.profile_readers()
returns setof text
language sql
as $$
  select concat_ws(' ', who, tests.attempt(who, $q$
    select from public.profiles where user_id = tests.user_id('owner')
  $q$))
  from unnest(array[
    'owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker', 'anon', 'service_role'
  ]) as who;
$$;

select results_eq(
  'select * from tests.profile_readers()',
  array['owner 1', 'follower 0', 'requester 0', 'stranger 0', 'blocked 0', 'blocker 0', 'anon 42501', 'service_role 1'],
  'PRF-RLS-01: a new profile is private: only its owner and the backend read it'
);
select tests.set_visibility('owner', 'followers');
select results_eq(
  'select * from tests.profile_readers()',
  array['owner 1', 'follower 1', 'requester 0', 'stranger 0', 'blocked 0', 'blocker 0', 'anon 42501', 'service_role 1'],
  'PRF-RLS-02: one for followers is read by who was accepted; a request does not count, a block beats a follow'
);
select tests.set_visibility('owner', 'public');
select results_eq(
  'select * from tests.profile_readers()',
  array['owner 1', 'follower 1', 'requester 1', 'stranger 1', 'blocked 0', 'blocker 0', 'anon 42501', 'service_role 1'],
  'PRF-RLS-03: a public one is read by everybody signed in, but for a block in either direction'
);

-- Who writes
select results_eq(
  $$
    select who, tests.attempt(who, $q$
      update public.profiles set bio = 'mine' where user_id = tests.user_id('owner')
    $q$)
    from unnest(array['follower', 'requester', 'stranger', 'blocked', 'blocker', 'anon']) as who
  $$,
  $$
    values
      ('follower', '0'), ('requester', '0'), ('stranger', '0'), ('blocked', '0'), ('blocker', '0'), ('anon', '42501')
  $$,
  'PRF-RLS-04: nobody changes the profile of another, however visible it is'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$ delete from public.profiles where user_id = tests.user_id('owner') $q$)
    from unnest(array['owner', 'stranger', 'anon']) as who
  $$,
  $$ values ('owner', '42501'), ('stranger', '42501'), ('anon', '42501') $$,
  'PRF-RLS-05: a profile goes with its user and not before'
);
select results_eq(
  $$
    select who, tests.attempt(who, $q$ insert into public.profiles (user_id) values (gen_random_uuid()) $q$)
    from unnest(array['owner', 'anon']) as who
  $$,
  $$ values ('owner', '42501'), ('anon', '42501') $$,
  'PRF-RLS-06: and no client makes one'
);
select results_eq(
  $$ select username, bio, visibility from public.profiles where user_id = tests.user_id('owner') $$,
  $$ values ('olga', 'as it was', 'public') $$,
  'PRF-RLS-07: after all of which the row is as it was'
);
select is(
  tests.attempt('owner', $$ update public.profiles set bio = 'new' where user_id = tests.user_id('owner') $$), '1',
  'PRF-RLS-08: the owner changes it'
);
select is(
  tests.attempt('owner', $$ update public.profiles set bio = 'everybody' where true $$), '1',
  'PRF-RLS-09: and an update without a filter reaches the own row only'
);
select is(
  tests.attempt('service_role', $$
    update public.profiles set bio = 'moderated' where user_id = tests.user_id('owner')
  $$), '1',
  'PRF-RLS-10: the backend changes it'
);

-- Mass assignment
select results_eq(
  $$
    select field, tests.attempt('owner', format(
      'update public.profiles set %s where user_id = tests.user_id(''owner'')', field
    ))
    from unnest(array[
      'user_id = tests.user_id(''stranger'')', 'username_key = ''admin''', 'avatar_path = ''mine''',
      'avatar_thumbhash = ''mine''', 'avatar_color = ''#000000''', 'created_at = now()', 'updated_at = now()'
    ]) as field
  $$,
  $$
    values
      ('user_id = tests.user_id(''stranger'')', '42501'), ('username_key = ''admin''', '428C9'),
      ('avatar_path = ''mine''', '42501'), ('avatar_thumbhash = ''mine''', '42501'),
      ('avatar_color = ''#000000''', '42501'), ('created_at = now()', '42501'), ('updated_at = now()', '42501')
  $$,
  'PRF-MASS-01: nobody writes whose profile it is, its times, its avatar or what is derived'
);
select results_eq(
  $$
    select who, tests.answer(who, $q$
      select public.record_avatar(tests.user_id('owner'), 'image', 'hash', '#c0ffee') ->> 'previous_id'
    $q$)
    from unnest(array['owner', 'stranger', 'anon', 'service_role', 'service_role']) as who
  $$,
  $$
    values ('owner', '42501'), ('stranger', '42501'), ('anon', '42501'), ('service_role', null),
      ('service_role', 'image')
  $$,
  'PRF-AVATAR-01: the backend alone sets an avatar, and is told which it replaces'
);

-- Names
select tests.act_as('postgres');
select lives_ok(
  $$ update public.profiles set username = 'Ada_L.1815' where user_id = tests.user_id('owner') $$,
  'PRF-NAME-01: letters, digits, _ and . make a username'
);
select throws_ok(
  $$ update public.profiles set username = 'aDA_l.1815' where user_id = tests.user_id('stranger') $$,
  'PT409', 'username_taken',
  'PRF-NAME-02: a username is taken in every spelling of its case'
);
select results_eq(
  $$
    select name, attempt
    from unnest(array[
      'ab', repeat('a', 31), '.ada', 'ada_', 'a da', 'ada-l', E'ada\n', E'ad\u0430', 'ＡＤＡ', 'a@b', '', E'ada\u200B'
    ]) as name
    cross join tests.attempt(
      'service_role',
      format('update public.profiles set username = %L where user_id = %L', name, tests.user_id('stranger'))
    ) as attempt
    where attempt <> '23514'
  $$,
  $$ select '', '' where false $$,
  'PRF-NAME-03: what is too short, too long, or has other characters is refused, lookalikes too'
);
select tests.act_as('postgres');
select is(
  tests.attempt('service_role', format(
    'update public.profiles set username = %L where user_id = %L', repeat('a', 30), tests.user_id('stranger')
  )), '1',
  'PRF-NAME-04: 30 characters are a username'
);
select is(
  tests.attempt('service_role', format(
    $$ update public.profiles set username = 'abc' where user_id = %L $$, tests.user_id('stranger')
  )), '1',
  'PRF-NAME-05: and so are 3'
);
select is(
  tests.attempt('stranger', $$ update public.profiles set display_name = '' where bio is null $$), '23514',
  'PRF-NAME-06: a display name is not empty'
);
select is(
  tests.attempt('stranger', $$ update public.profiles set display_name = repeat('é', 61) where bio is null $$), '23514',
  'PRF-NAME-07: nor longer than 60 characters'
);
select is(
  tests.attempt('stranger', $$ update public.profiles set display_name = repeat('💪', 60) where bio is null $$), '1',
  'PRF-NAME-08: 60 emoji are 60 characters'
);
select is(
  tests.attempt('stranger', $$ update public.profiles set bio = repeat('x', 501) where bio is null $$), '23514',
  'PRF-NAME-09: a bio has at most 500'
);
select is(
  tests.attempt('stranger', $$ update public.profiles set visibility = 'friends' where bio is null $$), '23514',
  'PRF-VIS-01: a visibility is public, followers or private'
);
select is(
  tests.attempt('stranger', 'update public.profiles set visibility = null where bio is null'), '23502',
  'PRF-VIS-02: and never nothing'
);

select * from finish();
rollback;
