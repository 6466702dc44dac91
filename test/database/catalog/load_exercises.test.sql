begin;
select plan(20);

select tests.create_user('ada');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zorb Press', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
select private.index_exercises(array[tests.id(1)]);
select is_empty(
  $$ select word from private.search_words where xmax = pg_current_xact_id()::xid $$,
  'LOAD-16: indexing an own exercise locks no word of the common vocabulary'
);

create function tests.file(p_changes jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_array(
    jsonb '{"slug": "zorb-press", "name": "Zorb Press", "kind": "weight_reps", "category": "strength", "mechanic": null,
      "force": "push", "level": "beginner", "is_unilateral": false, "body_weight_share": 0, "variation_group": null,
      "equipment": ["barbell"], "primary_muscles": ["chest"], "secondary_muscles": ["triceps"],
      "aliases": ["Quuxing"], "instructions": ["Press."], "source": "repstack", "license": "CC0-1.0"}' || p_changes,
    jsonb '{"slug": "zorb-row", "name": "Zorb Row", "kind": "weight_reps", "category": "strength", "mechanic": null,
      "force": "pull", "level": "beginner", "is_unilateral": false, "body_weight_share": 0, "variation_group": null,
      "equipment": [], "primary_muscles": ["lats"], "secondary_muscles": [],
      "aliases": [], "instructions": ["Row."], "source": "repstack", "license": "CC0-1.0"}'
  );
$$;
-- An update makes a new version of a row, and with it a new ctid, even if it changes nothing.
create temporary view versions as
  select 'exercise' as of, id::text as id, ctid::text as version from public.exercises
  union all
  select 'document', concat_ws(' ', exercise_id, locale), ctid::text from private.exercise_documents
  union all
  select 'word', concat_ws(' ', locale, word) collate "default", ctid::text from private.search_words;
create temporary view parts as
  select exercise_id, 'muscle' as part, concat_ws(' ', muscle_id, role, weight) as value from public.exercise_muscles
  union all
  select exercise_id, 'equipment', equipment_id from public.exercise_equipment
  union all
  select exercise_id, 'alias', alias from public.exercise_aliases where locale = 'en';

select lives_ok('select private.load_exercises(tests.file())', 'LOAD-01: new exercises are loaded');
select results_eq(
  $$ select name, user_id, id = private.global_exercise_id(slug) from public.exercises where slug = 'zorb-press' $$,
  $$ values ('Zorb Press', null::uuid, true) $$,
  'LOAD-02: as global ones, with the id that their slug gives'
);
select set_eq(
  $$ select part, value from parts where exercise_id = private.global_exercise_id('zorb-press') $$,
  $$
    values
      ('muscle', 'chest primary 1.00'), ('muscle', 'triceps secondary 0.50'), ('equipment', 'barbell'),
      ('alias', 'Quuxing')
  $$,
  'LOAD-03: with their muscles, equipment and aliases'
);

create temporary table before as select * from versions;
create temporary table parts_before as select * from parts;
select private.load_exercises(tests.file());
select set_eq(
  'select * from versions', 'select * from before',
  'LOAD-04: the same file again writes no exercise, no document, no word'
);
select bag_eq('select * from parts', 'select * from parts_before', 'LOAD-05: and leaves their parts as they are');

-- Loaded long ago: without triggers, or the one that touches would say now.
set local session_replication_role = replica;
update public.exercises set created_at = '2026-01-01Z', updated_at = '2026-01-01Z' where slug like 'zorb-%';
set local session_replication_role = origin;
select private.load_exercises(tests.file('{"name": "Wumpus Press", "secondary_muscles": [], "aliases": ["Frobbing"]}'));
select results_eq(
  $$
    select slug, name, created_at = '2026-01-01Z', updated_at > '2026-01-01Z'
    from public.exercises
    where slug like 'zorb-%'
    order by slug
  $$,
  $$ values ('zorb-press', 'Wumpus Press', true, true), ('zorb-row', 'Zorb Row', true, false) $$,
  'LOAD-06: a changed name is stored, under the same id, and touches no other exercise'
);
select set_eq(
  $$ select part, value from parts where exercise_id = private.global_exercise_id('zorb-press') $$,
  $$ values ('muscle', 'chest primary 1.00'), ('equipment', 'barbell'), ('alias', 'Frobbing') $$,
  'LOAD-07: parts that the file no longer names are gone'
);
select results_eq(
  $$
    select query, coalesce(public.search_exercises(query) #>> '{items,0,name}', 'nothing')
    from unnest(array['wumpus', 'frobbing', 'quuxing']) as query
  $$,
  $$ values ('wumpus', 'Wumpus Press'), ('frobbing', 'Wumpus Press'), ('quuxing', 'nothing') $$,
  'LOAD-08: search follows'
);
select results_eq(
  $$
    select string_agg(word collate "default", ' ' order by word)
    from private.search_words
    where locale = 'en' and word in ('wumpus', 'zorb')
  $$,
  $$ values ('wumpus zorb') $$,
  'LOAD-09: and so does the vocabulary'
);
select results_eq(
  'select user_id, name, slug from public.exercises where id = tests.id(1)',
  $$ values (tests.user_id('ada'), 'Zorb Press', null) $$,
  'LOAD-10: a user''s exercise of the same name is never touched'
);

-- What the file may say besides
insert into public.exercise_aliases (exercise_id, locale, alias)
select private.global_exercise_id('zorb-press'), 'es', alias from unnest(array['Frobbing', 'Zorbeo']) as alias;
select private.load_exercises(tests.file(
  '{"primary_muscles": ["chest", {"muscle": "lats", "weight": 0.75}],
    "secondary_muscles": [{"muscle": "triceps", "weight": 0.3}], "aliases": [], "cues": ["Breathe."]}'
));
select set_eq(
  $$ select part, value from parts where exercise_id = private.global_exercise_id('zorb-press') and part = 'muscle' $$,
  $$ values ('muscle', 'chest primary 1.00'), ('muscle', 'lats primary 0.75'), ('muscle', 'triceps secondary 0.30') $$,
  'LOAD-17: a muscle may count by another share than is usual'
);
select results_eq(
  $$ select slug, cues from public.exercises where slug like 'zorb-%' order by slug $$,
  $$ values ('zorb-press', array['Breathe.']), ('zorb-row', array[]::text[]) $$,
  'LOAD-18: an exercise may have cues'
);
select bag_eq(
  $$
    select locale, alias
    from public.exercise_aliases
    where exercise_id = private.global_exercise_id('zorb-press')
  $$,
  $$ values ('es', 'Frobbing'), ('es', 'Zorbeo') $$,
  'LOAD-19: aliases of other languages stay, even those that English gives up'
);
select throws_ok(
  $$ select private.load_exercises(tests.file('{"primary_muscles": [{"muscle": "chest", "weight": 2}]}')) $$, '23514',
  null, 'LOAD-20: no set counts more than whole'
);

select throws_ok(
  $$ select private.load_exercises(tests.file('{"kind": "guesswork"}')) $$, '23514', null,
  'LOAD-11: an unknown kind is refused'
);
select throws_ok(
  $$ select private.load_exercises(tests.file('{"primary_muscles": ["gills"]}')) $$, '23503', null,
  'LOAD-12: and so is an unknown muscle'
);
select throws_ok(
  $$ select private.load_exercises(tests.file('{"slug": "zorb-row"}')) $$, '21000', null,
  'LOAD-13: and a slug that stands twice in one file'
);

-- Archived, an exercise is offered no more, and no deploy that loads the catalogue again undoes that.
update public.exercises set archived_at = now() where slug = 'zorb-row';
select private.index_exercises(array[private.global_exercise_id('zorb-row')]);
create function tests.finds_zorb_row()
returns boolean
language sql
as $$
  select public.search_exercises('zorb row') -> 'items' @? '$[*] ? (@.name == "Zorb Row")';
$$;
select is(tests.finds_zorb_row(), false, 'LOAD-14: an archived exercise is not found');
select private.load_exercises(tests.file());
select is(tests.finds_zorb_row(), false, 'LOAD-15: and loading the catalogue again does not bring it back');

select * from finish();
rollback;
