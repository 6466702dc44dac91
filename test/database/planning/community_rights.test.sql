begin;
select plan(14);

-- Ada is in the library with two plans, one of which a moderator took out. Templates are nobody's.
select tests.create_user(name) from unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('follower', 'ada'), tests.block('ada', 'blocked');
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');
delete from public.published_plans where true;

create function tests.publish(p_number integer, p_author text, p_name text default 'Strength')
returns void
language sql
as $$
  insert into public.published_plans (
    id, user_id, slug, name, weeks, is_repeating, days_per_week, exercises, document, source, license
  )
  values (
    tests.id(p_number), tests.user_id(p_author), case when p_author is null then 'template-' || p_number end, p_name, 4,
    false, 3, 0, '{"type": "plan", "name": "X", "weeks": 4, "days": [], "routines": [], "exercises": []}', 'user',
    'CC0-1.0'
  );
$$;
select tests.publish(1, 'ada'), tests.publish(2, 'ada', 'Removed'), tests.publish(3, null, 'Template');
update public.published_plans
set visibility = 'private', removed_at = now(), removal_reason = 'Copied from a book' where id = tests.id(2);

create temporary view everybody as
  select unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod', 'anon', 'service_role']) as who;
-- What everybody's attempt comes to, each on the same rows.
create function tests.attempts(p_statement text)
returns text
language plpgsql
as $$
declare
  v_attempts text;
  v_attempt text;
begin
  for v_attempt in select who from everybody loop
    begin
      v_attempt := tests.attempt(v_attempt, p_statement);
      raise exception using errcode = 'ZZ000', message = v_attempt;
    exception
      when sqlstate 'ZZ000' then
        v_attempts := concat_ws(' ', v_attempts, sqlerrm);
    end;
  end loop;
  return v_attempts;
end;
$$;

-- ada, follower, stranger, blocked, mod, anon, service_role
select results_eq(
  $$
    select operation, tests.attempts(statement)
    from (values
      ('select', 'select from public.published_plans'),
      ('insert', $q$
        insert into public.published_plans (
          id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
        )
        values (tests.id(20), tests.user_id('ada'), 'X', 1, false, 1, 0, '{"type": "plan"}', 'user', 'CC0-1.0')
      $q$),
      ('update', 'update public.published_plans set name = ''Y'' where true'),
      ('delete', 'delete from public.published_plans where true'),
      ('unpublish', 'select public.unpublish_plan(tests.id(1))'),
      ('unpublish a template', 'select public.unpublish_plan(tests.id(3))'),
      ('remove', 'select public.remove_published_plan(tests.id(1), ''Why'')'),
      ('remove a template', 'select public.remove_published_plan(tests.id(3), ''Why'')'),
      ('read', 'select public.community_plan(tests.id(1))'),
      ('read a removed one', 'select public.community_plan(tests.id(2))'),
      ('list', 'select public.community_plans()'),
      ('copy', 'select public.copy_plan(tests.id(1), tests.id(20))'),
      ('copy a removed one', 'select public.copy_plan(tests.id(2), tests.id(20))')
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('select', '3 2 2 1 2 42501 3'),
      ('insert', '42501 42501 42501 42501 42501 42501 1'),
      ('update', '42501 42501 42501 42501 42501 42501 3'),
      ('delete', '2 0 0 0 0 42501 3'),
      ('unpublish', '1 PT409 PT409 PT409 PT409 42501 42501'),
      ('unpublish a template', 'PT409 PT409 PT409 PT409 PT409 42501 42501'),
      ('remove', 'PT403 PT403 PT403 PT403 1 42501 42501'),
      ('remove a template', 'PT403 PT403 PT403 PT403 PT409 42501 42501'),
      ('read', '1 1 1 PT409 1 42501 42501'),
      ('read a removed one', '1 PT409 PT409 PT409 PT409 42501 42501'),
      ('list', '1 1 1 1 1 42501 42501'),
      ('copy', '1 1 1 PT409 1 42501 42501'),
      ('copy a removed one', '1 PT409 PT409 PT409 PT409 42501 42501')
  $$,
  'COM-RLS-01: the library is read by whoever is signed in, left by its authors, and cleared by moderators'
);
select results_eq(
  $$
    select operation, tests.attempts(statement)
    from (values
      ('like', 'select public.like_plan(tests.id(1))'),
      ('like a template', 'select public.like_plan(tests.id(3))'),
      ('like a removed one', 'select public.like_plan(tests.id(2))'),
      ('like nothing', 'select public.like_plan(tests.id(99))'),
      ('like past the RPC', 'select private.add_plan_like(tests.id(2))'),
      ('like by the table', 'insert into public.plan_likes (user_id, published_plan_id) values (auth.uid(), tests.id(1))'),
      ('like for another', $q$
        insert into public.plan_likes (user_id, published_plan_id) values (tests.user_id('stranger'), tests.id(1))
      $q$),
      ('move', 'update public.plan_likes set published_plan_id = tests.id(3) where true'),
      ('use', $q$
        insert into public.plan_uses (user_id, published_plan_id, type) values (auth.uid(), tests.id(1), 'copy')
      $q$)
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('like', 'PT409 1 1 PT409 1 42501 42501'),
      ('like a template', '1 1 1 1 1 42501 42501'),
      ('like a removed one', 'PT409 PT409 PT409 PT409 PT409 42501 42501'),
      ('like nothing', 'PT409 PT409 PT409 PT409 PT409 42501 42501'),
      ('like past the RPC', 'PT409 PT409 PT409 PT409 PT409 42501 42501'),
      ('like by the table', '42501 42501 42501 42501 42501 42501 23502'),
      ('like for another', '42501 42501 42501 42501 42501 42501 1'),
      ('move', '42501 42501 42501 42501 42501 42501 0'),
      ('use', '42501 42501 42501 42501 42501 42501 23502')
  $$,
  'COM-RLS-02: one likes the plans of others that one sees, in one''s own name; what is not seen is as if it were not'
);

-- Likes and uses of others
select tests.attempt(who, 'select public.like_plan(tests.id(1)), public.like_plan(tests.id(3))')
from unnest(array['follower', 'stranger']) as who;
insert into public.plan_uses (user_id, published_plan_id, type)
values (tests.user_id('stranger'), tests.id(1), 'copy'), (tests.user_id('stranger'), tests.id(1), 'completion');
select results_eq(
  $$
    select operation, tests.attempts(statement)
    from (values
      ('select likes', 'select from public.plan_likes'),
      ('delete likes', 'delete from public.plan_likes where true'),
      ('take back', 'select public.unlike_plan(tests.id(1))'),
      ('select uses', 'select from public.plan_uses'),
      ('update uses', 'update public.plan_uses set type = ''copy'' where type = ''copy'''),
      ('delete uses', 'delete from public.plan_uses where true')
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('select likes', '0 2 2 0 0 42501 4'),
      ('delete likes', '42501 42501 42501 42501 42501 42501 4'),
      ('take back', '1 1 1 1 1 42501 42501'),
      ('select uses', '0 0 2 0 0 42501 2'),
      ('update uses', '42501 42501 42501 42501 42501 42501 1'),
      ('delete uses', '42501 42501 42501 42501 42501 42501 2')
  $$,
  'COM-RLS-03: everybody reads and takes back their own alone, the author too'
);
select results_eq(
  $$
    select tests.attempt('stranger', 'select public.like_plan(tests.id(1))'),
      tests.attempt('ada', 'select public.unlike_plan(tests.id(1))'),
      tests.answer('stranger', 'select count(*) from public.plan_likes where published_plan_id = tests.id(1)')
  $$,
  $$ values ('1', '1', '1') $$,
  'COM-LIKE-01: a like that is sent again is one like, and nobody takes back another''s'
);
select results_eq(
  $$ select id, like_count, copy_count, completion_count, popularity from public.published_plans order by id $$,
  $$ values (tests.id(1), 2, 1, 1, 15), (tests.id(2), 0, 0, 0, 0), (tests.id(3), 2, 0, 0, 2) $$,
  'COM-COUNT-01: counts are what is there'
);

-- Counts tell nothing of who
select results_eq(
  $$ select tests.answer('ada', 'select like_count from public.published_plans where id = tests.id(1)') $$,
  $$ values ('2') $$, 'COM-COUNT-02: an author sees how many'
);
select tests.block('stranger', 'ada');
select results_eq(
  $$
    select tests.answer('ada', 'select like_count from public.published_plans where id = tests.id(1)'),
      tests.answer('stranger', 'select count(*) from public.published_plans where id = tests.id(1)'),
      tests.answer('stranger', 'select count(*) from public.plan_likes where published_plan_id = tests.id(1)')
  $$,
  $$ values ('2', '0', '1') $$,
  'COM-COUNT-03: and does not learn from it who blocks whom: a like from before stays counted'
);
select results_eq(
  $$
    select tests.attempt('stranger', 'select public.unlike_plan(tests.id(1))'),
      tests.answer('stranger', 'select count(*) from public.plan_likes where published_plan_id = tests.id(1)')
  $$,
  $$ values ('1', '0') $$,
  'COM-LIKE-02: it can be taken back, though the plan is not seen any more'
);
delete from public.blocks where blocker_id = tests.user_id('stranger');

-- At once
create function tests.seen_when(p_statement text)
returns text
language plpgsql
as $$
declare
  v_seen text;
begin
  execute p_statement;
  select string_agg(format('%s%s%s', counted, listed, copied), ' ')
  into v_seen
  from unnest(array['ada', 'follower', 'stranger']) as who
  cross join lateral tests.answer(who, 'select count(*) from public.published_plans where id = tests.id(1)') as counted
  cross join lateral tests.answer(
    who, 'select jsonb_array_length(public.community_plans() -> ''items'') - 1'
  ) as listed
  cross join lateral left(tests.answer(who, 'select public.copy_plan(tests.id(1), gen_random_uuid())'), 1) as copied;
  raise exception using errcode = 'ZZ000', message = v_seen;
exception
  when sqlstate 'ZZ000' then
    return sqlerrm;
end;
$$;
select results_eq(
  $$
    select event, tests.seen_when(statement)
    from (values
      ('nothing', 'select'),
      ('followers only', 'select tests.set_visibility(''ada'', ''followers'')'),
      ('private', 'select tests.set_visibility(''ada'', ''private'')'),
      ('public again', 'select tests.set_visibility(''ada'', v) from unnest(array[''private'', ''public'']) as v'),
      ('blocked', 'select tests.block(''ada'', ''stranger'')'),
      ('blocks', 'select tests.block(''stranger'', ''ada'')'),
      ('unpublished', 'delete from public.published_plans where id = tests.id(1)')
    ) as events (event, statement)
  $$,
  $$
    values
      ('nothing', '11{ 11{ 11{'), ('followers only', '10{ 00i 00i'), ('private', '10{ 00i 00i'),
      ('public again', '11{ 11{ 11{'), ('blocked', '11{ 11{ 00i'), ('blocks', '11{ 11{ 00i'),
      ('unpublished', '00i 00i 00i')
  $$,
  'COM-VIS-01: a plan is listed and copied while its author''s profile is public and nobody blocks'
);

-- Removed by a moderator
select results_eq(
  $$
    select reason, tests.answer('mod', format('select public.remove_published_plan(tests.id(1), %L)', reason))
    from unnest(array[null, '', '  ', repeat('x', 2001)]) as reason
    where tests.answer('mod', format('select public.remove_published_plan(tests.id(1), %L)', reason)) <> 'invalid_field'
  $$,
  $$ select '', '' where false $$,
  'COM-MOD-01: nothing is removed without a reason'
);
select tests.answer('mod', 'select public.remove_published_plan(tests.id(1), ''Not your own work'')');
select results_eq(
  $$
    select who, tests.answer(who, 'select removal_reason from public.published_plans where id = tests.id(1)')
    from unnest(array['ada', 'stranger', 'mod']) as who
  $$,
  $$ values ('ada', 'Not your own work'), ('stranger', null), ('mod', null) $$,
  'COM-MOD-02: the author is told, and nobody else sees it'
);
select results_eq(
  $$ select actor_id, subject_id, action, details from public.audit_events where action like 'published_plan.%' $$,
  $$
    values (
      tests.user_id('mod'), tests.user_id('ada'), 'published_plan.removed',
      jsonb_build_object('published_plan_id', tests.id(1), 'reason', 'Not your own work')
    )
  $$,
  'COM-MOD-03: the ledger knows who did it'
);
select is(
  tests.answer('mod', 'select public.remove_published_plan(tests.id(1), ''Again'')'), 'id_unusable',
  'COM-MOD-04: what is gone is not removed again'
);

-- Leaving
delete from auth.users where id in (tests.user_id('follower'), tests.user_id('ada'));
select results_eq(
  $$ select id, like_count, (select count(*) from public.plan_likes) from public.published_plans order by id $$,
  $$ values (tests.id(3), 1, 1::bigint) $$,
  'COM-COUNT-04: with an account go its plans, its likes, and their counts'
);

select * from finish();
rollback;
