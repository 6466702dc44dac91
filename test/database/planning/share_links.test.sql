begin;
select plan(14);

select tests.create_user('ada');
insert into public.routines (id, user_id, name) values (tests.id(1), tests.user_id('ada'), 'Push');
insert into public.plans (id, user_id, name) values (tests.id(2), tests.user_id('ada'), 'Strength');

create function tests.create_link(p_arguments text)
returns jsonb
language sql
as $$
  select tests.answer('ada', format('select public.create_share_link(%s) -> ''share_link''', p_arguments))::jsonb;
$$;
create temporary table made as
  select tests.create_link('tests.id(10), tests.id(1)') as link
  union all
  select tests.create_link('tests.id(11), p_plan_id => tests.id(2), p_expires_in_days => 365, p_max_copies => 2');

-- Tokens
select is_empty(
  $$ select link from made where link ->> 'token' !~ '^[A-Za-z0-9_-]{24}$' $$,
  'SHARE-TOKEN-01: a token has 144 bits that fit into an address'
);
select results_eq(
  $$ select count(distinct link ->> 'token') from made $$, $$ values (2::bigint) $$,
  'SHARE-TOKEN-02: every link has its own'
);
select is_empty(
  $$
    select from public.share_links, made
    where strpos(share_links::text, link ->> 'token') > 0
      or token_hash not in (select sha256(convert_to(link ->> 'token', 'UTF8')) from made)
  $$,
  'SHARE-TOKEN-03: what is stored is its digest'
);
select isnt(
  private.share_token(tests.id(10), tests.user_id('ada')), private.share_token(tests.id(10), tests.user_id('bob')),
  'SHARE-TOKEN-05: and the same id leads to another token in the hands of another'
);
select results_eq(
  $$ select tests.create_link('tests.id(10), tests.id(1), p_expires_in_days => 5, p_max_copies => 1') $$,
  $$ select link from made where link ->> 'routine_id' is not null $$,
  'SHARE-RETRY-01: the same id again answers the same link, and changes nothing of it'
);
select is(
  tests.answer('ada', 'select public.create_share_link(tests.id(10), p_plan_id => tests.id(2))'), 'id_unusable',
  'SHARE-RETRY-02: but not for something else'
);
select vault.update_secret(id, 'of another database') from vault.secrets where name = 'share_links';
select is(
  tests.answer('ada', 'select public.create_share_link(tests.id(10), tests.id(1))'), 'id_unusable',
  'SHARE-RETRY-03: nor with a token that would lead nowhere, once the secret has changed'
);
delete from vault.secrets where name = 'share_links';
select throws_ok(
  $$ select private.share_token(tests.id(10), tests.user_id('ada')) $$, 'P0002', 'The vault holds no secret named share_links.',
  'SHARE-TOKEN-04: without a secret there is no token at all'
);
select private.ensure_secret('share_links', 'Of this test.');

-- What a link has
select results_eq(
  $$
    select link ->> 'id', link ->> 'plan_id', (link ->> 'expires_at')::timestamptz - now(), link ->> 'revoked_at',
      link ->> 'max_copies', link ->> 'view_count', link ->> 'copy_count'
    from made
    order by 1
  $$,
  $$
    values
      (tests.id(10)::text, null, interval '30 days', null, null, '0', '0'),
      (tests.id(11)::text, tests.id(2)::text, interval '365 days', null, '2', '0', '0')
  $$,
  'SHARE-01: it leads to one thing, until a day, for any number of copies unless said'
);
select results_eq(
  $$
    select arguments, tests.answer('ada', format('select public.create_share_link(tests.id(12), %s)', arguments))
    from unnest(array[
      'null', 'tests.id(1), tests.id(2)', 'tests.id(1), p_expires_in_days => 0',
      'tests.id(1), p_expires_in_days => 366', 'tests.id(1), p_expires_in_days => null',
      'tests.id(1), p_max_copies => 0', 'tests.id(1), p_max_copies => 1000001'
    ]) as arguments
    where tests.answer('ada', format('select public.create_share_link(tests.id(12), %s)', arguments))
      <> 'invalid_field'
  $$,
  $$ select '', '' where false $$,
  'SHARE-02: what is neither a routine nor a plan, or out of bounds, is refused'
);

update private.quotas set max_count = 2 where name = 'share_links';
select is(
  tests.answer('ada', 'select public.create_share_link(tests.id(12), tests.id(1))'), 'quota_exceeded',
  'SHARE-03: there are as many as the quota allows'
);

-- Ends
create temporary table revoked as
  select tests.answer('ada', 'select public.revoke_share_link(tests.id(10))')::jsonb as answer;
update public.share_links set revoked_at = revoked_at - interval '1 hour' where id = tests.id(10);
select results_eq(
  $$
    select answer ->> 'id', (answer ->> 'revoked_at')::timestamptz,
      (tests.answer('ada', 'select public.revoke_share_link(tests.id(10))')::jsonb ->> 'revoked_at')::timestamptz
    from revoked
  $$,
  $$ values (tests.id(10)::text, now(), now() - interval '1 hour') $$,
  'SHARE-END-01: a link is revoked once; again answers when'
);
update public.share_links
set created_at = now() - interval '200 days',
  expires_at = now() - case id when tests.id(10) then interval '90 days' else interval '89 days' end
where true;
do $$
begin
  execute (select command from cron.job where jobname = 'forget-share-links');
end;
$$;
select results_eq(
  'select id from public.share_links', 'values (tests.id(11))',
  'SHARE-END-02: and is forgotten when it has led nowhere for long'
);
delete from public.routines where id = tests.id(1);
delete from public.plans where id = tests.id(2);
select is_empty('select from public.share_links', 'SHARE-END-03: links go with what they lead to');

select * from finish();
rollback;
