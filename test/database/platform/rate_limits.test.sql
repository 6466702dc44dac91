begin;
select plan(13);

select tests.create_user('eve');
insert into private.rate_limit_policies (name, max_count, window_seconds, description)
values ('short', 3, 60, 'Of this test.'), ('other', 1, 60, 'Of this test.');

create function tests.take(p_subject text, p_policy text default 'short')
returns text
language sql
as $$
  select format('%s %s', taken ->> 'is_allowed', taken ->> 'remaining')
  from private.take_rate_limit(p_policy, p_subject) as taken;
$$;
create function tests.pass_seconds(p_seconds integer)
returns void
language sql
as $$
  update private.rate_limit_counters
  set window_started_at = window_started_at - make_interval(secs => p_seconds)
  where true;
$$;

select results_eq(
  $$ select tests.take('ada') from generate_series(1, 5) $$, array['true 2', 'true 1', 'true 0', 'false 0', 'false 0'],
  'RATE-01: as often as the policy says, and then no more'
);
select is(
  private.take_rate_limit('short', 'bob'),
  '{"is_allowed": true, "limit": 3, "remaining": 2, "reset_seconds": 60}',
  'RATE-02: the answer says how much is left, and when the window ends'
);
select is(tests.take('ada', 'other'), 'true 0', 'RATE-03: each policy counts for itself');
select tests.pass_seconds(59);
select is(
  private.take_rate_limit('short', 'ada'),
  '{"is_allowed": false, "limit": 3, "remaining": 0, "reset_seconds": 1}',
  'RATE-04: a use does not make the window longer'
);
select tests.pass_seconds(1);
select is(
  private.take_rate_limit('short', 'ada'),
  '{"is_allowed": true, "limit": 3, "remaining": 2, "reset_seconds": 60}',
  'RATE-05: a new one begins with the first use after it'
);
update private.rate_limit_policies set max_count = 5 where name = 'short';
select is(tests.take('ada'), 'true 3', 'RATE-06: an operator''s new number counts at once');
select throws_ok(
  $$ select private.take_rate_limit('unheard_of', 'ada') $$, 'P0002', 'There is no rate limit named unheard_of.',
  'RATE-07: a policy that nobody made is a bug, and says so'
);

-- enforce_rate_limit
select lives_ok(
  $$ select private.enforce_rate_limit('other', 'bob') $$, 'RATE-ENFORCE-01: what is allowed passes'
);
select throws_ok(
  $$ select private.enforce_rate_limit('other', 'bob') $$, 'PT429', 'too_many_requests',
  'RATE-ENFORCE-02: what is beyond the limit is refused'
);
select is(
  (select count from private.rate_limit_counters where policy = 'other' and subject = 'bob'), 1,
  'RATE-ENFORCE-03: and the count stays at the limit'
);

-- Loading
select private.load_rate_limits(
  '[{"name": "short", "max_count": 1, "window_seconds": 1, "description": "In other words."},
    {"name": "new", "max_count": 2, "window_seconds": 3, "description": "New."}]'
);
select results_eq(
  $$
    select name, max_count, window_seconds, description
    from private.rate_limit_policies
    where name in ('short', 'new')
    order by name
  $$,
  $$ values ('new', 2, 3, 'New.'), ('short', 5, 60, 'In other words.') $$,
  'RATE-LOAD-01: loading adds what is new and keeps the numbers of operators'
);

-- Who
select is_empty(
  $$
    select who, statement, attempt
    from unnest(array['eve', 'anon']) as who
    cross join unnest(array[
      'select public.count_use(''short'', auth.uid()::text)',
      'select private.take_rate_limit(''short'', auth.uid()::text)',
      'select private.enforce_rate_limit(''short'', ''somebody else'')', 'select private.caller_subject()',
      'select from private.rate_limit_counters', 'delete from private.rate_limit_counters where true',
      'update private.rate_limit_policies set max_count = 1000000 where true',
      'select private.load_rate_limits(''[]'')'
    ]) as statement
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '42501'
  $$,
  'RATE-RLS-01: no client counts, or uses up the limit of another, or changes one'
);
select results_eq(
  $$
    select tests.answer('service_role', 'select public.count_use(''other'', ''function'') ->> ''is_allowed'''),
      tests.answer('service_role', 'select public.count_use(''other'', ''function'') ->> ''is_allowed'''),
      tests.answer('service_role', 'delete from private.rate_limit_counters where true')
  $$,
  $$ values ('true', 'false', '42501') $$,
  'RATE-RLS-02: the functions count by the RPC, and by nothing else'
);

select * from finish();
rollback;
