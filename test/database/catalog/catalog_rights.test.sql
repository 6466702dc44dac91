begin;
select plan(13);

select tests.create_user('ada'), tests.create_user('bob');

-- Ada's own exercise with all its parts.
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zorbifex Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(1), 'biceps', 'primary', 1);
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'barbell');
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Quuxing');
insert into public.exercise_translations (exercise_id, locale, name)
values (tests.id(1), 'es', 'Curl zorbifex'), (tests.exercise_id('barbell-bench-press'), 'eo', 'Benkopremo');
insert into public.exercise_media (id, exercise_id, kind, path, position, source, license)
values
  (tests.id(1), tests.id(1), 'image', tests.user_id('ada') || '/zorbifex.webp', 1, 'user', 'CC0-1.0'),
  (tests.id(2), tests.exercise_id('barbell-bench-press'), 'image', 'catalog/bench.webp', 1, 'repstack', 'CC0-1.0');
select private.index_exercises(array[tests.id(1)]);

select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.exercises where slug = ''barbell-bench-press''')
    from unnest(array['anon', 'ada', 'bob', 'service_role']) as who
  $$,
  $$ values ('anon', '1'), ('ada', '1'), ('bob', '1'), ('service_role', '1') $$,
  'CAT-RLS-01: the global catalogue is read by everybody, with and without an account'
);
create temporary table catalogue_tables (relation, mine) as values
  ('public.exercises', 'id = tests.id(1)'),
  ('public.exercise_muscles', 'exercise_id = tests.id(1)'),
  ('public.exercise_equipment', 'exercise_id = tests.id(1)'),
  ('public.exercise_aliases', 'exercise_id = tests.id(1)'),
  ('public.exercise_translations', 'exercise_id = tests.id(1)'),
  ('public.exercise_media', 'exercise_id = tests.id(1)');
select results_eq(
  $$
    select relation, who, tests.attempt(who, format('select from %s where %s', relation, mine))
    from catalogue_tables
    cross join unnest(array['ada', 'bob', 'anon', 'service_role']) with ordinality as person (who, ordinal)
    order by relation, ordinal
  $$,
  $$
    select relation, who, rows
    from catalogue_tables
    cross join (
      values (1, 'ada', '1'), (2, 'bob', '0'), (3, 'anon', '0'), (4, 'service_role', '1')
    ) as expected (ordinal, who, rows)
    order by relation, ordinal
  $$,
  'CAT-RLS-02: an own exercise and its parts are read by their owner and the backend alone'
);
select results_eq(
  $$
    select relation, who, tests.attempt(who, 'select from ' || relation) > '0'
    from unnest(array[
      'public.muscles', 'public.equipment', 'public.exercise_muscles', 'public.exercise_equipment',
      'public.exercise_aliases', 'public.exercise_translations', 'public.exercise_media'
    ]) as relation
    cross join unnest(array['anon', 'bob']) as who
    where tests.attempt(who, 'select from ' || relation) in ('0', '42501')
  $$,
  $$ select '', '', true where false $$,
  'CAT-RLS-03: muscles, equipment and the parts of global exercises are read by everybody'
);
select is_empty(
  $$
    select who, statement, tests.attempt(who, statement)
    from unnest(array['anon', 'ada']) as who
    cross join (
      select format('%s %s', operation, relation) as statement
      from (
        values
          ('delete from', ' where true'), ('truncate', '')
      ) as operations (operation, filter)
      cross join unnest(array[
        'public.muscles', 'public.equipment', 'public.exercises', 'public.exercise_translations',
        'public.exercise_media'
      ]) as relation
      union all
      values
        ('truncate public.exercise_muscles'),
        ('truncate public.exercise_equipment'),
        ('truncate public.exercise_aliases'),
        ('update public.exercises set user_id = auth.uid() where user_id is null'),
        ('update public.muscles set name = ''mine'' where true'),
        ($q$ insert into public.muscles (id, name, name_latin, region, position) values ('x', 'x', 'x', 'core', 1) $q$),
        ('insert into public.equipment (id, name, position) values (''x'', ''x'', 1)'),
        ('insert into public.exercise_translations (exercise_id, locale, name) values (tests.id(1), ''de'', ''x'')'),
        ('update public.exercise_translations set name = ''mine'' where true'),
        ('update public.exercise_media set url = ''https://example.test/x'' where true'),
        ($q$
          insert into public.exercise_media (id, exercise_id, kind, url, position, source, license)
          values (tests.id(3), tests.id(1), 'image', 'https://example.test/x', 2, 'x', 'x')
        $q$),
        ($q$
          insert into public.exercises (id, slug, name, kind, category, level, source, license)
          values (tests.id(2), 'x', 'x', 'duration', 'cardio', 'beginner', 'x', 'x')
        $q$)
    ) as statements
    where tests.attempt(who, statement) <> '42501'
  $$,
  'CAT-RLS-04: no client writes the catalogue, nor media and translations of their own (CUST-RLS-01: what they do)'
);
select results_eq(
  'select name from public.exercises where id = tests.id(1)', $$ values ('Zorbifex Curl') $$,
  'CAT-RLS-05: after which it is as it was'
);
select is_empty(
  $$
    select relation, who, tests.attempt(who, 'select from ' || relation)
    from unnest(array[
      'private.exercise_documents', 'private.search_words', 'private.search_abbreviations'
    ]) as relation
    cross join unnest(array['anon', 'ada', 'service_role']) as who
    where tests.attempt(who, 'select from ' || relation) <> '42501'
  $$,
  'CAT-RLS-06: the tables of search are read by nobody'
);

-- Checks
select throws_ok(
  $$ insert into public.exercises (id, user_id, slug, name, kind, category, level, source, license)
     values (tests.id(3), tests.user_id('ada'), 'mine', 'Mine', 'duration', 'cardio', 'beginner', 'user', 'CC0-1.0') $$,
  '23514', null, 'CAT-CHECK-01: an own exercise takes no slug'
);
select throws_ok(
  $$ insert into public.exercises (id, name, kind, category, level, source, license)
     values (tests.id(3), 'Nobody''s', 'duration', 'cardio', 'beginner', 'x', 'CC0-1.0') $$,
  '23514', null, 'CAT-CHECK-02: and a global one has one'
);
select throws_ok(
  $$ insert into public.exercises (id, user_id, name, kind, category, level, source, license)
     values (private.global_exercise_id('of-tomorrow'), tests.user_id('ada'), 'Squatter', 'duration', 'cardio',
       'beginner', 'user', 'CC0-1.0') $$,
  '23514', null, 'CAT-CHECK-03: nobody takes the id that a global exercise of tomorrow will have'
);
select is_empty(
  $$ select slug from public.exercises where user_id is null and id <> private.global_exercise_id(slug) $$,
  'CAT-CHECK-04: the id of a global exercise follows from its slug'
);
select throws_ok(
  $$ delete from public.muscles where id = 'chest' $$, '23503', null, 'CAT-CHECK-05: a muscle that exercises work stays'
);
select is_empty(
  $$
    select locale, attempt
    from unnest(array['en', '', 'EN', 'es_MX', 'spanish', 'es-', 'es; --']) as locale
    cross join tests.attempt('service_role', format(
      'insert into public.exercise_translations (exercise_id, locale, name) values (tests.id(1), %L, ''x'')', locale
    )) as attempt
    where attempt <> '23514'
  $$,
  'CAT-CHECK-06: a translation is into a language other than English'
);
select is_empty(
  $$
    select path, url, attempt
    from (values
      (null, null), ('a/b.webp', 'https://example.test/b.webp'), ('b.webp', null), ('/a/b.webp', null),
      ('a/../b.webp', null), ('a//b.webp', null), ('a/b.webp?x', null), (null, 'http://example.test/b.webp'),
      (null, 'javascript:alert(1)'), (null, 'https://example.test/b c'), (null, 'https://')
    ) as places (path, url)
    cross join tests.attempt('service_role', format(
      'insert into public.exercise_media (id, exercise_id, kind, path, url, position, source, license)
       values (tests.id(4), tests.id(1), ''image'', %L, %L, 2, ''x'', ''x'')', path, url
    )) as attempt
    where attempt <> '23514'
  $$,
  'CAT-CHECK-07: a picture is a file of the bucket or a secure link, one of the two'
);

select * from finish();
rollback;
