begin;
select plan(21);

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
  from jsonb_array_elements(public.search_exercises(p_query, p_limit) -> 'items')
    with ordinality as found (item, ordinal);
$$;
grant execute on function tests.found(text, integer) to authenticated, service_role;

select tests.sign_in('bob');
select is(tests.found('zorbifex flumph', 1), 'Zorbifex Flumph', 'SRCH-01: the exact name comes first');
select is(tests.found('zorbifex', 1), 'Zorbifex', 'SRCH-02: even where longer names have the word, too');
select is(tests.found('flumph zorbifex', 1), 'Zorbifex Flumph', 'SRCH-03: the order of words does not matter');
select is(tests.found('zorbi flu', 1), 'Zorbifex Flumph', 'SRCH-04: words may be begun only');
select is(tests.found('GARCON eclair', 1), 'Garçon Éclair-Wumpus', 'SRCH-05: case, accents and hyphens do not matter');
select is(tests.found('ｇａｒçｏｎ'), 'Garçon Éclair-Wumpus', 'SRCH-06: nor do full-width letters');
select is(tests.found('quuxing'), 'Zorbifex Flumph', 'SRCH-07: an alias finds');
select is(tests.found('zf', 1), 'Zorbifex Flumph', 'SRCH-08: even an abbreviation');
select results_eq(
  $$
    select query, tests.found(query, 1)
    from unnest(array[
      'zorbifx flumph', 'zorbfiex flumph', 'zorbifex flumhp', 'zorbiffex flumph', 'zorbifexflumph'
    ]) as query
  $$,
  $$
    values
      ('zorbifx flumph', 'Zorbifex Flumph'), ('zorbfiex flumph', 'Zorbifex Flumph'),
      ('zorbifex flumhp', 'Zorbifex Flumph'), ('zorbiffex flumph', 'Zorbifex Flumph'),
      ('zorbifexflumph', 'Zorbifex Flumph')
  $$,
  'SRCH-09: typos are forgiven: a letter missing, swapped or doubled, a space forgotten'
);
select results_eq(
  $$
    select query, tests.found(query, 1)
    from unnest(array['bench press', 'bnech pres', 'dedlift', 'romainan deadlift', 'rdl', 'pull up', 'pullup']) as query
  $$,
  $$
    values
      ('bench press', 'Barbell Bench Press'), ('bnech pres', 'Barbell Bench Press'), ('dedlift', 'Barbell Deadlift'),
      ('romainan deadlift', 'Barbell Romanian Deadlift'), ('rdl', 'Barbell Romanian Deadlift'), ('pull up', 'Pull-Up'),
      ('pullup', 'Pull-Up')
  $$,
  'SRCH-10: in the real catalogue, too'
);
select is_empty(
  $$
    select item ->> 'name'
    from jsonb_array_elements(public.search_exercises('rdl', 20) -> 'items') as item
    where not exists (
      select from public.exercise_aliases where exercise_id = (item ->> 'id')::uuid and alias ~* '\mrdl\M'
    )
  $$,
  'SRCH-11: a known abbreviation is no typo of another word'
);

-- What it answers
select results_eq(
  $$ select (public.search_exercises('zorbifex flumph', 1) #> '{items,0}') - text 'id' $$,
  $$ values (jsonb '{"name": "Zorbifex Flumph", "kind": "weight_reps", "category": "strength", "level": "beginner",
     "is_custom": false, "primary_muscles": ["chest"], "equipment": ["barbell"]}') $$,
  'SRCH-12: it answers what a list shows'
);
select results_eq(
  $$
    select bound, jsonb_array_length(public.search_exercises('barbell', bound) -> 'items')
    from unnest(array[-1, 0, 1, 7, 50, 51, 2147483647, null]) as bound
  $$,
  $$ values (-1, 1), (0, 1), (1, 1), (7, 7), (50, 50), (51, 50), (2147483647, 50), (null::integer, 20) $$,
  'SRCH-13: 1 to 50 are answered, and 20 to who does not say'
);
select is_empty(
  $$
    select query, public.search_exercises(query)
    from unnest(array[
      '', '   ', E'\t\n', null, '!!!', '''; --', '&|!():*', '\', '\\''', '|||', '''''', '😀💪', '<->', '()', ':*',
      E'\u200B', '"'
    ]) as query
    where public.search_exercises(query) is distinct from '{"items": []}'
  $$,
  'SRCH-14: a query without words finds nothing, and is no error'
);
select lives_ok(
  $$
    select public.search_exercises(query)
    from unnest(array[
      '''; drop table public.exercises; --', 'bench & !press', 'bench:*', 'a:b:c', '!bench', 'bench <2> press',
      repeat('a', 1000), repeat('ab ', 1000), repeat('㌖', 80), repeat('ﷺ', 80), repeat('㌖ ', 80), repeat('ß', 80),
      repeat('e' || E'\u0301', 500), E'bench\u0001press', E'\u202Ebench', '1e10 0x1F -5',
      'http://example.test/?q=bench', 'ada@example.test', '%_\', 'İı', repeat('''', 80), repeat('\', 80), 'ベンチプレス', 'жим лёжа'
    ]) as query
  $$,
  'SRCH-15: no query is an error'
);
select is(
  tests.found(repeat(' ', 80) || 'zorbifex'), '', 'SRCH-16: 80 characters count, as documented'
);

-- Whose rows
select is(tests.found('zyzzyvax'), '', 'SRCH-17: nobody finds the exercise of another');
select unalike(tests.found('zyzzyvx curl', 50), '%Zyzzyvax%', 'SRCH-18: nor by a typo');
select tests.sign_in('ada');
select is(tests.found('zyzzyvax'), 'Zyzzyvax Curl', 'SRCH-19: its owner does');

select tests.act_as('postgres');
select is_empty(
  $$ select word from private.search_words where word in ('zyzzyvax', 'quuxing') $$,
  'SRCH-20: private words are in no vocabulary, so that they correct nobody''s typos'
);
select is(
  tests.attempt('anon', $$ select public.search_exercises('bench') $$), '42501',
  'SRCH-21: who has no account reads the catalogue, but does not search'
);

select * from finish();
rollback;
