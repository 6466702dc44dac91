begin;
select plan(39);

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
    from jsonb_array_elements(public.search_exercises(p_query => 'rdl', p_limit => 20) -> 'items') as item
    where item ->> 'name' !~* 'romanian.*deadlift'
      and not exists (
        select from public.exercise_aliases where exercise_id = (item ->> 'id')::uuid and alias ~* '\mrdl\M'
      )
  $$,
  'SRCH-11: a known abbreviation is no typo of another word'
);

-- What it answers
select results_eq(
  $$ select (public.search_exercises(p_query => 'zorbifex flumph', p_limit => 1) #> '{items,0}') - text 'id' $$,
  $$ values (jsonb '{"name": "Zorbifex Flumph", "name_en": "Zorbifex Flumph", "kind": "weight_reps",
     "category": "strength", "level": "beginner", "mechanic": null, "is_custom": false, "is_favorite": false,
     "last_used_on": null, "primary_muscles": ["chest"], "secondary_muscles": [], "equipment": ["barbell"],
     "thumbnail": null}') $$,
  'SRCH-12: it answers what a list shows'
);
select results_eq(
  $$
    select bound, jsonb_array_length(public.search_exercises(p_query => 'barbell', p_limit => bound) -> 'items')
    from unnest(array[-1, 0, 1, 7, 50, 51, 2147483647, null]) as bound
  $$,
  $$ values (-1, 1), (0, 1), (1, 1), (7, 7), (50, 50), (51, 50), (2147483647, 50), (null::integer, 20) $$,
  'SRCH-13: 1 to 50 are answered, and 20 to who does not say'
);
select is_empty(
  $$
    select query
    from unnest(array[
      '', '   ', E'\t\n', null, '!!!', '''; --', '&|!():*', '\', '\''', '|||', '''''', '😀💪', '<->', '()', ':*',
      E'\u200B', '"', '~', '#', '='
    ]) as query
    where tests.found(query) is distinct from (
      select string_agg(name, ', ' order by name, id)
      from (select name, id from public.exercises where archived_at is null order by name, id limit 20) as first
    )
  $$,
  'SRCH-14: a query without words lists all by name, and is no error'
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
  tests.found(repeat(' ', 80) || 'zorbifex'), tests.found(null), 'SRCH-16: 80 characters count, as documented'
);

-- Whose rows
select is(tests.found('zyzzyvax'), '', 'SRCH-17: nobody finds the exercise of another');
select unalike(tests.found('zyzzyvx curl', 50), '%Zyzzyvax%', 'SRCH-18: nor by a typo');
select tests.sign_in('ada');
select is(tests.found('zyzzyvax'), 'Zyzzyvax Curl', 'SRCH-19: its owner does');

select tests.act_as('postgres');
select is_empty(
  $$ select word from private.search_words where word = 'zyzzyvax' or (word = 'quuxing' and is_correct) $$,
  'SRCH-20: private words are in no vocabulary, and those of aliases alone correct nobody''s typos'
);
select is(
  tests.attempt('anon', $$ select public.search_exercises('bench') $$), '42501',
  'SRCH-21: who has no account reads the catalogue, but does not search'
);


-- Whose exercises, and how they are found by their owner
select tests.sign_in('ada');
select is(tests.found('zyzzyvx'), 'Zyzzyvax Curl', 'SRCH-22: an own exercise is found by a typo, too');
select is(tests.found('zyzzyvax curl', 1), 'Zyzzyvax Curl', 'SRCH-23: and goes first where other words are known');
select tests.act_as('postgres');

-- Languages
select private.load_exercises(jsonb_build_array(
  tests.entry('blorple-press', 'Blorple Press', array['Blorp']), tests.entry('blorple-row', 'Blorple Row')
));
select private.load_translations(jsonb '[
  {"slug": "blorple-press", "es": {"name": "Gnusto de banca", "aliases": ["Rezrov"]}, "eo": {"name": "Frotzo"}}
]');
create function tests.found_in(p_locale text, p_query text)
returns text
language sql
as $$
  select coalesce(string_agg(format('%s (%s)', item ->> 'name', item ->> 'name_en'), ', ' order by ordinal), '')
  from jsonb_array_elements(public.search_exercises(p_query => p_query, p_locale => p_locale) -> 'items')
    with ordinality as found (item, ordinal);
$$;
grant execute on function tests.found_in(text, text) to authenticated;

select tests.sign_in('bob');
select results_eq(
  $$
    select query, split_part(tests.found_in('es', query), ', ', 1)
    from unnest(array['gnusto', 'rezrov', 'gnutso', 'banca gnusto', 'blorple press', 'blorp']) as query
  $$,
  $$
    select query, 'Gnusto de banca (Blorple Press)'
    from unnest(array['gnusto', 'rezrov', 'gnutso', 'banca gnusto', 'blorple press', 'blorp']) as query
  $$,
  'SRCH-24: an exercise is found by its name in a language, and by the English one behind it'
);
select is(tests.found_in('es-MX', 'gnusto'), 'Gnusto de banca (Blorple Press)', 'SRCH-25: in any region');
select is(
  tests.found_in('es', 'blorple row'), 'Blorple Row (Blorple Row)',
  'SRCH-26: what nobody translated has its English name'
);
select results_eq(
  $$ select locale, tests.found_in(locale, 'gnusto')
     from unnest(array['en', 'de', 'xx', '', '../..', 'es; --', null]) as locale $$,
  $$ select locale, 'Blorple Press (Blorple Press)'
     from unnest(array['en', 'de', 'xx', '', '../..', 'es; --', null]) as locale $$,
  'SRCH-27: a query in another language than the app''s is understood, and answered in the app''s'
);
select is(
  tests.found_in('eo', 'frotzo'), 'Frotzo (Blorple Press)', 'SRCH-28: a language may have a single translation'
);
select is(
  tests.found_in('eo', 'zorbifex flumph'), tests.found_in('en', 'zorbifex flumph'), 'SRCH-29: and still find everything'
);
update public.profile_settings set locale = 'es-AR' where user_id = tests.user_id('bob');
select is(
  tests.found_in(null, 'gnusto'), 'Gnusto de banca (Blorple Press)',
  'SRCH-30: who names no language searches in that of their settings'
);
update public.profile_settings set locale = 'en' where user_id = tests.user_id('bob');
select tests.act_as('postgres');
select private.load_translations(jsonb '[{"slug": "blorple-press", "es": {"name": "Gnusto de banca"}}]');
select is_empty(
  $$ select locale, word from private.search_words where locale = 'eo' or word in ('frotzo', 'rezrov') $$,
  'SRCH-31: a language that nothing is translated into any more is gone from the vocabulary'
);
select is_empty(
  $$ select exercise_id from private.exercise_documents where locale = 'eo' $$, 'SRCH-32: and from the documents'
);

-- Abbreviations
select is(
  tests.attempt('postgres', $q$
    select private.load_abbreviations('[{"locale": "en", "abbreviation": "qq", "stands_for": "blorple press"}]')
  $q$),
  '1', 'SRCH-56: abbreviations are loaded'
);
select results_eq(
  $$
    select query, tests.answer('bob', format('select tests.found(%L, 1)', query))
    from unnest(array['qq', 'QQ zorb']) as query
  $$,
  $$ values ('qq', 'Blorple Press'), ('QQ zorb', '') $$,
  'SRCH-57: and understood'
);
select throws_ok(
  $$ select private.load_abbreviations('[{"locale": "en", "abbreviation": "q:*", "stands_for": "x"}]') $$, '23514',
  null,
  'SRCH-58: one is letters and digits'
);
select throws_ok(
  $$ select private.load_abbreviations('[{"locale": "en", "abbreviation": "q", "stands_for": "x | y"}]') $$, '23514',
  null,
  'SRCH-59: and stands for words'
);

-- Of words that are as near, the whole one is meant, however common is what is begun
select private.load_exercises(jsonb_build_array(
  tests.entry('snobalix', 'Snobalix'), tests.entry('snobalix-row', 'Snobalix Row'), tests.entry('snorg', 'Snorg')
));
select is(
  tests.answer('bob', $$ select tests.found('snog', 1) $$), 'Snorg',
  'SRCH-63: a misspelt word is one that is whole rather than the beginning of one'
);

-- What lists show is kept beside the search documents
select tests.act_as('postgres');
create function tests.item(p_exercise_id uuid, p_locale text)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', exercises.id, 'name', coalesce(exercise_translations.name, exercises.name), 'name_en', exercises.name,
    'kind', exercises.kind, 'category', exercises.category, 'level', exercises.level, 'mechanic', exercises.mechanic,
    'is_custom', exercises.user_id is not null,
    'equipment', array(
      select equipment_id from public.exercise_equipment where exercise_id = exercises.id order by equipment_id
    ),
    'primary_muscles', array(
      select muscle_id from public.exercise_muscles
      where exercise_id = exercises.id and role = 'primary' order by muscle_id
    ),
    'secondary_muscles', array(
      select muscle_id from public.exercise_muscles
      where exercise_id = exercises.id and role = 'secondary' order by muscle_id
    )
  )
  from public.exercises
  left join public.exercise_translations on exercise_translations.exercise_id = exercises.id
    and exercise_translations.locale = p_locale
  where exercises.id = p_exercise_id
$$;
create function tests.shown(p_exercise_id uuid, p_locale text)
returns jsonb
language sql
as $$
  select (private.exercise_items(array[p_exercise_id], p_locale) -> 0)
    - array['is_favorite', 'last_used_on', 'thumbnail']
$$;
select is_empty(
  $$
    select exercises.name, locale, tests.item(exercises.id, locale), tests.shown(exercises.id, locale)
    from public.exercises
    cross join unnest(array['en', 'es', 'de']) as locale
    where exercises.user_id is null and exercises.archived_at is null
      and tests.item(exercises.id, locale) is distinct from tests.shown(exercises.id, locale)
  $$,
  'SRCH-64: what a list shows of the catalogue is what its tables say'
);
grant execute on function tests.item, tests.shown to authenticated;
select tests.sign_in('ada');
update public.exercises set name = 'Zyzzyvax Press', kind = 'reps_only', level = 'advanced', mechanic = 'compound'
where id = tests.id(1);
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
values (tests.id(1), 'triceps', 'primary', 1), (tests.id(1), 'chest', 'secondary', 0.5)
on conflict do nothing;
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'cable')
on conflict do nothing;
select is(
  tests.shown(tests.id(1), 'en'), tests.item(tests.id(1), 'en'),
  'SRCH-65: and of an own exercise, as soon as one of them changes'
);

select * from finish();
rollback;
