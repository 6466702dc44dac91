begin;
select plan(24);

select tests.create_user(name)
from unnest(array['viewer', 'public', 'followed', 'pending', 'private', 'blocked', 'blocker', 'unnamed']) as name;
select tests.set_visibility('public', 'public'), tests.set_visibility('followed', 'followers');
select tests.set_visibility('pending', 'followers'), tests.set_visibility('blocked', 'public');
select tests.set_visibility('blocker', 'public'), tests.set_visibility('unnamed', 'public');
select tests.set_visibility('viewer', 'public');
select tests.follow('viewer', 'followed'), tests.follow('viewer', 'pending', 'pending');
select tests.block('viewer', 'blocked'), tests.block('blocker', 'viewer');
update public.profiles
set
  username = case name when 'unnamed' then null else 'zorb_' || name end,
  display_name = 'Quux Wibble ' || initcap(name)
from unnest(array['viewer', 'public', 'followed', 'pending', 'private', 'blocked', 'blocker', 'unnamed']) as name
where profiles.user_id = tests.user_id(name);

-- Limits of use are another test's.
update private.rate_limit_policies set max_count = 100000 where name = 'profile_search';

-- The usernames that a search answers, and whether there are more.
create function tests.found(p_who text, p_query text, p_limit integer default 50)
returns text
language sql
as $$
  select (
    select coalesce(string_agg(item ->> 'username', ' ' order by ordinal), '')
      || case when page ->> 'next_cursor' is null then '' else ' …' end
    from jsonb_array_elements(page -> 'items') with ordinality as items (item, ordinal)
  )
  from cast(
    tests.answer(p_who, format('select public.search_profiles(%L, %L)', p_query, p_limit)) as jsonb
  ) as page;
$$;

-- Who is found
select is(
  tests.answer('anon', $$ select public.search_profiles('zorb') $$), '42501',
  'SRP-RLS-01: nobody searches without an account'
);
select is(
  tests.answer('service_role', $$ select public.search_profiles('zorb') $$), '42501',
  'SRP-RLS-02: nor the backend, who has nobody''s eyes'
);
select is(
  tests.found('viewer', 'zorb_'), 'zorb_followed zorb_public',
  'SRP-RLS-03: a search finds public profiles and those of followed users; not oneself, a request, or either side of a block'
);
select is(
  tests.found('viewer', 'wibble'), 'zorb_followed zorb_public', 'SRP-RLS-04: so it does by display name'
);
select is(
  tests.found('blocked', 'zorb_'), 'zorb_blocker zorb_public', 'SRP-RLS-05: a blocked user does not find who blocked them'
);
select is(tests.found('private', 'zorb_pri'), '', 'SRP-RLS-06: nobody finds themselves');
select is(tests.found('public', 'zorb_private'), '', 'SRP-RLS-07: and a private profile is found by nobody');
select results_eq(
  $$
    select who, count(*)
    from unnest(array['viewer', 'public', 'blocked', 'private']) as who
    cross join lateral (
      select answer
      from cast(tests.answer(who, $q$
        select array_agg((item ->> 'user_id')::uuid)
        from jsonb_array_elements(public.search_profiles('zorb') -> 'items') as item
        where not exists (select from public.profiles where user_id = (item ->> 'user_id')::uuid)
      $q$) as uuid[]) as answer
      where answer is not null
    ) as unseen
    group by who
  $$,
  $$ select '', 0::bigint where false $$,
  'SRP-RLS-08: what is found is what the policy of profiles lets one read'
);
select is(
  tests.answer('viewer', $$ select public.search_profiles('zorb_public') $$)::jsonb,
  jsonb_build_object('next_cursor', null, 'items', jsonb_build_array(jsonb_build_object(
    'user_id', tests.user_id('public'), 'username', 'zorb_public', 'display_name', 'Quux Wibble Public',
    'avatar_path', null,
    'avatar_thumbhash', null,
    'avatar_color', null
  ))),
  'SRP-01: an answer says who it is and how they look'
);

-- What is meant
select results_eq(
  $$
    select query, tests.found('viewer', query)
    from unnest(array[
      'ZORB_PUB', '  zorb_pub ', 'ＺＯＲＢ_ＰＵＢ', 'zorb_public_no', 'orb_public', 'quux wibble p', 'WIBBLE PUB', 'bble publ'
    ]) as query
  $$,
  $$
    values
      ('ZORB_PUB', 'zorb_public'), ('  zorb_pub ', 'zorb_public'), ('ＺＯＲＢ_ＰＵＢ', 'zorb_public'),
      ('zorb_public_no', ''), ('orb_public', ''), ('quux wibble p', 'zorb_public'), ('WIBBLE PUB', 'zorb_public'),
      ('bble publ', '')
  $$,
  'SRP-02: by the beginning of the username or of a word of the display name, in whatever case and width'
);
update public.profiles set display_name = 'Ame' || E'\u0301' || 'lie' where user_id = tests.user_id('public');
select is(tests.found('viewer', 'Amélie'), 'zorb_public', 'SRP-03: and whichever way an accent is written');
select results_eq(
  $$
    select query, tests.found('viewer', query)
    from unnest(array[null, '', ' ', 'z', ' z ', '%', '%%', '__', '_%', 'zorb%', 'z%b', '\', '\\', 'zorb\_', '''; --'])
      as query
    where tests.found('viewer', query) <> ''
  $$,
  $$ select '', '' where false $$,
  'SRP-04: what is shorter than two characters finds nobody, and no character stands for another'
);
update public.profiles set display_name = '100% \o/ _o_' where user_id = tests.user_id('public');
select results_eq(
  $$ select tests.found('viewer', query) from unnest(array['100%', '100% \', '\o/', '_o_', '1_0', '%o/']) as query $$,
  array['zorb_public', 'zorb_public', 'zorb_public', 'zorb_public', '', ''],
  'SRP-05: such characters mean themselves'
);
select is(
  tests.found('viewer', 'zorb_public' || repeat('x', 1000000)), '', 'SRP-06: a query as long as a book is no matter'
);

-- Pages
select tests.create_user('crowd' || number) from generate_series(1, 23) as number;
update public.profiles
set username = 'crowd' || number, display_name = 'Crowd', visibility = 'public'
from generate_series(1, 23) as number
where user_id = tests.user_id('crowd' || number);

create function tests.pages(p_limit integer)
returns text[]
language plpgsql
as $$
declare
  v_page jsonb;
  v_cursor text;
  v_newcomer text;
  v_found text[] := '{}';
begin
  loop
    perform tests.sign_in('viewer');
    v_page := public.search_profiles('crowd', p_limit, v_cursor);
    perform tests.act_as('postgres');
    v_found := v_found || array(select item ->> 'username' from jsonb_array_elements(v_page -> 'items') as item);
    v_cursor := v_page ->> 'next_cursor';
    exit when v_cursor is null;
    -- Somebody at the front of the list joins while it is read.
    v_newcomer := 'crowd0' || (select count(*) from public.profiles);
    perform tests.create_user(v_newcomer);
    update public.profiles
    set username = v_newcomer, visibility = 'public'
    where user_id = tests.user_id(v_newcomer);
  end loop;
  return v_found;
end;
$$;
select is_empty(
  $$
    select page_size, missing
    from unnest(array[1, 7, 22, 23, 50]) as page_size
    cross join lateral (
      select array(
        select 'crowd' || number from generate_series(1, 23) as number except all select unnest(tests.pages(page_size))
      )
    ) as read (missing)
    where missing <> '{}'
  $$,
  'SRP-PAGE-01: pages of any size tell everybody, though others join meanwhile'
);
select is(cardinality(pages), cardinality(array(select distinct unnest(pages))), 'SRP-PAGE-02: and nobody twice')
from tests.pages(4) as pages;
select results_eq(
  $$
    select p_limit, tests.found('viewer', 'crowd1', p_limit)
    from unnest(array[-1, 0, 1, null, 1000000]) as p_limit
  $$,
  $$
    values
      (-1, 'crowd1 …'), (0, 'crowd1 …'), (1, 'crowd1 …'),
      (null, 'crowd1 crowd10 crowd11 crowd12 crowd13 crowd14 crowd15 crowd16 crowd17 crowd18 crowd19'),
      (1000000, 'crowd1 crowd10 crowd11 crowd12 crowd13 crowd14 crowd15 crowd16 crowd17 crowd18 crowd19')
  $$,
  'SRP-PAGE-03: a page has 1 to 50, whatever is asked'
);
select is(
  jsonb_array_length(tests.answer('viewer', $$ select public.search_profiles('crowd', 1000) $$)::jsonb -> 'items'), 50,
  'SRP-PAGE-04: and never more'
);
create temporary table cursor as
  select tests.answer('viewer', $$ select public.search_profiles('crowd', 2) ->> 'next_cursor' $$) as text;
select is_empty(
  $$
    select query, bad, answer
    from cursor
    cross join lateral (values
      ('crowd1', text), ('zorb', text), ('Crowd', text), (null, text), ('crowd', ''), ('crowd', 'x'),
      ('crowd', left(text, -3)), ('crowd', text || 'A'), ('crowd', 'bnVsbA'), ('crowd', 'W10'), ('crowd', '!!!'),
      ('crowd', repeat('A', 100000))
    ) as tries (query, bad)
    cross join lateral tests.answer('viewer', format('select public.search_profiles(%L, 2, %L)', query, bad)) as answer
    where answer is distinct from 'cursor_mismatch'
  $$,
  'SRP-PAGE-05: a cursor of another query is refused, and so is what is none'
);
select tests.block('viewer', 'crowd20');
select is_empty(
  $$
    select item
    from cursor
    cross join lateral jsonb_array_elements(
      tests.answer('viewer', format('select public.search_profiles(''crowd'', 50, %L)', text))::jsonb -> 'items'
    ) as item
    where item ->> 'username' = 'crowd20'
  $$,
  'SRP-PAGE-06: a block counts on the next page of an open list'
);
select is(
  tests.answer('blocked', format('select jsonb_array_length(public.search_profiles(''crowd'', 3, %L) -> ''items'')', text)),
  '3', 'SRP-PAGE-07: and a cursor opens nothing to another that is not open to them'
)
from cursor;

-- Limit of use
update private.rate_limit_policies set max_count = 60 where name = 'profile_search';
delete from private.rate_limit_counters where true;
select results_eq(
  $$
    select answer, count(*)
    from generate_series(1, 70) as number
    cross join lateral (
      select left(tests.answer('viewer', format('select public.search_profiles(%L)', 'none' || number)), 7)
    ) as answers (answer)
    group by 1
    order by 2
  $$,
  $$ values ('too_man', 10::bigint), ('{"items', 60::bigint) $$,
  'SRP-LIMIT-01: a user searches 60 times a minute'
);
select is(
  tests.answer('viewer', $$ select count(*) from private.match_profiles('zorb', null, 100) $$), 'too_many_requests',
  'SRP-LIMIT-02: by the function behind the RPC no more than by the RPC'
);
select is(tests.found('public', 'zorb_fo'), '', 'SRP-LIMIT-03: another still may');

select * from finish();
rollback;
