begin;
select plan(14);

select tests.create_user(name) from unnest(array['ada', 'bob', 'eve', 'blocked', 'gone']) as name;
update public.profiles set username = 'Lin.Corn' where user_id = tests.user_id('ada');
update public.profiles set username = 'oldname' where user_id = tests.user_id('bob');
update public.profiles set username = 'newname' where user_id = tests.user_id('bob');
update public.profiles set username = 'lastname' where user_id = tests.user_id('gone');
delete from auth.users where id = tests.user_id('gone');
select tests.block('ada', 'blocked');
select tests.set_visibility('bob', 'public');

create function tests.available(p_who text, p_username text)
returns text
language sql
as $$
  select tests.answer(p_who, format('select public.is_username_available(%L)', p_username));
$$;
-- Asks without an account, with these headers.
create function tests.available_from(p_headers text, p_username text)
returns text
language plpgsql
as $$
begin
  perform set_config('request.headers', p_headers, true);
  return tests.available('anon', p_username);
end;
$$;
create function tests.used(p_who text)
returns integer
language sql
as $$
  select count from private.rate_limit_counters where policy = 'username_check' and subject = tests.user_id(p_who)::text;
$$;

select results_eq(
  $$ select who, tests.available(who, 'freename') from unnest(array['anon', 'eve', 'service_role']) as who $$,
  $$ values ('anon', 'true'), ('eve', 'true'), ('service_role', 'true') $$,
  'AVL-01: whoever asks, account or not, is told that a username is free'
);
select results_eq(
  $$
    select who, what, tests.available(who, name)
    from unnest(array['anon', 'eve', 'blocked']) with ordinality as people (who, ordinal)
    cross join (values
      ('taken by a private profile', 'lin.corn'), ('taken by a public profile', 'newname'), ('mistakable', '1incom'),
      ('reserved', 'adm1n'), ('held back', 'oldname'), ('of a deleted account', 'lastname'), ('malformed', 'a b'),
      ('empty', ''), ('none', null), ('huge', repeat('a', 100000))
    ) as names (what, name)
    where tests.available(who, name) is distinct from 'false'
  $$,
  $$ select '', '', '' where false $$,
  'AVL-02: taken, mistakable, reserved, held back and malformed names answer alike, to whoever asks'
);
delete from private.rate_limit_counters where true;
select results_eq(
  $$ select tests.available('ada', name) from unnest(array['lin.corn', 'LINCORN', 'lincom']) as name $$,
  array['true', 'true', 'true'],
  'AVL-03: a user may have the name that is theirs'
);
select results_eq(
  $$ select tests.available('bob', name) from unnest(array['oldname', 'newname', 'lincorn']) as name $$,
  array['true', 'true', 'false'],
  'AVL-04: or was'
);
select is(
  tests.answer('eve', 'select count(*) from public.profiles where username is not null'), '1',
  'AVL-05: though they read the public profile alone'
);

-- Too little to enumerate
delete from private.rate_limit_counters where true;
select results_eq(
  $$
    select tests.available('eve', 'name' || number), count(*)
    from generate_series(1, 40) as number
    group by 1
    order by 1
  $$,
  $$ values ('too_many_requests', 10::bigint), ('true', 30::bigint) $$,
  'AVL-LIMIT-01: a user asks 30 times a minute'
);
select is(tests.available('eve', 'lincorn'), 'too_many_requests', 'AVL-LIMIT-02: and then is told nothing of any name');
select is(tests.available('bob', 'freename'), 'true', 'AVL-LIMIT-03: while another asks on');
select is(tests.available('anon', 'freename'), 'true', 'AVL-LIMIT-04: and so does whoever has no account');
select is(tests.used('eve'), 30, 'AVL-LIMIT-05: what was refused is not counted');
update private.rate_limit_counters set window_started_at = window_started_at - interval '60 seconds' where true;
select is(tests.available('eve', 'freename'), 'true', 'AVL-LIMIT-06: a minute later it begins anew');
select results_eq(
  $$
    select address, tests.available_from(format('{"x-forwarded-for": "%s"}', address), 'free' || number), count(*)
    from unnest(array['192.0.2.2', '192.0.2.3', '2001:db8::1']) as address
    cross join generate_series(1, 31) as number
    group by 1, 2
    order by 1, 2
  $$,
  $$
    values
      ('192.0.2.2', 'too_many_requests', 1::bigint), ('192.0.2.2', 'true', 30::bigint),
      ('192.0.2.3', 'too_many_requests', 1::bigint), ('192.0.2.3', 'true', 30::bigint),
      ('2001:db8::1', 'too_many_requests', 1::bigint), ('2001:db8::1', 'true', 30::bigint)
  $$,
  'AVL-LIMIT-07: without an account it is counted by address'
);
select results_eq(
  $$
    select tests.available_from(headers, 'freename')
    from unnest(array[
      '{"x-forwarded-for": "10.0.0.1, 192.0.2.2"}', '{"x-forwarded-for": "10.0.0.1", "cf-connecting-ip": "192.0.2.3"}',
      '{"x-forwarded-for": "2001:db8::2"}', '{"x-forwarded-for": "2001:DB8:0:0:ffff::1"}',
      '{"x-forwarded-for": "2001:db8:0:1::1"}'
    ]) as headers
  $$,
  array['too_many_requests', 'too_many_requests', 'too_many_requests', 'too_many_requests', 'true'],
  'AVL-LIMIT-08: another address is not had by inventing a header, or by moving within one''s network of IPv6'
);
delete from private.rate_limit_counters where true;
select results_eq(
  $$
    select tests.available_from((array[
      '', '{}', '{"x-forwarded-for": ""}', '{"x-forwarded-for": null}', '{"x-forwarded-for": "not an address"}',
      format('{"x-forwarded-for": "%s"}', repeat('9', 1000))
    ])[number % 6 + 1], 'free' || number), count(*)
    from generate_series(1, 31) as number
    group by 1
    order by 1
  $$,
  $$ values ('too_many_requests', 1::bigint), ('true', 30::bigint) $$,
  'AVL-LIMIT-09: whoever has no address that is one shares a limit with all such'
);

select * from finish();
rollback;
