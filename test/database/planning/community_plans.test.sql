begin;
select plan(19);

select tests.create_user(name) from unnest(array['ada', 'bob', 'viewer']) as name;
select tests.set_visibility('ada', 'public'), tests.set_visibility('bob', 'public');
update public.profiles set username = 'ada_x' where user_id = tests.user_id('ada');
delete from public.published_plans where true;

create function tests.publish(p_number integer, p_name text, p_rest jsonb default '{}')
returns void
language sql
as $$
  insert into public.published_plans (
    id, user_id, slug, name, description, goal, level, tags, weeks, is_repeating, days_per_week, exercises, equipment,
    document, source, license, published_at, like_count, copy_count, completion_count
  )
  select
    tests.id(p_number), tests.user_id(p_rest ->> 'author'),
    case when p_rest ->> 'author' is null then 'template-' || p_number end, p_name, sent.description, sent.goal, sent.level,
    coalesce(sent.tags, '{}'), coalesce(sent.weeks, 4), false, coalesce(sent.days_per_week, 3), 1,
    coalesce(sent.equipment, '{}'),
    jsonb_build_object('type', 'plan', 'days', '[]'::jsonb, 'name', p_name, 'weeks', 4,
      'exercises', coalesce(p_rest -> 'own', '[]'),
      'routines', jsonb_build_array(jsonb_build_object('key', 'routine-1', 'name', 'Day',
        'exercises', (
          select coalesce(jsonb_agg(jsonb_build_object('exercise', used)), '[]')
          from jsonb_array_elements(p_rest -> 'used') as used
        )))),
    'user', 'CC0-1.0', '2026-01-01'::timestamptz + make_interval(days => p_number), coalesce(sent.like_count, 0),
    coalesce(sent.copy_count, 0), coalesce(sent.completion_count, 0)
  from jsonb_populate_record(null::public.published_plans, p_rest) as sent;
$$;
select
  tests.publish(1, 'Five-by-Five', '{"author": "ada", "goal": "strength", "level": "beginner", "tags": ["barbell", "simple"],
    "weeks": 12, "equipment": ["barbell", "rack"], "like_count": 5, "copy_count": 1}'),
  tests.publish(2, 'Forearms of Iron', '{"author": "bob", "goal": "hypertrophy", "level": "advanced", "tags": ["simple"],
    "weeks": 4, "days_per_week": 5, "equipment": ["body_weight"], "copy_count": 3, "description": "Zorb until the grip fails",
    "used": ["exercise-1"], "own": [{"key": "exercise-1", "name": "Zyzzyvax Curl"}]}'),
  tests.publish(3, 'Café Strength', '{"level": "intermediate", "weeks": 8, "days_per_week": 4, "completion_count": 1,
    "like_count": 2}'),
  tests.publish(4, 'Bench Only', jsonb_build_object(
    'author', 'ada', 'goal', 'strength', 'weeks', 1, 'equipment', '["barbell", "bench"]'::jsonb,
    'used', jsonb_build_array(tests.exercise_id('barbell-bench-press'))
  ));

-- The numbers of the plans that are found, in order, and whether there are more.
create function tests.found(p_who text, p_arguments text)
returns text
language sql
as $$
  select coalesce(string_agg(right(item ->> 'id', 1), ' ' order by ordinal), '')
    || case when answer -> 'next_cursor' <> 'null' then ' …' else '' end
  from (select tests.answer(p_who, format('select public.community_plans(%s)', p_arguments))::jsonb) as asked (answer)
  left join lateral jsonb_array_elements(answer -> 'items') with ordinality as items (item, ordinal) on true
  group by answer;
$$;

-- Orders
select results_eq(
  $$
    select sort, tests.found('viewer', format('p_sort => %L', sort))
    from unnest(array['newest', 'copies', 'likes', 'completions', 'popular', null]) as sort
  $$,
  $$
    values
      ('newest', '4 3 2 1'), ('copies', '2 1 4 3'), ('likes', '1 3 4 2'), ('completions', '3 4 2 1'),
      ('popular', '3 2 1 4'), (null, '3 2 1 4')
  $$,
  'COM-SORT-01: the newest, the most copied, liked or completed first, or all of that together'
);
select is(
  tests.answer('viewer', 'select public.community_plans(p_sort => ''name'')'), 'invalid_field',
  'COM-SORT-02: and in no other order'
);

-- Filters
select results_eq(
  $$ select filter, tests.found('viewer', filter || ', p_sort => ''newest''') from unnest(array[
    'p_goals => array[''strength'']', 'p_goals => array[''strength'', ''hypertrophy'']', 'p_goals => array[]::text[]',
    'p_levels => array[''beginner'', ''advanced'']', 'p_tags => array[''simple'']',
    'p_tags => array[''simple'', ''barbell'']', 'p_tags => array[]::text[]', 'p_weeks_min => 8', 'p_weeks_max => 4',
    'p_weeks_min => 4, p_weeks_max => 8', 'p_days_per_week => 3', 'p_goals => array[''strength''], p_weeks_min => 2'
  ]) as filter $$,
  $$ values
    ('p_goals => array[''strength'']', '4 1'), ('p_goals => array[''strength'', ''hypertrophy'']', '4 2 1'),
    ('p_goals => array[]::text[]', ''), ('p_levels => array[''beginner'', ''advanced'']', '2 1'),
    ('p_tags => array[''simple'']', '2 1'), ('p_tags => array[''simple'', ''barbell'']', '1'),
    ('p_tags => array[]::text[]', '4 3 2 1'), ('p_weeks_min => 8', '3 1'), ('p_weeks_max => 4', '4 2'),
    ('p_weeks_min => 4, p_weeks_max => 8', '3 2'), ('p_days_per_week => 3', '4 1'),
    ('p_goals => array[''strength''], p_weeks_min => 2', '1') $$,
  'COM-FILTER-01: by any of the goals and levels, all of the tags, and bounds'
);
select results_eq(
  $$ select equipment, tests.found('viewer', format('p_equipment => %L::text[], p_sort => ''newest''', equipment))
     from unnest(array['{}', '{barbell}', '{barbell,bench}', '{barbell,rack,bench,cable}']) as equipment $$,
  $$ values
    ('{}', '3 2'), ('{barbell}', '3 2'), ('{barbell,bench}', '4 3 2'), ('{barbell,rack,bench,cable}', '4 3 2 1') $$,
  'COM-FILTER-02: a plan is for whoever has all that it needs, and everybody has a body'
);

-- Search
select results_eq(
  $$ select query, tests.found('viewer', format('%L, p_sort => ''newest''', query)) from unnest(array[
    'five', 'FIVE by', 'by five', 'forearm iron', 'iron five', 'cafe', 'CAFÉ', 'streng', 'zyzzyvax', 'zorb', 'bench press',
    'simple', 'hypertrophy', 'nothing', '', '  ', '!!!', '''; drop', 'five & | !', '%', null
  ]) as query $$,
  $$ values
    ('five', '1'), ('FIVE by', '1'), ('by five', '1'), ('forearm iron', '2'), ('iron five', ''), ('cafe', '3'),
    ('CAFÉ', '3'), ('streng', '4 3 1'), ('zyzzyvax', '2'), ('zorb', '2'), ('bench press', '4'), ('simple', '2 1'),
    ('hypertrophy', '2'), ('nothing', ''), ('', '4 3 2 1'), ('  ', '4 3 2 1'), ('!!!', '4 3 2 1'), ('''; drop', ''),
    ('five & | !', '1'), ('%', '4 3 2 1'), (null, '4 3 2 1') $$,
  'COM-SEARCH-01: by words of name, description, tags, goal and exercises, all of them, from their beginnings'
);
select is(
  tests.found('viewer', $$ repeat('five ', 100000) $$), '1', 'COM-SEARCH-02: a query as long as a book is no matter'
);
update public.published_plans set name = 'Six-by-Six' where id = tests.id(1);
select results_eq(
  $$ select tests.found('viewer', '''five'''), tests.found('viewer', '''six''') $$, $$ values ('', '1') $$,
  'COM-SEARCH-03: search follows what is published'
);

-- What is told
select is(
  tests.answer('viewer', 'select public.community_plans(''six'') #> ''{items,0}''')::jsonb - 'published_at',
  jsonb_build_object(
    'id', tests.id(1), 'is_template', false, 'name', 'Six-by-Six', 'description', null, 'goal', 'strength',
    'level', 'beginner', 'tags', '["barbell", "simple"]'::jsonb, 'weeks', 12, 'is_repeating', false, 'days_per_week', 3,
    'exercises', 1, 'equipment', '["barbell", "rack"]'::jsonb, 'like_count', 5, 'copy_count', 1, 'completion_count', 0,
    'is_liked', false, 'author', jsonb_build_object(
      'username', 'ada_x', 'display_name', null, 'avatar_path', null, 'avatar_thumbhash', null, 'avatar_color', null
    )
  ),
  'COM-01: an item says what the plan is like, how it is liked, and whose it is'
);
select results_eq(
  $$ select (tests.answer('viewer', 'select public.community_plans(''cafe'') #> ''{items,0}''')::jsonb -> field)::text
     from unnest(array['is_template', 'author']) as field $$,
  array['true', 'null'], 'COM-02: a template is nobody''s'
);
select tests.attempt('viewer', 'select public.like_plan(tests.id(1))');
select results_eq(
  $$ select who, tests.answer(who, 'select public.community_plans(''six'') #>> ''{items,0,is_liked}''')
     from unnest(array['viewer', 'bob']) as who $$,
  $$ values ('viewer', 'true'), ('bob', 'false') $$, 'COM-03: and to each their like'
);
select is(
  tests.answer('viewer', 'select public.community_plan(tests.id(2))')::jsonb,
  jsonb_build_object(
    'plan', tests.answer('viewer', 'select public.community_plans(''iron'') #> ''{items,0}''')::jsonb,
    'shared', (select document from public.published_plans where id = tests.id(2))
  ),
  'COM-04: one of them is read whole'
);
select results_eq(
  $$ select tests.answer('viewer', format('select public.community_plan(%L)', id)) from unnest(array[tests.id(99), null]) as id $$,
  array['id_unusable', 'id_unusable'], 'COM-05: what is not there is not there'
);

-- Pages
select tests.publish(100 + n, 'Crowd ' || n, jsonb_build_object('author', 'bob', 'like_count', n % 3)) from generate_series(1, 23) as n;
create function tests.pages(p_sort text, p_limit integer)
returns text[]
language plpgsql
as $$
declare
  v_page jsonb;
  v_cursor text;
  v_found text[] := '{}';
begin
  loop
    perform tests.sign_in('viewer');
    v_page := public.community_plans('crowd', p_sort => p_sort, p_limit => p_limit, p_cursor => v_cursor);
    perform tests.act_as('postgres');
    v_found := v_found || array(select item ->> 'name' from jsonb_array_elements(v_page -> 'items') as item);
    v_cursor := v_page ->> 'next_cursor';
    exit when v_cursor is null;
  end loop;
  return v_found;
end;
$$;
select is_empty(
  $$
    select sort, page_size
    from unnest(array['newest', 'copies', 'likes', 'completions', 'popular']) as sort
    cross join unnest(array[1, 7, 22, 23, 50]) as page_size
    cross join lateral tests.pages(sort, page_size) as found
    where found <> tests.pages(sort, 50) or cardinality(array(select distinct unnest(found))) <> 23
  $$,
  'COM-PAGE-01: pages of any size tell every plan once, though many have the same count'
);
select results_eq(
  $$ select p_limit, jsonb_array_length(tests.answer('viewer', format('select public.community_plans(p_limit => %L) -> ''items''', p_limit))::jsonb)
     from unnest(array[-1, 0, 1, null, 1000000]) as p_limit $$,
  $$ values (-1, 1), (0, 1), (1, 1), (null, 20), (1000000, 27) $$,
  'COM-PAGE-02: a page has 1 to 50, 20 where nothing is said'
);
create temporary table cursor as
  select tests.answer('viewer', $$ select public.community_plans('crowd', p_limit => 2) ->> 'next_cursor' $$) as text;
select is_empty(
  $$
    select arguments
    from cursor
    cross join lateral unnest(array[
      format('''crow'', p_cursor => %L', text), format('p_cursor => %L', text), format('''crowd'', p_sort => ''likes'', p_cursor => %L', text),
      format('''crowd'', p_tags => ''{}'', p_cursor => %L', text), '''crowd'', p_cursor => ''x''', format('''crowd'', p_cursor => %L', left(text, -3))
    ]) as arguments
    where tests.answer('viewer', format('select public.community_plans(%s)', arguments)) is distinct from 'cursor_mismatch'
  $$,
  'COM-PAGE-03: a cursor belongs to its filter and order'
);
select tests.block('bob', 'viewer');
select results_eq(
  $$ select tests.found('viewer', format('''crowd'', p_cursor => %L', text)), tests.found('viewer', 'p_sort => ''newest''') from cursor $$,
  $$ values ('', '4 3 1') $$, 'COM-PAGE-04: a block counts on the next page of an open list'
);
delete from public.blocks where true;
select tests.set_visibility('bob', 'followers');
select tests.follow('viewer', 'bob');
select results_eq(
  $$ select tests.found('viewer', format('''crowd'', p_cursor => %L', text)), tests.found('viewer', '''crowd''') from cursor $$,
  $$ values ('', '') $$, 'COM-PAGE-05: and so does a profile that is not public any more, for followers too'
);
create function tests.matched(p_who text)
returns text
language sql
as $$
  select tests.answer(p_who, format($q$
    select count(*) from private.match_published_plans(null, null, null, null, null, null, null, null, 'newest', null, 1000)
    where published_plan_id in (select id from unnest(%L::uuid[]) as id)
  $q$, (select array_agg(id) from public.published_plans where user_id = tests.user_id('bob'))));
$$;
create temporary table matched as select 'followers' as event, tests.matched('viewer') as viewer, tests.matched('ada') as ada;
select tests.set_visibility('bob', 'public'), tests.block('viewer', 'bob');
insert into matched select 'blocks', tests.matched('viewer'), tests.matched('ada');
select results_eq(
  'select event, viewer, ada from matched', $$ values ('followers', '0', '0'), ('blocks', '0', '24') $$,
  'COM-MATCH-01: the function behind the list tells no more ids than the list'
);
delete from public.blocks where true;

-- Copies and completions
select tests.attempt('viewer', format('select public.copy_plan(tests.id(3), tests.id(%s))', number))
from generate_series(200, 201) as number;
select tests.attempt('viewer', 'select public.copy_plan(tests.id(200), tests.id(202))');
select results_eq(
  $$ select copy_count, (select count(*) from public.plan_uses) from public.published_plans where id = tests.id(3) $$,
  $$ values (1, 1::bigint) $$,
  'COM-COUNT-05: whoever copies it counts once, whichever often'
);

select * from finish();
rollback;
