begin;
select plan(27);

-- Ada lets a program read her workouts; the others try to.
select tests.create_user(name) from unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('follower', 'ada'), tests.block('ada', 'blocked');
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');

create temporary view everybody as
  select unnest(array['ada', 'follower', 'stranger', 'blocked', 'mod', 'anon', 'service_role']) as who;
-- What becomes of a statement in each one's hands, undone each time.
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
create temporary table made (number integer, answer jsonb);
grant all on made to authenticated, service_role;

-- Making one
select tests.sign_in('ada');
insert into made values (1, public.create_access_token(tests.id(1), 'Dashboard', array['workouts:read']));
select is(
  (select answer - 'token' - 'expires_at' from made),
  jsonb_build_object('id', tests.id(1), 'name', 'Dashboard', 'scopes', array['workouts:read']),
  'PAT-01: a user makes a token for a program'
);
select matches((select answer ->> 'token' from made), '^rpt_[A-Za-z0-9_-]{43}$', 'PAT-02: of 256 bits');
select tests.act_as('postgres');
select results_eq(
  $$ select token_hash = sha256((answer ->> 'token')::bytea), expires_at - created_at, revoked_at, last_used_at
     from public.access_tokens join made on (answer ->> 'id')::uuid = id $$,
  $$ values (true, interval '90 days', null::timestamptz, null::timestamptz) $$,
  'PAT-03: of which nothing but the digest is stored; it lasts 90 days'
);
select is_empty(
  $$ select from public.access_tokens, made where to_jsonb(access_tokens)::text ~ (answer ->> 'token')
     union all
     select from public.audit_events, made where to_jsonb(audit_events)::text ~ (answer ->> 'token') $$,
  'PAT-04: the token itself stands nowhere'
);
select results_eq(
  $$ select actor_id, subject_id, action, details ->> 'access_token_id'
     from public.audit_events
     where action ~ '^access_token' $$,
  $$ select tests.user_id('ada'), tests.user_id('ada'), 'access_token.created', tests.id(1)::text $$,
  'PAT-05: the audit ledger knows of it'
);
select results_eq(
  $$ select call, tests.answer('ada', format('select public.create_access_token(%s)', call)) from unnest(array[
       'null, ''X'', array[''workouts:read'']', 'tests.id(2), '' '', array[''workouts:read'']',
       'tests.id(2), null, array[''workouts:read'']', 'tests.id(2), ''X'', array[]::text[]', 'tests.id(2), ''X'', null',
       'tests.id(2), ''X'', array[''workouts:write'']', 'tests.id(2), ''X'', array[''workouts:read'', ''everything'']',
       'tests.id(2), ''X'', array[null]::text[]',
       'tests.id(2), ''X'', array[''workouts:read''], 0', 'tests.id(2), ''X'', array[''workouts:read''], 366',
       'tests.id(2), ''X'', array[''workouts:read''], null', 'tests.id(2), repeat(''x'', 121), array[''workouts:read'']'
     ]) as call $$,
  $$ select call, 'invalid_field' from unnest(array[
       'null, ''X'', array[''workouts:read'']', 'tests.id(2), '' '', array[''workouts:read'']',
       'tests.id(2), null, array[''workouts:read'']', 'tests.id(2), ''X'', array[]::text[]', 'tests.id(2), ''X'', null',
       'tests.id(2), ''X'', array[''workouts:write'']', 'tests.id(2), ''X'', array[''workouts:read'', ''everything'']',
       'tests.id(2), ''X'', array[null]::text[]',
       'tests.id(2), ''X'', array[''workouts:read''], 0', 'tests.id(2), ''X'', array[''workouts:read''], 366',
       'tests.id(2), ''X'', array[''workouts:read''], null', 'tests.id(2), repeat(''x'', 121), array[''workouts:read'']'
     ]) as call $$,
  'PAT-06: what cannot be is refused'
);
select results_eq(
  $$ select who, tests.answer(who, 'select public.create_access_token(tests.id(1), ''Mine'', array[''workouts:read''])')
     from unnest(array['ada', 'stranger', 'anon', 'service_role']) as who $$,
  $$ values ('ada', 'id_unusable'), ('stranger', 'id_unusable'), ('anon', '42501'), ('service_role', '42501') $$,
  'PAT-07: an id is there once, whoever asks; the same again makes no second token'
);

-- The matrix. ada, follower, stranger, blocked, mod, anon, service_role
select results_eq(
  $$
    select operation, tests.attempts(statement)
    from (values
      ('read', 'select id, name, scopes, expires_at, revoked_at, last_used_at from public.access_tokens'),
      ('read digest', 'select token_hash from public.access_tokens'),
      ('insert', $q$
        insert into public.access_tokens (id, user_id, name, token_hash, scopes, expires_at)
        values (tests.id(20), tests.user_id('ada'), 'X', sha256('x'), array['workouts:read'], '2100-01-01')
      $q$),
      ('prolong', 'update public.access_tokens set expires_at = ''2100-01-01'' where true'),
      ('unrevoke', 'update public.access_tokens set revoked_at = null where true'),
      ('delete', 'delete from public.access_tokens where true'),
      ('revoke', 'select public.revoke_access_token(tests.id(1))'),
      ('use', 'select public.use_access_token(''rpt_x'')'),
      ('hash', 'select private.access_token_hash(''rpt_x'')'),
      ('events', 'select public.workout_events(tests.user_id(''ada''))'),
      ('marks', 'select from private.workout_changes')
    ) as operations (operation, statement)
  $$,
  $$
    values
      ('read', '1 0 0 0 0 42501 1'),
      ('read digest', '42501 42501 42501 42501 42501 42501 1'),
      ('insert', '42501 42501 42501 42501 42501 42501 1'),
      ('prolong', '42501 42501 42501 42501 42501 42501 1'),
      ('unrevoke', '42501 42501 42501 42501 42501 42501 1'),
      ('delete', '42501 42501 42501 42501 42501 42501 1'),
      ('revoke', '1 PT409 PT409 PT409 PT409 42501 42501'),
      ('use', '42501 42501 42501 42501 42501 42501 1'),
      ('hash', '42501 42501 42501 42501 42501 42501 1'),
      ('events', '42501 42501 42501 42501 42501 42501 1'),
      ('marks', '42501 42501 42501 42501 42501 42501 0')
    $$,
  'PAT-RLS-01: who may do what with tokens'
);
select results_eq(
  $$ select change, tests.attempt('service_role', format('update public.access_tokens set %s where true', change))
     from unnest(array['scopes = ''{}''', 'token_hash = sha256(''x'')', 'id = gen_random_uuid()', 'user_id = tests.user_id(''mod'')']) as change $$,
  $$ values ('scopes = ''{}''', 'PT409'), ('token_hash = sha256(''x'')', 'PT409'), ('id = gen_random_uuid()', 'PT409'),
       ('user_id = tests.user_id(''mod'')', 'PT409') $$,
  'PAT-RLS-02: nobody gives a token to another, or more to a token'
);

-- Using it
select tests.act_as('service_role');
select is(
  (select public.use_access_token(answer ->> 'token') from made),
  jsonb_build_object('id', tests.id(1), 'user_id', tests.user_id('ada'), 'scopes', array['workouts:read']),
  'PAT-USE-01: a token says whose it is and what it opens'
);
select isnt((select last_used_at from public.access_tokens), null, 'PAT-USE-02: its owner sees when it was used');
select results_eq(
  $$ select guess, public.use_access_token(guess) from (
       select unnest(array[
         '', 'rpt_', answer ->> 'id', upper(answer ->> 'token'), (answer ->> 'token') || ' ',
         left(answer ->> 'token', -1), encode(sha256((answer ->> 'token')::bytea), 'hex'), repeat('x', 100000)
       ])
       from made
     ) as guesses (guess) $$,
  $$ select guess, null::jsonb from (
       select unnest(array[
         '', 'rpt_', answer ->> 'id', upper(answer ->> 'token'), (answer ->> 'token') || ' ',
         left(answer ->> 'token', -1), encode(sha256((answer ->> 'token')::bytea), 'hex'), repeat('x', 100000)
       ])
       from made
     ) as guesses (guess) $$,
  'PAT-USE-03: nothing else opens anything'
);
select is(public.use_access_token(null), null, 'PAT-USE-04: nor does nothing');
update public.access_tokens set last_used_at = now() - interval '30 seconds' where true;
select public.use_access_token(answer ->> 'token') from made;
select is(
  (select last_used_at from public.access_tokens), now() - interval '30 seconds', 'PAT-USE-05: use is noted once a minute'
);

-- Its end
select tests.act_as('postgres');
select is(
  tests.answer('ada', 'select public.revoke_access_token(tests.id(1)) ->> ''revoked_at'''), to_jsonb(now()) #>> '{}',
  'PAT-END-01: its owner revokes it'
);
select is(
  tests.answer('service_role', 'select public.use_access_token(answer ->> ''token'')::text from made'), null,
  'PAT-END-02: from then on it opens nothing'
);
select is(
  tests.answer('ada', 'select public.revoke_access_token(tests.id(1)) ->> ''revoked_at'''), to_jsonb(now()) #>> '{}',
  'PAT-END-03: again, it answers the same'
);
select results_eq(
  $$ select action from public.audit_events where action ~ '^access_token' order by id $$,
  $$ values ('access_token.created'), ('access_token.revoked') $$,
  'PAT-END-04: the audit ledger knows of it, once'
);
select tests.sign_in('ada');
insert into made values (2, public.create_access_token(tests.id(2), 'Expiring', array['workouts:read'], 1));
select tests.act_as('postgres');
update public.access_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
where id = tests.id(2);
select is(
  tests.answer('service_role', 'select public.use_access_token(answer ->> ''token'')::text from made where number = 2'),
  null, 'PAT-END-05: an expired one opens nothing'
);

-- Housekeeping
update public.access_tokens set revoked_at = now() - interval '91 days', created_at = now() - interval '92 days' where id = tests.id(1);
do $$ begin
  execute (select command from cron.job where jobname = 'forget-access-tokens');
end $$;
select results_eq(
  'select id from public.access_tokens', 'select tests.id(2)', 'PAT-FORGET-01: 90 days after its end it is forgotten'
);
update public.access_tokens set created_at = now() - interval '200 days', expires_at = now() - interval '91 days' where true;
do $$ begin
  execute (select command from cron.job where jobname = 'forget-access-tokens');
end $$;
select is_empty('select from public.access_tokens', 'PAT-FORGET-02: whether it was revoked or expired');

-- How many, and to the end
update private.quotas set max_count = 2 where name = 'access_tokens';
select tests.sign_in('ada');
select public.create_access_token(tests.id(n), 'Many', array['workouts:read']) from generate_series(11, 12) as n;
select tests.act_as('postgres');
select is(
  tests.answer('ada', 'select public.create_access_token(tests.id(13), ''Many'', array[''workouts:read''])'),
  'quota_exceeded', 'PAT-QUOTA-01: a user has so many and no more'
);
select is(
  tests.answer('stranger', 'select public.create_access_token(tests.id(13), ''Many'', array[''workouts:read'']) ->> ''name'''),
  'Many', 'PAT-QUOTA-02: each of them'
);
select results_eq(
  $$ select tests.answer('ada', 'select string_agg(name, '','') from public.access_tokens'),
       tests.answer('stranger', 'select string_agg(name, '','') from public.access_tokens') $$,
  $$ values ('Many,Many', 'Many') $$, 'PAT-RLS-03: each sees their own'
);
delete from auth.users where id = tests.user_id('ada');
set constraints all immediate;
select results_eq(
  'select user_id from public.access_tokens', $$ select tests.user_id('stranger') $$,
  'PAT-DEL-01: they go with the account'
);
select is(
  tests.answer('ada', 'select public.create_access_token(tests.id(14), ''Ghost'', array[''workouts:read''])'), '23503',
  'PAT-DEL-02: and a session that outlives it makes none'
);
select is(
  (select count(*) from public.audit_events where action ~ '^access_token'), 6::bigint,
  'PAT-DEL-03: the ledger stays'
);

select * from finish();
rollback;
