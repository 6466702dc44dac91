begin;
select plan(16);

select tests.create_user('ada');

create function tests.exercise(p_slug text, p_name text, p_aliases text[] default '{}')
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
  tests.exercise('zorb-press', 'Zorb Press', array['Zorbing']), tests.exercise('zorb-row', 'Zorb Row')
));
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zorb Press', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.exercise_translations (exercise_id, locale, name) values (tests.id(1), 'es', 'Lo mío');
insert into public.exercise_aliases (exercise_id, locale, alias) values (tests.id(1), 'es', 'Mío');

create function tests.file(p_changes jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_array(
    jsonb '{"slug": "zorb-press", "es": {"name": "Prensa zorb", "aliases": ["Zorbeo", "Zorbing"]},
      "de": {"name": "Zorbdrücken", "aliases": [], "instructions": ["Drücken."], "cues": ["Atmen."]}}' || p_changes,
    jsonb '{"slug": "zorb-row", "es": {"name": "Remo zorb"}}'
  );
$$;
-- An update makes a new version of a row, and with it a new ctid, even if it changes nothing.
create temporary view versions as
  select 'exercise' as of, id::text as id, ctid::text as version from public.exercises
  union all
  select 'translation', concat_ws(' ', exercise_id, locale), ctid::text from public.exercise_translations
  union all
  select 'alias', concat_ws(' ', exercise_id, locale, alias), ctid::text from public.exercise_aliases
  union all
  select 'document', exercise_documents::text, ctid::text from private.exercise_documents
  union all
  select 'word', search_words::text, ctid::text from private.search_words;
create temporary view translations as
  select slug, locale, exercise_translations.name, exercise_translations.instructions, exercise_translations.cues
  from public.exercise_translations
  join public.exercises on exercises.id = exercise_id
  where slug like 'zorb-%';
create temporary view aliases as
  select slug, locale, alias
  from public.exercise_aliases
  join public.exercises on exercises.id = exercise_id
  where slug like 'zorb-%';

select lives_ok('select private.load_translations(tests.file())', 'TRANS-01: translations are loaded');
select set_eq(
  'select * from translations',
  $$
    values
      ('zorb-press', 'es', 'Prensa zorb', '{}', '{}'), ('zorb-row', 'es', 'Remo zorb', '{}', '{}'),
      ('zorb-press', 'de', 'Zorbdrücken', array['Drücken.'], array['Atmen.'])
  $$,
  'TRANS-02: one for each language of each slug, texts where there are any'
);
select set_eq(
  'select * from aliases',
  $$ values ('zorb-press', 'en', 'Zorbing'), ('zorb-press', 'es', 'Zorbeo'), ('zorb-press', 'es', 'Zorbing') $$,
  'TRANS-03: with their aliases, even such as English has, too'
);

create temporary table before as select * from versions;
select private.load_translations(tests.file());
select set_eq('select * from versions', 'select * from before', 'TRANS-04: the same file again writes nothing');
select private.load_exercises(jsonb_build_array(
  tests.exercise('zorb-press', 'Zorb Press', array['Zorbing']), tests.exercise('zorb-row', 'Zorb Row')
));
select set_eq('select * from versions', 'select * from before', 'TRANS-05: nor does the file of the exercises');

select private.load_translations(tests.file('{"es": {"name": "Empuje zorb", "aliases": ["Wumpeo"]}}'));
select set_eq(
  $$
    select of, id from versions where (of, id, version) not in (select of, id, version from before)
      and of in ('exercise', 'translation', 'alias')
  $$,
  $$
    values
      ('exercise', private.global_exercise_id('zorb-press')::text),
      ('translation', private.global_exercise_id('zorb-press') || ' es'),
      ('alias', private.global_exercise_id('zorb-press') || ' es Wumpeo')
  $$,
  'TRANS-06: a changed name is stored; aliases raise the exercise''s version, and nothing else is written'
);
select set_eq(
  $$ select locale, alias from aliases $$, $$ values ('en', 'Zorbing'), ('es', 'Wumpeo') $$,
  'TRANS-07: aliases that the file no longer names are gone, English ones stay'
);
select private.load_translations(tests.file() #- '{0,de}');
select set_eq(
  $$ select slug, locale from translations $$, $$ values ('zorb-press', 'es'), ('zorb-row', 'es') $$,
  'TRANS-08: and so is a language'
);
select private.load_translations(jsonb_build_array(tests.file() -> 1));
select set_eq(
  $$ select slug, locale from translations $$, $$ values ('zorb-press', 'es'), ('zorb-row', 'es') $$,
  'TRANS-09: a slug that the file does not list keeps all it has'
);
select results_eq(
  $$ select name, alias from public.exercise_translations join public.exercise_aliases using (exercise_id, locale)
     where exercise_id = tests.id(1) $$,
  $$ values ('Lo mío', 'Mío') $$,
  'TRANS-10: users'' rows are never touched'
);

select throws_ok(
  $$ select private.load_translations('[{"slug": "zorb-nothing", "es": {"name": "Nada"}}]') $$, 'PT409', 'id_unusable',
  'TRANS-11: a slug that no exercise has is refused'
);
select throws_ok(
  $$ select private.load_translations('[{"slug": "zorb-row", "en": {"name": "Row"}}]') $$, '23514', null,
  'TRANS-12: and so is English'
);
select throws_ok(
  $$ select private.load_translations('[{"slug": "zorb-row", "es": {"aliases": []}}]') $$, '23502', null,
  'TRANS-13: and a language without a name'
);
select throws_ok(
  $$ select private.load_translations('[{"slug": "zorb-row", "es": "Remo"}]') $$, '22023', null,
  'TRANS-14: and one that is no object'
);
select throws_ok(
  $$ select private.load_translations(tests.file('{"slug": "zorb-row"}')) $$, '21000', null,
  'TRANS-15: and a slug that stands twice in one file'
);
select is_empty(
  $$
    select who, attempt
    from unnest(array['anon', 'ada', 'service_role']) as who
    cross join tests.attempt(who, 'select private.load_translations(''[]'')') as attempt
    where attempt <> '42501'
  $$,
  'TRANS-16: nobody but a deploy loads translations'
);

select * from finish();
rollback;
