begin;
select plan(12);

select tests.create_user(name)
from unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as name;
select tests.follow('follower', 'owner'), tests.follow('requester', 'owner', 'pending');
select tests.follow('blocked', 'owner'), tests.block('owner', 'blocked');
select tests.follow('blocker', 'owner'), tests.block('blocker', 'owner');

-- Follows
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.follows')
    from unnest(array[
      'owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker', 'anon', 'service_role'
    ]) as who
  $$,
  $$
    values ('owner', '4'), ('follower', '1'), ('requester', '1'), ('stranger', '0'), ('blocked', '1'), ('blocker', '1'),
      ('anon', '42501'), ('service_role', '4')
  $$,
  'FLW-RLS-01: a follow is read by its two parties'
);
create temporary table attempts (operation, statement) as values
  ('insert', $$
    insert into public.follows (follower_id, followee_id, status)
    values (tests.user_id('stranger'), tests.user_id('owner'), 'accepted')
  $$),
  ('accept', $$ update public.follows set status = 'accepted' where follower_id = tests.user_id('requester') $$),
  ('delete', $$ delete from public.follows where followee_id = tests.user_id('owner') $$);
select is_empty(
  $$
    select operation, who, tests.attempt(who, statement)
    from attempts
    cross join unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'anon']) as who
    where tests.attempt(who, statement) <> '42501'
  $$,
  'FLW-RLS-02: no client writes follows, not even its own: the requester cannot accept for the owner'
);
select results_eq(
  $$ select count(*), count(*) filter (where status = 'accepted') from public.follows $$,
  'values (4::bigint, 3::bigint)',
  'FLW-RLS-03: after which they are as they were'
);
select is(
  tests.attempt('service_role', $$
    update public.follows set status = 'accepted' where follower_id = tests.user_id('requester')
  $$), '1',
  'FLW-RLS-04: the backend writes them'
);
select throws_ok(
  $$ select tests.follow('owner', 'owner') $$, '23514', null, 'FLW-CHECK-01: nobody follows themselves'
);
select throws_ok(
  $$ select tests.follow('stranger', 'owner', 'muted') $$, '23514', null,
  'FLW-CHECK-02: a follow is pending or accepted'
);

-- Blocks
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.blocks')
    from unnest(array['owner', 'blocked', 'blocker', 'stranger', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('owner', '1'), ('blocked', '0'), ('blocker', '1'), ('stranger', '0'), ('anon', '42501'), ('service_role', '2')
  $$,
  'BLK-RLS-01: a block is read by who made it, and never by who is blocked'
);
truncate attempts;
insert into attempts values
  ('insert', $$
    insert into public.blocks (blocker_id, blocked_id) values (tests.user_id('stranger'), tests.user_id('owner'))
  $$),
  ('update', $$ update public.blocks set blocked_id = tests.user_id('stranger') where true $$),
  ('delete', $$ delete from public.blocks where blocked_id = tests.user_id('blocked') $$);
select is_empty(
  $$
    select operation, who, tests.attempt(who, statement)
    from attempts
    cross join unnest(array['owner', 'blocked', 'blocker', 'stranger', 'anon']) as who
    where tests.attempt(who, statement) <> '42501'
  $$,
  'BLK-RLS-02: no client writes blocks: the blocked user cannot lift theirs'
);
select results_eq(
  'select blocker_id, blocked_id from public.blocks order by created_at, blocker_id',
  $$
    select blocker_id, blocked_id
    from (values
      (tests.user_id('owner'), tests.user_id('blocked')), (tests.user_id('blocker'), tests.user_id('owner'))
    ) as expected (blocker_id, blocked_id)
    order by blocker_id
  $$,
  'BLK-RLS-03: after which they are as they were'
);
select throws_ok($$ select tests.block('owner', 'owner') $$, '23514', null, 'BLK-CHECK-01: nobody blocks themselves');

-- The sets that every policy reads
create function tests.set_of(p_who text, p_function text)
returns text
language plpgsql
as $$
declare
  v_names text;
begin
  perform tests.sign_in(p_who);
  execute format(
    $q$
      select string_agg(name, ', ' order by name)
      from %s as member (id)
      join unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as name
        on tests.user_id(name) = id
    $q$,
    p_function
  ) into v_names;
  perform tests.act_as('postgres');
  return coalesce(v_names, '');
end;
$$;

update public.follows set status = 'pending' where follower_id = tests.user_id('requester');
select results_eq(
  $$ select who, tests.set_of(who, 'private.blocked_user_ids()')
     from unnest(array['owner', 'follower', 'stranger', 'blocked', 'blocker']) as who $$,
  $$
    values ('owner', 'blocked, blocker'), ('follower', ''), ('stranger', ''), ('blocked', 'owner'), ('blocker', 'owner')
  $$,
  'SETS-01: a block hides each from the other, whoever made it'
);
select results_eq(
  $$ select who, tests.set_of(who, 'private.followed_user_ids()')
     from unnest(array['owner', 'follower', 'requester', 'stranger', 'blocked', 'blocker']) as who $$,
  $$
    values ('owner', ''), ('follower', 'owner'), ('requester', ''), ('stranger', ''), ('blocked', ''), ('blocker', '')
  $$,
  'SETS-02: a follow counts one way, once it is accepted, and never beside a block'
);

select * from finish();
rollback;
