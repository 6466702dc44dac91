begin;
select plan(8);

-- Ada shares a routine and a plan; the others look for the links.
select tests.create_user(name) from unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('follower', 'ada'), tests.block('ada', 'blocked');
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');
insert into public.routines (id, user_id, name, visibility)
values (tests.id(1), tests.user_id('ada'), 'Push', 'public'), (tests.id(2), tests.user_id('stranger'), 'Pull', 'public');
insert into public.plans (id, user_id, name, visibility) values (tests.id(3), tests.user_id('ada'), 'Strength', 'public');

create temporary view everybody as
  select unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod', 'anon', 'service_role']) as who;
-- Anybody's view of the links, without regard to what an attempt does to them.
create function tests.attempts(p_statement text)
returns text
language plpgsql
as $$
declare
  v_attempts text := '';
  v_attempt text;
begin
  for v_attempt in select who from everybody loop
    begin
      v_attempt := tests.attempt(v_attempt, p_statement);
      raise exception using errcode = 'ZZ000', message = v_attempt;
    exception
      when sqlstate 'ZZ000' then
        v_attempts := concat_ws(' ', nullif(v_attempts, ''), sqlerrm);
    end;
  end loop;
  return v_attempts;
end;
$$;

select tests.sign_in('ada');
select lives_ok(
  $$ select public.create_share_link(tests.id(10), p_routine_id => tests.id(1)),
       public.create_share_link(tests.id(11), p_plan_id => tests.id(3)) $$,
  'SHARE-RLS-01: an owner shares a routine and a plan'
);
select tests.act_as('postgres');
create temporary table links_before as select * from public.share_links;

-- ada, follower, stranger, blocked, mod, anon, service_role
select results_eq(
  $$
    select operation, tests.attempts(statement)
    from (values
      ('select', 'select from public.share_links'),
      ('insert', $q$
        insert into public.share_links (id, user_id, routine_id, token_hash, expires_at)
        values (tests.id(20), tests.user_id('ada'), tests.id(1), sha256('x'), '2100-01-01')
      $q$),
      ('update', 'update public.share_links set expires_at = ''2100-01-01'' where true'),
      ('delete', 'delete from public.share_links where true'),
      ('revoke', 'select public.revoke_share_link(tests.id(10))'),
      ('create', 'select public.create_share_link(tests.id(21), tests.id(1))'),
      ('create again', 'select public.create_share_link(tests.id(10), tests.id(1))')
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('select', '2 0 0 0 0 42501 2'),
      ('insert', '42501 42501 42501 42501 42501 42501 1'),
      ('update', '42501 42501 42501 42501 42501 42501 2'),
      ('delete', '2 0 0 0 0 42501 2'),
      ('revoke', '1 PT409 PT409 PT409 PT409 42501 42501'),
      ('create', '1 PT409 PT409 PT409 PT409 42501 42501'),
      ('create again', '1 PT409 PT409 PT409 PT409 42501 42501')
  $$,
  'SHARE-RLS-02: links are seen, made and ended by their owner alone, by RPC, and deleted by table'
);
select results_eq(
  $$
    select field, tests.attempt('ada', format('update public.share_links set %s where true', field))
    from unnest(array[
      'token_hash = sha256(''mine'')', 'view_count = 1000', 'copy_count = 0', 'revoked_at = null',
      'user_id = tests.user_id(''stranger'')'
    ]) as field
  $$,
  $$
    values
      ('token_hash = sha256(''mine'')', '42501'), ('view_count = 1000', '42501'), ('copy_count = 0', '42501'),
      ('revoked_at = null', '42501'), ('user_id = tests.user_id(''stranger'')', '42501')
  $$,
  'SHARE-RLS-03: not even the owner writes the token, the counts or the end of a link'
);

-- Whose row, which id
select results_eq(
  $$
    select what, tests.answer('stranger', format('select public.create_share_link(%L, %L, %L)', link_id, routine_id, plan_id))
    from (values
      ('another''s routine', tests.id(30), tests.id(1), null),
      ('another''s plan', tests.id(30), null, tests.id(3)),
      ('no routine', tests.id(30), tests.id(99), null),
      ('no plan', tests.id(30), null, tests.id(99)),
      ('the id of another''s link', tests.id(10), tests.id(2), null)
    ) as targets (what, link_id, routine_id, plan_id)
  $$,
  $$
    values
      ('another''s routine', 'id_unusable'), ('another''s plan', 'id_unusable'), ('no routine', 'id_unusable'),
      ('no plan', 'id_unusable'), ('the id of another''s link', 'id_unusable')
  $$,
  'SHARE-ATT-01: what is another''s answers as if it did not exist'
);
select results_eq(
  $$
    select call, tests.attempt('stranger', 'select private.' || call)
    from unnest(array[
      'share_token(tests.id(10), tests.user_id(''ada''))', 'share_token_hash(''x'')',
      'ensure_secret(''share_links'', '''')'
    ]) as call
  $$,
  $$
    values
      ('share_token(tests.id(10), tests.user_id(''ada''))', '42501'), ('share_token_hash(''x'')', '42501'),
      ('ensure_secret(''share_links'', '''')', '42501')
  $$,
  'SHARE-ATT-02: a client derives no token of a link whose id it knows'
);
select results_eq(
  $$
    select tests.answer('stranger', 'select private.add_share_link(tests.id(30), tests.id(1), null, 30, null)'),
      tests.answer('stranger', 'select private.add_share_link(tests.id(10), tests.id(2), null, 30, null)'),
      tests.answer('stranger', 'select private.end_share_link(tests.id(10))')
  $$,
  $$ values ('id_unusable', 'id_unusable', 'id_unusable') $$,
  'SHARE-ATT-03: the functions behind the RPCs give no more than the RPCs'
);
select is_empty(
  $$ select t::text from public.share_links as t except select t::text from links_before as t $$,
  'SHARE-ATT-04: and the links are as they were'
);
select is_empty(
  $$
    select who, answer
    from unnest(array['ada', 'stranger', 'mod', 'anon']) as who
    cross join lateral tests.answer(who, 'select count(*) from vault.decrypted_secrets') as answer
    where answer <> '42501'
  $$,
  'SHARE-ATT-05: nobody reads the secret that tokens come from'
);

select * from finish();
rollback;
