begin;
select plan(17);

select tests.create_user('ada'), tests.create_user('bob');
create temporary table key as select rpad('a', 43, 'A') as a, rpad('b', 43, 'B') as b;
grant select on key to public;

create function pg_temp.take(p_who text, p_user text, p_key text)
returns text
language sql
as $$
  select tests.answer(p_who, format(
    'select coalesce(answer ->> ''body'', answer ->> ''kind'') from public.take_report(%L, %L) as answer',
    tests.user_id(p_user), p_key
  ));
$$;
create function pg_temp.keep(p_who text, p_user text, p_key text, p_body text)
returns text
language sql
as $$
  select tests.attempt(p_who, format('select public.keep_report(%L, %L, %L)', tests.user_id(p_user), p_key, p_body));
$$;

-- Rights
select results_eq(
  $$
    select who, tests.attempt(who, statement)
    from unnest(array['ada', 'anon']) as who
    cross join unnest(array[
      format('select public.take_report(%L, %L)', tests.user_id('ada'), (select a from key)),
      format('select public.keep_report(%L, %L, %L)', tests.user_id('ada'), (select a from key), 'AA=='),
      format('select public.release_report(%L, %L)', tests.user_id('ada'), (select a from key)),
      'select private.forget_reports()',
      'select * from private.report_cache',
      'delete from private.report_cache where true'
    ]) as statement
  $$,
  $$ select who, '42501' from unnest(array['ada', 'anon']) as who cross join generate_series(1, 6) $$,
  'RCACHE-01: no client reads, keeps or removes reports, their own neither'
);
select is(
  pg_temp.take('service_role', 'ada', (select a from key)), 'yours', 'RCACHE-02: a function does, with a secret key'
);

-- One makes it
select is(
  pg_temp.take('service_role', 'ada', (select a from key)), 'theirs', 'RCACHE-03: of several who ask, one makes it'
);
select is(
  pg_temp.take('service_role', 'bob', (select a from key)), 'yours', 'RCACHE-04: what is made for one holds up no other'
);
update private.report_cache set claimed_at = now() - interval '11 seconds' where user_id = tests.user_id('ada');
select results_eq(
  $$ select pg_temp.take('service_role', 'ada', (select a from key)) from generate_series(1, 2) $$,
  $$ values ('yours'), ('theirs') $$,
  'RCACHE-05: after ten seconds another one does, in case the first has died'
);
select tests.attempt('service_role', format(
  'select public.release_report(%L, %L)', tests.user_id('ada'), (select a from key)
));
select is(
  pg_temp.take('service_role', 'ada', (select a from key)), 'yours',
  'RCACHE-06: who could not make it lets the next one'
);
select is(
  pg_temp.keep('service_role', 'ada', (select a from key), 'AAEC/w=='), '1', 'RCACHE-07: what was made is kept'
);
select results_eq(
  $$ select pg_temp.take('service_role', who, (select a from key)) from unnest(array['ada', 'bob']) as who $$,
  $$ values ('AAEC/w=='), ('theirs') $$,
  'RCACHE-08: and read back to the byte, for its user alone'
);
select tests.attempt('service_role', format(
  'select public.release_report(%L, %L)', tests.user_id('ada'), (select a from key)
));
select is(
  pg_temp.take('service_role', 'ada', (select a from key)), 'AAEC/w==', 'RCACHE-09: what is kept is not released'
);

-- Bounds
update private.report_cache set claimed_at = now() - interval '1 minute' where user_id = tests.user_id('ada');
select pg_temp.keep('service_role', 'ada', rpad(number::text, 43, '-'), 'AA==') from generate_series(1, 20) as number;
select results_eq(
  $$
    select count(*), count(*) filter (where key = (select a from key))
    from private.report_cache
    where user_id = tests.user_id('ada')
  $$,
  $$ values (20::bigint, 0::bigint) $$,
  'RCACHE-10: twenty of a user are kept, and the oldest goes'
);
select results_eq(
  $$
    select pg_temp.keep('service_role', 'ada', 'short', 'AA==')
    union all
    select pg_temp.keep(
      'service_role', 'ada', (select b from key), encode(convert_to(repeat('x', 4194305), 'UTF8'), 'base64')
    )
  $$,
  $$ values ('23514'), ('23514') $$,
  'RCACHE-11: no key of another form, and no report over 4 MiB'
);
update private.report_cache set claimed_at = now() - interval '23 hours' where key like '1%';
select private.forget_reports();
select results_eq(
  $$ select count(*), count(*) filter (where key like '1%') from private.report_cache where body is not null $$,
  $$ values (9::bigint, 0::bigint) $$,
  'RCACHE-12: none grows older than a day'
);

-- Opening: what is kept under the key that the version makes
create function pg_temp.open(p_who text, p_form text)
returns jsonb
language sql
as $$ select tests.answer(p_who, format('select public.open_report(''["x","'', %L)', '","' || p_form || '"]'))::jsonb $$;
create function pg_temp.key_of(p_who text, p_form text)
returns text
language sql
as $$
  select translate(rtrim(encode(sha256(convert_to(
    format('["x","%s","%s"]', tests.answer(p_who, 'select public.data_version()'), p_form), 'UTF8'
  )), 'base64'), '='), '+/', '-_');
$$;
select pg_temp.keep('service_role', 'bob', pg_temp.key_of('bob', 'json'), 'AQI=');
select results_eq(
  $$
    select
      pg_temp.open('bob', 'json') ->> 'body', pg_temp.open('bob', 'pdf') ->> 'body',
      pg_temp.open('bob', 'pdf') ->> 'version' = tests.answer('bob', 'select public.data_version()')
  $$,
  $$ values ('AQI=', null, true) $$,
  'RCACHE-15: a form of one version is opened, and nothing in its place'
);
select pg_temp.keep('service_role', 'bob', pg_temp.key_of('ada', 'json'), 'AQI=');
select results_eq(
  $$
    select
      pg_temp.open('ada', 'json') ->> 'body', tests.attempt('anon', 'select public.open_report('''', '''')'),
      tests.attempt('anon', 'select private.open_own_report('''', '''')')
  $$,
  $$ values (null::text, '42501', '42501') $$,
  'RCACHE-16: another''s is not, whatever key one makes, and nobody opens one without an account'
);
update private.rate_limit_policies set max_count = 5 where name = 'report';
select results_eq(
  $$
    select opened -> 'use' ->> 'is_allowed', opened -> 'use' ->> 'remaining', opened ? 'version', opened ? 'body'
    from unnest(array['json', 'json', 'json']) as form
    cross join lateral pg_temp.open('bob', form) as opened
  $$,
  $$ values ('true', '1', true, true), ('true', '0', true, true), ('false', '0', false, false) $$,
  'RCACHE-17: each time counts, and beyond the limit nothing is told'
);

-- Erasure
delete from auth.users where id = tests.user_id('ada');
select is_empty(
  $$ select 1 from private.report_cache where user_id = tests.user_id('ada') $$, 'RCACHE-13: they go with their user'
);
select is(
  pg_temp.keep('service_role', 'ada', (select a from key), 'AA=='), '23503',
  'RCACHE-14: and a function that was making one then keeps nothing'
);

select * from finish();
rollback;
