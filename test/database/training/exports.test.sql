begin;
select plan(12);

select tests.create_user('ada'), tests.create_user('bob');

-- Every table that can say anything of a user is exported, or stands here with the reason.
create temporary table not_exported (relation, reason) as values
  ('analytics.exercise_days', 'derived from workouts'),
  ('analytics.body_weight_days', 'derived from measurements'),
  ('analytics.record_history', 'derived from workouts'),
  ('analytics.training_days', 'derived from workouts'),
  ('analytics.user_totals', 'derived from workouts'),
  ('private.exercise_documents', 'derived from exercises'),
  ('private.held_usernames', 'digests of former names, which nobody can read'),
  ('private.import_namespaces', 'a random number from which ids are made'),
  ('private.import_reports', 'of imports that are at work'),
  ('private.report_cache', 'derived from workouts and measurements, for a day at most'),
  ('private.rollup_differences', 'faults of what is derived, found and repaired by operators'),
  ('private.staged_workouts', 'of imports that are at work'),
  ('private.staged_parts', 'of imports that are at work'),
  ('private.tombstones', 'ids of what was deleted'),
  ('private.tombstone_horizons', 'a number that says how far these go'),
  ('audit_events', 'what moderators and the server did, kept about users rather than by them'),
  ('jobs', 'work, the export itself included, kept for 30 days'),
  ('private.user_versions', 'a count of changes'),
  ('private.workout_changes', 'marks of changes, for the feed of other programs'),
  ('submission_reviews', 'what moderators wrote of submissions'),
  ('exercise_aliases', 'within exercises'),
  ('exercise_equipment', 'within exercises'),
  ('exercise_media', 'of the global catalogue'),
  ('exercise_muscles', 'within exercises'),
  ('exercise_translations', 'of the global catalogue'),
  ('workout_exercises', 'within workouts'),
  ('workout_set_vitals', 'within workouts'),
  ('workout_sets', 'within workouts'),
  ('workout_vitals', 'within workouts');
select set_eq(
  $$
    select distinct oid::regclass::text
    from pg_class
    join pg_attribute on attrelid = oid
    where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'private', 'analytics')
      and not attisdropped
      and (
        attname in ('user_id', 'subject_id')
        or exists (
          select from pg_constraint
          where conrelid = attrelid and confrelid = 'auth.users'::regclass and attnum = any(conkey)
        )
      )
    except
    select relation from not_exported
  $$,
  $$ select distinct sections.relation from private.export_sections() as sections $$,
  'EXP-01: every table with rows of users is exported, or is named as not exported with the reason'
);
select is_empty(
  $$
    select sections.section, kept.name
    from private.export_sections() as sections
    cross join lateral unnest(sections.left_out) as kept (name)
    where not exists (
      select from pg_attribute where attrelid = sections.relation::regclass and attname = kept.name and not attisdropped
    )
  $$,
  'EXP-02: what is left out of a row is there to be left out'
);

select is_empty(
  $$
    select sections.section, attname
    from private.export_sections() as sections
    join pg_attribute on attrelid = sections.relation::regclass and attnum > 0 and not attisdropped
    where sections.line is null and attname ~ '(^|_)(hash|token|secret|digest)(_|$)' and attname <> all(sections.left_out)
  $$,
  'EXP-10: no secret leaves because nobody thought of its column'
);

-- Two people with the same things.
insert into public.gyms (id, user_id, name)
select tests.id(number), tests.user_id(name), 'Gym of ' || name from (values (1, 'ada'), (2, 'bob')) as own (number, name);
insert into public.measurements (id, user_id, type_id, value, measured_at, time_zone, notes)
select tests.id(10 + number::integer), tests.user_id('ada'), measurement_types.id, 80 + number, '2026-03-02T07:00:00Z', 'UTC', note
from unnest(array['=1+1', '+1', '-1', '@A1', e'\tx', '''=1', 'Rock ''n'' "roll"', '＝1']) with ordinality as noted (note, number)
cross join public.measurement_types
where measurement_types.slug = 'body_weight';
insert into public.jobs (id, user_id, type, status, lease)
values (tests.id(100), tests.user_id('ada'), 'export', 'running', tests.id(101));

select results_eq(
  $$
    select (public.export_page(tests.id(100), tests.id(101), 'json', 'gyms') ->> 'text')::jsonb
  $$,
  $$ select jsonb_build_object('id', tests.id(1), 'name', 'Gym of ada', 'is_default', true) $$,
  'EXP-03: an export has its owner''s rows alone, without what the server keeps for itself'
);
select results_eq(
  $$
    select (regexp_match(line, '"([^"]|"")*",$|,("([^"]|"")*"),\r?$'))[2]
    from regexp_split_to_table(
      public.export_page(tests.id(100), tests.id(101), 'measurements_csv', 'measurements') ->> 'text', '\r\n'
    ) as line
    where line <> ''
  $$,
  $$
    values ('"''=1+1"'), ('"''+1"'), ('"''-1"'), ('"''@A1"'), (e'"''\tx"'), ('"''''=1"'), ('"Rock ''n'' ""roll"""'), ('"''＝1"')
  $$,
  'EXP-04: no cell is a formula to a spreadsheet'
);
select is_empty(
  $$
    select *
    from (
      select sections.file, sections.section, tests.answer('service_role', format(
        'select public.export_page(%L, %L, %L, %L) ->> ''status''', tests.id(100), tests.id(101), sections.file, sections.section
      )) as answer
      from private.export_sections() as sections
    ) as pages
    where pages.answer <> 'running'
  $$,
  'EXP-11: the worker can read every section'
);
select results_eq(
  $$
    select page ->> 'status', page ->> 'rows', page ->> 'next'
    from public.export_page(tests.id(100), tests.id(101), 'json', 'measurements', tests.id(15)) as page
  $$,
  $$ values ('running', '3', null) $$,
  'EXP-05: it goes on behind the last row that was read'
);
select results_eq(
  $$ select lease, public.export_page(tests.id(100), lease, 'json', 'gyms'), public.export_task(tests.id(100), lease),
       public.keep_export(tests.id(100), lease, '{}') from unnest(array[tests.id(102)]) as lease $$,
  $$ values (tests.id(102), '{"status": "lost"}'::jsonb, null::jsonb, '{"status": "lost"}'::jsonb) $$,
  'EXP-06: a worker whose lease is over reads and writes nothing'
);
select throws_ok(
  $$ select public.step_job(tests.id(100), tests.id(101)) $$, 'P0002', null, 'EXP-07: no export ends without its file'
);
select is(
  public.keep_export(tests.id(100), tests.id(101), '{"path": "a", "bytes": 1}') || public.step_job(tests.id(100), tests.id(101)),
  '{"status": "succeeded"}', 'EXP-08: it ends once the file is there'
);
select results_eq(
  $$ select tests.answer('ada', 'select result from public.jobs'), tests.answer('bob', 'select result from public.jobs') $$,
  $$ values ('{"path": "a", "bytes": 1}', null) $$, 'EXP-09: and its owner alone learns where'
);
select is_empty(
  $$
    select who, call, tests.attempt(who, call)
    from unnest(array['ada', 'anon']) as who
    cross join unnest(array[
      'select public.add_export(tests.user_id(''bob''))', 'select public.export_task(tests.id(100), tests.id(101))',
      'select public.export_page(tests.id(100), tests.id(101), ''json'', ''gyms'')',
      'select public.keep_export(tests.id(100), tests.id(101), ''{}'')', 'select private.step_export(null)',
      'select private.export_sections()'
    ]) as call
    where tests.attempt(who, call) <> '42501'
  $$,
  'EXP-ATT-01: nobody exports but through the function, whose key clients do not have'
);

select * from finish();
rollback;
