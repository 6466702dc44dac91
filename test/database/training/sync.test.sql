begin;
select plan(38);

select tests.create_user('ada'), tests.create_user('eve');
insert into public.gyms (id, user_id, name) values (tests.id(900), tests.user_id('eve'), 'Not Ada''s');

-- A push of one table, and what a pull from a cursor says of one.
create function tests.push(p_table text, p_created jsonb, p_updated jsonb default '[]', p_deleted jsonb default '[]')
returns jsonb
language sql
as $$
  select public.sync_push(jsonb_build_object(
    p_table, jsonb_build_object('created', p_created, 'updated', p_updated, 'deleted', p_deleted)
  ));
$$;
create function tests.pulled(p_table text, p_cursor bigint default 1)
returns jsonb
language sql
as $$
  select public.sync_pull(nullif(p_cursor, 1)) -> 'changes' -> p_table;
$$;
grant execute on all functions in schema tests to authenticated, anon;

-- The registry
select set_eq(
  'select relation from private.sync_relations()',
  $$ select relname from pg_attribute join pg_class on pg_class.oid = attrelid and relkind = 'r'
     where attname = 'changed_in' and relnamespace = 'public'::regnamespace $$,
  'SYNC-01: sync carries every table whose rows know when they changed'
);
select set_eq(
  'select distinct relation from private.sync_relations()',
  $$ select (regexp_matches(pg_get_viewdef('private.sync_changes'::regclass), '''([a-z_]+)''::text AS relation|SELECT ''([a-z_]+)''', 'g'))[2]
     union select 'profile_settings' $$,
  'SYNC-02: and a pull looks at each of them'
);

select tests.sign_in('ada');

-- Pull
select is(
  (select count(*)::int from jsonb_object_keys(public.sync_pull() -> 'changes')), 22,
  'SYNC-03: a pull names every table, changed or not'
);
select ok(
  jsonb_array_length(tests.pulled('exercises') -> 'updated') >= 600, 'SYNC-04: the global catalogue comes along'
);
select results_eq(
  $$ select record ->> 'name', (record ->> 'muscles')::jsonb #>> '{0,muscle_id}', jsonb_typeof(record -> 'instructions')
     from jsonb_array_elements(tests.pulled('exercises') -> 'updated') as record
     where record ->> 'slug' = 'barbell-bench-press' $$,
  $$ values ('Barbell Bench Press', 'chest', 'string') $$,
  'SYNC-05: with its parts, JSON and arrays being text'
);
select is_empty(
  $$
    select public.sync_pull()::text
    where public.sync_pull()::text ~ tests.user_id('eve')::text or public.sync_pull()::text ~ 'Not Ada'
  $$,
  'SYNC-06: nothing of others does'
);

-- Push
select is(
  tests.push('gyms', jsonb_build_array(jsonb_build_object(
    'id', tests.id(1), 'name', 'Home', 'is_default', true, 'version', 0, '_status', 'created', '_changed', ''
  ))),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-07: a new row is stored, whatever else the device keeps in it'
);
select is(
  tests.push('gyms', jsonb_build_array(jsonb_build_object('id', tests.id(1), 'name', 'Home', 'is_default', true))),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-08: the same push again changes nothing'
);
select results_eq(
  'select name, version from public.gyms', $$ values ('Home', 1) $$, 'SYNC-09: and nothing is there twice'
);
select is(
  tests.push('gyms', '[]', jsonb_build_array(jsonb_build_object('id', tests.id(1), 'name', 'Garage', 'version', 1))),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-10: an edit of the version that is stored is stored'
);
select is(
  tests.push('gyms', '[]', jsonb_build_array(jsonb_build_object('id', tests.id(1), 'name', 'Cellar', 'version', 1))),
  jsonb_build_object(
    'errors', jsonb_build_array(jsonb_build_object('table', 'gyms', 'id', tests.id(1), 'code', 'stale_version')),
    'experimentalRejectedIds', jsonb_build_object('gyms', jsonb_build_array(tests.id(1)))
  ),
  'SYNC-11: an edit of another version is refused by name'
);
select is(
  public.sync_push(jsonb_build_object(
    'gyms', jsonb_build_object('updated', jsonb_build_array(
      jsonb_build_object('id', tests.id(1), 'name', 'Cellar', 'version', 1)
    )),
    'gym_equipment', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(2), 'gym_id', tests.id(1), 'type', 'plate', 'weight_kg', 20, 'count', 4
    )))
  )) -> 'experimentalRejectedIds',
  jsonb_build_object('gyms', jsonb_build_array(tests.id(1)), 'gym_equipment', jsonb_build_array(tests.id(2))),
  'SYNC-12: and takes its new children along'
);
select is(
  tests.push('gyms', jsonb_build_array(
    jsonb_build_object('id', tests.id(3), 'name', 'Work'), jsonb_build_object('id', tests.id(4), 'name', '   '),
    jsonb_build_object('id', tests.id(900), 'name', 'Mine'),
    jsonb_build_object('id', tests.id(5), 'name', 'Hotel', 'user_id', tests.user_id('eve'), 'version', 77)
  )) -> 'experimentalRejectedIds',
  jsonb_build_object('gyms', jsonb_build_array(tests.id(4), tests.id(900))),
  'SYNC-13: a row that no check lets pass, or whose id is another''s, is refused, and all others are stored'
);
select results_eq(
  'select id, user_id, version from public.gyms where id in (tests.id(3), tests.id(5)) order by id',
  $$ values (tests.id(3), tests.user_id('ada'), 1), (tests.id(5), tests.user_id('ada'), 1) $$,
  'SYNC-14: as the caller''s own, whatever they say'
);
select is(
  tests.push('gyms', '[]', '[]', jsonb_build_array(tests.id(3), tests.id(999), tests.id(900))),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-15: deleting what is not there, or not one''s own, is no error'
);
select is(
  tests.push('gyms', '[]', jsonb_build_array(jsonb_build_object('id', tests.id(3), 'name', 'Office', 'version', 1)))
    #>> '{errors,0,code}',
  'deleted', 'SYNC-16: what was deleted does not come back by an edit'
);

-- A workout with children, and the shape in which they come back
select is(
  public.sync_push(jsonb_build_object(
    'workouts', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(10), 'name', 'Push', 'started_at', 1772467200123, 'ended_at', null, 'time_zone', 'Europe/Berlin'
    ))),
    'workout_exercises', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(11), 'workout_id', tests.id(10), 'exercise_id', tests.exercise_id('barbell-bench-press'),
      'position', 1
    ))),
    'workout_sets', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(12), 'workout_exercise_id', tests.id(11), 'position', 1, 'reps', 5, 'weight_kg', 102.5,
      'target', '{"reps": 5}', 'set_type', null
    )))
  )),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-17: a workout is stored with its children'
);
select results_eq(
  $$
    select record -> 'started_at', record ->> 'local_date', record -> 'version'
    from jsonb_array_elements(tests.pulled('workouts') -> 'updated') as record
  $$,
  $$ values ('1772467200123'::jsonb, '2026-03-02', '1'::jsonb) $$,
  'SYNC-18: instants are milliseconds, there and back'
);
select results_eq(
  $$
    select record -> 'weight_kg', record ->> 'target', record ->> 'set_type', record ? 'user_id'
    from jsonb_array_elements(tests.pulled('workout_sets') -> 'updated') as record
  $$,
  $$ values ('102.5'::jsonb, '{"reps": 5}', 'normal', false) $$,
  'SYNC-19: numbers are numbers, JSON is text, and the owner stays here'
);
select results_eq(
  'select sets, volume_kg from analytics.exercise_days', 'values (1, 512.5)',
  'SYNC-20: and the rollups know of it'
);
select is(
  tests.push('workout_sets', '[]', jsonb_build_array(jsonb_build_object(
    'id', tests.id(12), 'version', 1, 'reps', 'many'
  ))) #>> '{errors,0,code}',
  'invalid_field', 'SYNC-21: a value that is none is refused, not an error of the whole'
);

-- What is written by RPCs of its own
select is(
  public.sync_push(jsonb_build_object(
    'plans', jsonb_build_object('created', jsonb_build_array(
      jsonb_build_object('id', tests.id(20), 'name', 'Strength', 'tags', '["barbell"]', 'deload_weeks', '[1]')
    )),
    'routines', jsonb_build_object('created', jsonb_build_array(jsonb_build_object('id', tests.id(23), 'name', 'Push'))),
    'plan_days', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(24), 'plan_id', tests.id(20), 'week', 1, 'weekday', 1, 'routine_id', tests.id(23)
    ))),
    'enrollments', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(21), 'plan_id', tests.id(20), 'mode', 'sequence', 'starts_on', '2026-03-02', 'status', 'paused'
    ))),
    'exercises', jsonb_build_object('created', jsonb_build_array(jsonb_build_object(
      'id', tests.id(22), 'name', 'Sled Drag', 'kind', 'weight_distance', 'category', 'strongman', 'level', 'beginner',
      'is_unilateral', false, 'body_weight_share', 0, 'instructions', '["Walk backwards."]', 'cues', '[]',
      'muscles', '[{"muscle_id": "quads", "role": "primary", "weight": 1}]', 'equipment', '[]', 'aliases', '["Drag"]'
    )))
  )),
  '{"errors": [], "experimentalRejectedIds": {}}', 'SYNC-28: plans, enrollments and own exercises are stored'
);
select results_eq(
  $$
    select plans.tags, enrollments.status, (select count(*) from public.enrollment_pauses), exercise_muscles.muscle_id,
      exercises.instructions
    from public.plans
    join public.enrollments on enrollments.plan_id = plans.id
    cross join public.exercises
    join public.exercise_muscles on exercise_muscles.exercise_id = exercises.id
    where exercises.id = tests.id(22)
  $$,
  $$ values (array['barbell'], 'paused', 1::bigint, 'quads', array['Walk backwards.']) $$,
  'SYNC-29: with what hangs below them'
);
select results_eq(
  $$
    select tests.push('exercises', '[]', jsonb_build_array(jsonb_build_object(
      'id', tests.id(22), 'name', 'Sled Drag', 'kind', 'weight_distance', 'category', 'strongman', 'level', 'beginner',
      'is_unilateral', false, 'body_weight_share', 0, 'instructions', '["Walk backwards."]', 'cues', '[]',
      'muscles', muscles, 'equipment', equipment, 'aliases', aliases, 'version', -1
    ))) #>> '{errors,0,code}'
    from (
      values
        ('[{"muscle_id": "quads", "role": "primary", "weight": 1}]', '[]', '["Drag"]'),
        ('[{"muscle_id": "glutes", "role": "primary", "weight": 1}]', '[]', '["Drag"]'),
        ('[{"muscle_id": "quads", "role": "primary", "weight": 1}]', '["sled"]', '["Drag"]'),
        ('[{"muscle_id": "quads", "role": "primary", "weight": 1}]', '[]', '["Pull"]')
    ) as parts (muscles, equipment, aliases)
  $$,
  $$ values (null), ('stale_version'), ('stale_version'), ('stale_version') $$,
  'SYNC-38: an exercise whose parts alone differ is stale, too; one that is the same was sent before'
);
select tests.push('exercises', '[]', '[]', jsonb_build_array(tests.id(22)));
select results_eq(
  $$
    select
      (select count(*) from public.exercises where id = tests.id(22)),
      tests.push('enrollment_pauses', '[]', '[]', jsonb_build_array(
        (select enrollment_pauses.id from public.enrollment_pauses)
      )) #>> '{errors,0,code}'
  $$,
  $$ values (0::bigint, 'not_allowed') $$,
  'SYNC-30: a deletion goes the way of its RPC, and what is derived is not for a device to delete'
);
select results_eq(
  $$ select tests.pulled('gyms', private.sync_horizon()) -> 'deleted' ? tests.id(3)::text $$, 'values (true)',
  'SYNC-22: deletions come with the changes'
);

-- Cursors
select results_eq(
  $$
    select
      public.sync_pull(5) ->> 'experimentalStrategy', public.sync_pull(private.sync_horizon()) ? 'experimentalStrategy',
      public.sync_pull(private.sync_horizon() + 1099511627776) ->> 'experimentalStrategy'
  $$,
  $$ values ('replacement', false, 'replacement') $$,
  'SYNC-23: a cursor of another generation gets everything, as a replacement'
);
select throws_ok(
  $$ select public.sync_push('{}', 5) $$, 'PT409', 'stale_cursor',
  'SYNC-24: and may not push before it has pulled that'
);
select results_eq(
  $$
    select jsonb_array_length(public.sync_pull(null, 2, '{"from": 1, "tables": ["gyms"], "columns": []}') #> '{changes,gyms,updated}')
      = (select count(*) from public.gyms),
      jsonb_array_length(public.sync_pull(
        private.sync_horizon(), 2, '{"from": 1, "tables": [], "columns": [{"table": "gyms", "columns": ["name"]}]}'
      ) #> '{changes,gyms,updated}') = (select count(*) from public.gyms)
  $$,
  'values (true, true)', 'SYNC-25: a table that a new version of the app brings comes whole'
);
select results_eq(
  $$
    select body, tests.answer('ada', format('select public.sync_push(%L)', body))
    from unnest(array[
      '[]', '{"auth.users": {}}', '{"gyms": {"created": {}}}', '{"gyms": {"created": [{"name": "x"}]}}',
      '{"gyms": {"deleted": [7]}}'
    ]) as body
  $$,
  $$
    values
      ('[]', 'invalid_field'), ('{"auth.users": {}}', 'invalid_field'), ('{"gyms": {"created": {}}}', 'invalid_field'),
      ('{"gyms": {"created": [{"name": "x"}]}}', 'invalid_field'), ('{"gyms": {"deleted": [7]}}', 'invalid_field')
  $$,
  'SYNC-26: what is no push is refused as a whole'
);
select results_eq(
  $$ select who, tests.answer(who, 'select public.sync_pull()::text'), tests.answer(who, 'select public.sync_push(''{}'')::text')
     from unnest(array['anon']) as who $$,
  $$ values ('anon', '42501', '42501') $$,
  'SYNC-27: without an account nothing syncs'
);

-- What is stored otherwise than it was sent
select tests.sign_in('ada');
select results_eq(
  $$
    select tests.push('workout_sets', jsonb_build_array(body)) -> 'errors', tests.push('workout_sets', jsonb_build_array(body)) -> 'errors'
    from jsonb_build_object(
      'id', tests.id(30), 'workout_exercise_id', tests.id(11), 'position', 2, 'reps', 5, 'weight_kg', 102.0582825,
      'set_type', null, 'version', null
    ) as body
  $$,
  $$ values ('[]'::jsonb, '[]'::jsonb) $$,
  'SYNC-31: the same push again is the same, whatever was rounded or has its default'
);
select is(
  tests.push('workout_sets', jsonb_build_array(jsonb_build_object(
    'id', tests.id(30), 'workout_exercise_id', tests.id(11), 'position', 2, 'reps', 'many', 'version', null
  ))) #>> '{errors,0,code}',
  'stale_version', 'SYNC-32: what cannot be read is not what is stored'
);
select results_eq(
  $$
    select tests.push('enrollments', '[]', jsonb_build_array(jsonb_build_object(
      'id', tests.id(21), 'plan_id', tests.id(20), 'mode', 'sequence', 'starts_on', '2026-03-02', 'status', status,
      'version', -1
    ))) #>> '{errors,0,code}'
    from unnest(array['active', 'paused']) as status
  $$,
  $$ values ('stale_version'), (null) $$,
  'SYNC-33: an enrollment that another device changed is stale, too'
);
select results_eq(
  $$
    select tests.push('enrollment_pauses', '[]', jsonb_agg(jsonb_build_object('id', id, 'version', version)))
        #>> '{errors,0,code}',
      tests.push('enrollment_pauses', jsonb_build_array(jsonb_build_object('id', tests.id(31)))) #>> '{errors,0,code}'
    from public.enrollment_pauses
  $$,
  $$ values ('not_allowed', 'not_allowed') $$,
  'SYNC-34: what is only pulled is refused by name'
);

-- As if what follows came in transactions of its own
select tests.act_as('postgres');
insert into public.exercises (id, user_id, name, kind, category, level, source, license, archived_at)
values (tests.id(32), tests.user_id('ada'), 'Yoke', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0', now());
insert into public.gym_equipment (id, user_id, gym_id, type, equipment_id, exercise_id, weight_kg)
values (tests.id(33), tests.user_id('ada'), tests.id(1), 'fixed_weight', null, tests.id(32), 40);
set constraints all immediate;
alter table public.exercises disable trigger exercises_30_mark_change;
alter table public.workout_sets disable trigger workout_sets_30_mark_change;
update public.exercises set changed_in = 1099511627776 where id = tests.id(32);
update public.workout_sets set changed_in = 1099511627776 where id in (tests.id(12), tests.id(30));
set constraints all immediate;
alter table public.exercises enable trigger exercises_30_mark_change;
alter table public.workout_sets enable trigger workout_sets_30_mark_change;
select tests.sign_in('ada');
select is(
  tests.push('exercises', '[]', '[]', jsonb_build_array(tests.id(32))) -> 'errors', '[]',
  'SYNC-35: an exercise that is used and archived already may be deleted again'
);
select is(
  tests.push('workout_sets', '[]', jsonb_build_array(
    jsonb_build_object('id', tests.id(12), 'version', 1, 'weight_kg', 102.5),
    jsonb_build_object('id', tests.id(30), 'version', 1, 'weight_kg', 102.0582825)
  )) -> 'errors',
  '[]', 'SYNC-36: and a weight be more exact than is kept'
);
select results_eq(
  $$
    select 'exercises', id from public.exercises where id = tests.id(32) and changed_in = private.change_mark()
    union all
    select 'workout_sets', id from public.workout_sets where changed_in = private.change_mark()
  $$,
  $$ values ('exercises', tests.id(32)), ('workout_sets', tests.id(30)) $$,
  'SYNC-37: the next pull brings what is stored to a device that holds something else'
);

select * from finish();
rollback;
