begin;
select plan(26);

select tests.create_user('ada'), tests.create_user('bob');

-- Names that nothing in the catalogue resembles: ranks below depend on nothing but these.
create function tests.entry(p_slug text, p_name text, p_aliases text[] default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'slug', p_slug, 'name', p_name, 'kind', 'weight_reps', 'category', 'strength', 'level', 'beginner',
    'is_unilateral', false, 'body_weight_share', 0, 'equipment', jsonb '["barbell"]', 
    'primary_muscles', jsonb '["chest"]', 'secondary_muscles', jsonb '[]', 'aliases', p_aliases,
    'instructions', jsonb '[]', 'source', 'test', 'license', 'CC0-1.0'
  );
$$;
select private.load_exercises(jsonb_build_array(
  tests.entry('zorbifex', 'Zorbifex'),
  tests.entry('incline-zorbifex-flumph', 'Incline Zorbifex Flumph'),
  tests.entry('zorbifex-flumph', 'Zorbifex Flumph', array['Quuxing', 'ZF']),
  tests.entry('zorbifex-flumph-machine', 'Zorbifex Flumph on a Machine'),
  tests.entry('garcon', 'Garçon Éclair-Wumpus')
));
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
select private.index_exercises(array[tests.id(1)]);

create function tests.found(p_query text, p_limit integer default 20)
returns text
language sql
as $$
  select coalesce(string_agg(item ->> 'name', ', ' order by ordinal), '')
  from jsonb_array_elements(public.search_exercises(p_query => p_query, p_limit => p_limit) -> 'items')
    with ordinality as found (item, ordinal);
$$;
grant execute on function tests.found(text, integer) to authenticated, service_role;

-- Filters. Names of its own for every combination.
create function tests.movement(
  p_name text, p_primary text, p_secondary text, p_equipment text[], p_kind text, p_level text, p_category text
)
returns jsonb
language sql
as $$
  select tests.entry(lower(replace(p_name, ' ', '-')), p_name) || jsonb_build_object(
    'primary_muscles', array[p_primary], 'secondary_muscles', array_remove(array[p_secondary], null),
    'equipment', p_equipment, 'kind', p_kind, 'level', p_level, 'category', p_category
  );
$$;
select private.load_exercises(jsonb_build_array(
  tests.movement('Xyzzy A', 'triceps', 'chest', array['barbell'], 'weight_reps', 'beginner', 'strength'),
  tests.movement('Xyzzy B', 'chest', 'triceps', array['barbell', 'bench'], 'weight_reps', 'advanced', 'strength'),
  tests.movement('Xyzzy C', 'chest', null, array['cable', 'bench'], 'reps_only', 'beginner', 'olympic'),
  tests.movement('Xyzzy D', 'quads', 'glutes', array['body_weight'], 'bodyweight_reps', 'beginner', 'strength'),
  tests.movement('Xyzzy E', 'quads', null, array[]::text[], 'duration', 'beginner', 'cardio')
));
create function tests.filtered(p_arguments text)
returns text
language plpgsql
as $$
declare
  v_answer jsonb;
begin
  execute format('select public.search_exercises(%s)', p_arguments) into v_answer;
  return (
    select coalesce(string_agg(right(item ->> 'name', 1), '' order by ordinal), '')
    from jsonb_array_elements(v_answer -> 'items') with ordinality as found (item, ordinal)
  );
end;
$$;
grant execute on function tests.filtered(text) to authenticated;
select tests.sign_in('bob');
select results_eq(
  $$
    select arguments, tests.filtered('p_query => ''xyzzy'', ' || arguments)
    from unnest(array[
      'p_scope => ''all''', 'p_muscles => ''{chest}''', 'p_muscles => ''{triceps}''',
      'p_muscles => ''{glutes,triceps}''', 'p_equipment => ''{barbell}''', 'p_equipment => ''{barbell,bench}''', 'p_equipment => ''{bench,body_weight}''',
      'p_kinds => ''{weight_reps,duration}''', 'p_levels => ''{advanced}''', 'p_categories => ''{olympic,cardio}''',
      'p_muscles => ''{chest}'', p_levels => ''{beginner}''', 'p_muscles => ''{}'', p_equipment => ''{}''',
      'p_kinds => ''{nonsense}''', 'p_kinds => ''{" | es#kind:duration"}''', 'p_muscles => ''{null}''',
      'p_equipment => ''{nonsense}'''
    ]) as arguments
  $$,
  $$
    values
      ('p_scope => ''all''', 'ABCDE'), ('p_muscles => ''{chest}''', 'BCA'), ('p_muscles => ''{triceps}''', 'AB'),
      ('p_muscles => ''{glutes,triceps}''', 'ABD'), ('p_equipment => ''{barbell}''', 'AE'),
      ('p_equipment => ''{barbell,bench}''', 'ABE'), ('p_equipment => ''{bench,body_weight}''', 'DE'),
      ('p_kinds => ''{weight_reps,duration}''', 'ABE'), ('p_levels => ''{advanced}''', 'B'),
      ('p_categories => ''{olympic,cardio}''', 'CE'), ('p_muscles => ''{chest}'', p_levels => ''{beginner}''', 'CA'),
      ('p_muscles => ''{}'', p_equipment => ''{}''', 'ABCDE'), ('p_kinds => ''{nonsense}''', ''),
      ('p_kinds => ''{" | es#kind:duration"}''', ''), ('p_muscles => ''{null}''', ''),
      ('p_equipment => ''{nonsense}''', 'E')
  $$,
  'SRCH-33: filters ask for one of each list, primary muscles first, and for nothing beyond the equipment'
);
select is(
  tests.filtered($$ p_muscles => '{chest}', p_equipment => '{cable,bench}', p_categories => '{olympic}' $$), 'C',
  'SRCH-34: without words, too'
);
select results_eq(
  $$
    select (item ->> 'primary_muscles')::jsonb ? 'neck'
    from jsonb_array_elements(public.search_exercises(p_muscles => '{neck}', p_limit => 50) -> 'items') as item
  $$,
  $$
    select is_primary
    from (
      select bool_or(role = 'primary') as is_primary, name, exercises.id
      from public.exercises
      join public.exercise_muscles on exercise_id = exercises.id
      where muscle_id = 'neck' and archived_at is null
      group by exercises.id
    ) as worked
    order by is_primary desc, name, id
    limit 50
  $$,
  'SRCH-35: primary muscles first, then by name'
);

-- What the caller has to do with
select tests.act_as('postgres');
insert into public.exercise_preferences (user_id, exercise_id, is_favorite, pinned_note)
values
  (tests.user_id('bob'), tests.exercise_id('xyzzy-d'), true, null),
  (tests.user_id('bob'), tests.exercise_id('xyzzy-b'), false, 'No favourite'),
  (tests.user_id('ada'), tests.exercise_id('xyzzy-b'), true, null);
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(2), tests.user_id('bob'), 'Xyzzy Z', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(2), 'chest', 'primary', 1);
select private.index_exercises(array[tests.id(2)]);
insert into analytics.exercise_days
  (user_id, exercise_id, local_date, sets, reps, volume_kg, duration_seconds, distance_meters, best_weights_kg,
  assisted_kg)
select tests.user_id(who), tests.exercise_id(slug), current_date - days, 3, 15, 0, 0, 0, '{}', 0
from (
  values
    ('bob', 'xyzzy-c', 10), ('bob', 'xyzzy-c', 40), ('bob', 'xyzzy-e', 5), ('bob', 'xyzzy-a', 200),
    ('ada', 'xyzzy-b', 1)
) as used (who, slug, days);
insert into public.exercise_media (id, exercise_id, kind, path, url, position, source, license)
values
  (tests.id(10), tests.exercise_id('xyzzy-c'), 'video', null, 'https://example.test/c.mp4', 1, 'x', 'CC0-1.0'),
  (tests.id(11), tests.exercise_id('xyzzy-c'), 'image', 'catalog/c.webp', null, 2, 'x', 'CC0-1.0'),
  (tests.id(12), tests.exercise_id('xyzzy-c'), 'image', null, 'https://example.test/c.webp', 3, 'x', 'CC0-1.0');

select tests.sign_in('bob');
select results_eq(
  $$
    select scope, tests.filtered(format('p_query => %L, p_scope => %L', query, scope))
    from unnest(array['xyzzy', null]) as query
    cross join unnest(array['own', 'favorites', 'recent']) as scope
  $$,
  $$
    values
      ('own', 'Z'), ('favorites', 'D'), ('recent', 'CE'), ('own', 'Z'), ('favorites', 'D'), ('recent', 'EC')
  $$,
  'SRCH-36: a scope narrows the search; recent ones are those of 90 days, without words the latest first'
);
select is(
  tests.filtered($$ p_query => 'xyzzy', p_scope => 'global' $$), 'CDEAB',
  'SRCH-37: the global scope leaves own ones out'
);
select is(
  tests.filtered($$ p_query => 'xyzzy' $$), 'CDEZAB', 'SRCH-38: favourites, recent and own exercises rank up'
);
select is(
  tests.filtered($$ p_query => 'xyzzy a', p_limit => 1 $$), 'A', 'SRCH-39: but a whole name goes before them'
);
select results_eq(
  $$
    select
      item ->> 'name', item ->> 'is_favorite', (item ->> 'last_used_on')::date, item -> 'thumbnail',
      item -> 'is_custom'
    from jsonb_array_elements(public.search_exercises('xyzzy') -> 'items') as item
    order by item ->> 'name'
  $$,
  $$
    values
      ('Xyzzy A', 'false', current_date - 200, jsonb 'null', jsonb 'false'), ('Xyzzy B', 'false', null, 'null', 'false'),
      ('Xyzzy C', 'false', current_date - 10, '{"path": "catalog/c.webp", "url": null}', 'false'),
      ('Xyzzy D', 'true', null, 'null', 'false'), ('Xyzzy E', 'false', current_date - 5, 'null', 'false'),
      ('Xyzzy Z', 'false', null, 'null', 'true')
  $$,
  'SRCH-40: and say what they are to the caller, with their first picture'
);
select throws_ok(
  $$ select public.search_exercises('x', p_scope => 'theirs') $$, 'PT422', 'invalid_field', 'SRCH-41: no other scope is'
);

-- Pages
select tests.act_as('postgres');
create function tests.pages(p_arguments text, p_limit integer)
returns uuid[]
language plpgsql
as $$
declare
  v_ids uuid[] := '{}';
  v_cursor text;
  v_answer jsonb;
begin
  loop
    execute format('select public.search_exercises(%s p_limit => %s, p_cursor => %L)', p_arguments, p_limit, v_cursor)
    into v_answer;
    v_ids := v_ids || array(select (item ->> 'id')::uuid from jsonb_array_elements(v_answer -> 'items') as item);
    v_cursor := v_answer ->> 'next_cursor';
    exit when v_cursor is null or cardinality(v_ids) > 2000;
  end loop;
  return v_ids;
end;
$$;
grant execute on function tests.pages(text, integer) to authenticated;
select tests.sign_in('bob');
select set_eq(
  $$ select unnest(tests.pages('', 50)) $$,
  $$ select id from public.exercises where archived_at is null $$,
  'SRCH-42: the pages of everything hold everything that one may see'
);
select is(
  cardinality(tests.pages('', 50)), (select count(*)::integer from public.exercises where archived_at is null),
  'SRCH-43: each once'
);
select is_empty(
  $$
    select arguments, size
    from unnest(array[
      'p_query => ''xyzzy'',', 'p_query => ''press'',', 'p_query => ''dumbell'',', 'p_muscles => ''{neck}'',',
      'p_query => ''curl'', p_equipment => ''{dumbbell}'',', 'p_scope => ''recent'',', 'p_levels => ''{advanced}'',',
      'p_query => ''remo'', p_locale => ''es'','
    ]) as arguments
    cross join unnest(array[1, 3, 7]) as size
    where tests.pages(arguments, size) is distinct from tests.pages(arguments, 50)
  $$,
  'SRCH-44: small pages one after the other are the large ones: none twice, none missed, in one order'
);
select cmp_ok(cardinality(tests.pages('p_query => ''press'',', 7)), '>', 50, 'SRCH-45: of which there are many');
select is_empty(
  $$
    select arguments
    from unnest(array[
      'p_query => ''curl''', 'p_query => ''press'', p_muscles => ''{chest}''',
      'p_query => ''press'', p_scope => ''global''',
      'p_query => ''press'', p_locale => ''es'''
    ]) as arguments
    where tests.answer('bob', format(
      'select public.search_exercises(%s, p_cursor => %L)', arguments,
      public.search_exercises('press', p_limit => 5) ->> 'next_cursor'
    )) <> 'cursor_mismatch'
  $$,
  'SRCH-46: a cursor is of use for its own search alone'
);
select tests.sign_in('bob');
select throws_ok(
  $$ select public.search_exercises('press', p_cursor => 'nonsense') $$, 'PT400', 'cursor_mismatch',
  'SRCH-47: and nonsense is none'
);

-- Facets
create temporary table counted as
  select facet, value, exercises::integer
  from jsonb_each(
    public.search_exercises(p_query => 'xyzzy', p_muscles => '{chest}', p_levels => '{beginner}', p_facets => true)
      -> 'facets'
  ) as facets (facet, counts)
  cross join jsonb_each_text(counts) as counts (value, exercises);
select set_eq(
  'select facet, value, exercises from counted',
  $$
    values
      ('muscles', 'chest', 3), ('muscles', 'triceps', 1), ('muscles', 'quads', 2), ('muscles', 'glutes', 1),
      ('equipment', 'barbell', 1), ('equipment', 'cable', 1), ('equipment', 'bench', 1), ('kinds', 'weight_reps', 2),
      ('kinds', 'reps_only', 1), ('levels', 'beginner', 3), ('levels', 'advanced', 1), ('categories', 'strength', 2),
      ('categories', 'olympic', 1)
  $$,
  'SRCH-48: facets count by each value what the other filters leave, own exercises included'
);
select tests.act_as('postgres');
create function tests.miscounted(p_arguments text)
returns table (value text, exercises integer)
language plpgsql
as $$
declare
  v_facets jsonb;
begin
  execute format('select public.search_exercises(%s p_facets => true) -> ''facets''', p_arguments) into v_facets;
  return query
  select counts.value, counts.exercises::integer
  from jsonb_each_text(v_facets -> 'kinds') as counts (value, exercises)
  where counts.exercises::integer
    <> cardinality(tests.pages(format('%s p_kinds => ''{%s}'',', p_arguments, counts.value), 50));
end;
$$;
grant execute on function tests.miscounted(text) to authenticated;
select tests.sign_in('bob');
select is_empty(
  $$
    select arguments, miscounted.*
    from unnest(array[
      'p_query => ''press'',', 'p_query => ''curl'', p_equipment => ''{dumbbell,bench}'',', 'p_muscles => ''{neck}'',',
      'p_scope => ''own'',', 'p_scope => ''recent'', p_query => ''xyzzy'','
    ]) as arguments
    cross join tests.miscounted(arguments)
  $$,
  'SRCH-49: a value''s count is how many one finds by choosing it'
);
select is(
  public.search_exercises('xyzzy') ? 'facets', false, 'SRCH-50: facets come to who asks for them'
);

-- What others must not see, through no side door
select tests.act_as('postgres');
create temporary table doors (arguments) as values
  ('p_query => ''zyzzyvax'''), ('p_query => ''zyzzyvx'''), ('p_query => ''zyzzy'''), ('p_query => ''zyzzyvax curl'''),
  ('p_query => ''xyzzy z'''), ('p_scope => ''own'''), ('p_scope => ''favorites'''), ('p_scope => ''recent'''),
  ('p_limit => 50');
grant select on doors to authenticated;
select is_empty(
  $$
    select arguments
    from doors
    cross join tests.answer('ada', format(
      'select public.search_exercises(%s, p_facets => true)::text ~ %L', arguments, tests.id(2)::text || '|Xyzzy Z'
    )) as seen
    where seen <> 'false'
    union all
    select arguments
    from doors
    cross join tests.answer('bob', format(
      'select public.search_exercises(%s, p_facets => true)::text ~ %L', arguments, tests.id(1)::text || '|Zyzzyvax'
    )) as seen
    where seen <> 'false'
  $$,
  'SRCH-51: an own exercise comes to nobody else, by name, typo, beginning, scope or list'
);
select is(
  tests.answer('bob', $$ select public.search_exercises('zyzzyvax', p_facets => true) -> 'facets' $$)::jsonb,
  jsonb '{"muscles": {}, "equipment": {}, "kinds": {}, "levels": {}, "categories": {}}',
  'SRCH-52: nor counts in anybody else''s facets'
);
select is_empty(
  $$ select word from private.search_words where word in ('zyzzyvax', 'z') and locale = 'und' or word = 'zyzzyvax' $$,
  'SRCH-53: nor has it words in the vocabulary'
);
select is(
  tests.answer('ada', $$
    select private.match_exercises('{"query": "xyzzy z", "scope": "own", "locale": "und"}', current_date, null, 50)
  $$),
  null, 'SRCH-54: and no other input of the function behind it opens it either'
);
select is_empty(
  $$
    select who, call, attempt
    from unnest(array['anon', 'ada']) as who
    cross join unnest(array[
      'private.caller_exercises(''all'', current_date)', 'private.read_query(''x'', ''en'', tests.user_id(''bob''))',
      'private.nearest_words(''x'', ''en'', tests.user_id(''bob''))', 'private.count_search_words()',
      'private.search_queries(''{}'', tests.user_id(''bob''))',
      'private.query_locale(''{x}'', ''en'')', 'private.split_word(''legpress'', ''en'')',
      'private.store_exercise_documents(''{}'', ''{en}'')', 'private.exercises_by_name(''en'', null, null, null, null, 5)',
      'private.rank_exercises(null, ''own'', null, null, ''all'', null, null, 5)',
      'private.browse_exercises(null, ''own'', current_date, null, 5)', 'private.load_abbreviations(''[]'')'
    ]) as call
    cross join tests.attempt(who, 'select ' || call) as attempt
    where attempt <> '42501'
  $$,
  'SRCH-55: what search is made of is called by nobody'
);

select tests.act_as('postgres');
-- A word that more than a thousand have. One of them is known by many names, one is Bob's favourite, one is his own.
select private.load_exercises((
  select jsonb_agg(tests.entry(
    'gnarf-' || n, 'Gnarf ' || n, case n when 700 then array['GA', 'GB', 'GC', 'GD', 'GE', 'GF'] else '{}' end
  ))
  from generate_series(1, 1100) as n
));
insert into public.exercise_preferences (user_id, exercise_id, is_favorite)
values (tests.user_id('bob'), tests.exercise_id('gnarf-900'), true);
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(3), tests.user_id('bob'), 'Gnarf by Bob', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
select private.index_exercises(array[tests.id(3)]);
select tests.sign_in('bob');
select bag_eq(
  $$ select unnest(string_to_array(tests.found('gnarf', 3), ', ')) $$,
  $$ values ('Gnarf 700'), ('Gnarf 900'), ('Gnarf by Bob') $$,
  'SRCH-60: of a broad query the prominent and what the caller has to do with come first'
);
select is(tests.found('gnarf 800', 1), 'Gnarf 800', 'SRCH-61: and a whole name before them');
select results_eq(
  $$ select cardinality(ids), (select count(distinct id)::integer from unnest(ids) as id)
     from (select tests.pages('p_query => ''gnarf'',', 50) as ids) as pages $$,
  $$ values (1101, 1101) $$,
  'SRCH-62: and its pages hold all, each once'
);

select * from finish();
rollback;
