begin;
select plan(14);

select tests.create_user('ada');

-- Who finds what under a word: names, best first.
create function tests.finds(p_who text, p_word text)
returns text
language sql
as $$
  select coalesce(tests.answer(p_who, format(
    $q$ select string_agg(item ->> 'name', ', ')
        from jsonb_array_elements(public.search_exercises(%L) -> 'items') as item $q$, p_word
  )), '');
$$;
create function tests.save(p_changes jsonb)
returns text
language sql
as $$
  select tests.answer('ada', format('select public.save_exercise(%L) -> ''exercise''', jsonb_build_object(
    'id', tests.id(1), 'name', 'Zyzzyvax Curl', 'kind', 'weight_reps', 'category', 'strength', 'level', 'beginner',
    'muscles', '[{"muscle_id": "biceps", "role": "primary"}]'::jsonb, 'aliases', '["Quokka"]'::jsonb,
    'equipment', '["dumbbell"]'::jsonb
  ) || p_changes));
$$;

select is(
  tests.save('{}')::jsonb,
  jsonb_build_object(
    'id', tests.id(1), 'version', 1, 'name', 'Zyzzyvax Curl', 'kind', 'weight_reps', 'category', 'strength',
    'mechanic', null, 'force', null, 'level', 'beginner', 'is_unilateral', false, 'body_weight_share', 0,
    'variation_group', null, 'instructions', '{}'::text[], 'cues', '{}'::text[],
    'muscles', '[{"muscle_id": "biceps", "role": "primary", "weight": 1}]'::jsonb, 'equipment', array['dumbbell'],
    'aliases', array['Quokka']
  ),
  'CUST-SAVE-01: an exercise is stored with what was left out'
);
select is(tests.save('{}'), tests.save('{"version": null}'), 'CUST-SAVE-02: the same again answers the same');
select is(tests.save('{"name": "Other"}'), 'stale_version', 'CUST-SAVE-03: something else without the version is refused');
select is(
  tests.save('{"version": 7, "name": "Other"}'), 'stale_version', 'CUST-SAVE-04: and with a version that is not stored'
);
select results_eq(
  $$
    select changes, tests.answer('ada', format(
      $q$ do $do$ declare v_detail text; begin
            perform public.save_exercise(%L);
          exception when others then
            get stacked diagnostics v_detail = pg_exception_detail;
            raise exception using errcode = 'PT422', message = sqlerrm || ' ' || (v_detail::jsonb ->> 'path');
          end $do$ $q$,
      jsonb_build_object(
        'id', tests.id(2), 'name', 'Plank', 'kind', 'duration', 'category', 'strength', 'level', 'beginner'
      ) || changes
    ))
    from unnest(array[
      '{"name": "  "}', '{"kind": "reps"}', '{"level": null}', '{"user_id": "x"}', '{"cues": ["ok", ""]}',
      '{"instructions": [" "]}', '{"aliases": ["a", "b", "a"]}', '{"equipment": ["sofa"]}',
      '{"muscles": [{"muscle_id": "chest", "role": "primary"}, {"muscle_id": "soul", "role": "primary"}]}',
      '{"muscles": [{"muscle_id": "chest", "role": "primary"}, {"muscle_id": "chest", "role": "secondary"}]}',
      '{"muscles": [{"muscle_id": "chest", "role": "primary", "weight": 2}]}', '{"variation_group": "Bench Press"}'
    ]::jsonb[]) as changes
  $$,
  $$
    select changes::jsonb, problem
    from (values
      ('{"name": "  "}', 'invalid_field name'), ('{"kind": "reps"}', 'invalid_field kind'),
      ('{"level": null}', 'missing_field level'), ('{"user_id": "x"}', 'unknown_field user_id'),
      ('{"cues": ["ok", ""]}', 'invalid_field cues[1]'), ('{"instructions": [" "]}', 'invalid_field instructions[0]'),
      ('{"aliases": ["a", "b", "a"]}', 'invalid_field aliases[0]'),
      ('{"equipment": ["sofa"]}', 'invalid_field equipment[0]'),
      ('{"muscles": [{"muscle_id": "chest", "role": "primary"}, {"muscle_id": "soul", "role": "primary"}]}',
        'invalid_field muscles[1].muscle_id'),
      ('{"muscles": [{"muscle_id": "chest", "role": "primary"}, {"muscle_id": "chest", "role": "secondary"}]}',
        'invalid_field muscles[0].muscle_id'),
      ('{"muscles": [{"muscle_id": "chest", "role": "primary", "weight": 2}]}', 'invalid_field muscles[0].weight'),
      ('{"variation_group": "Bench Press"}', 'invalid_field variation_group')
    ) as expected (changes, problem)
  $$,
  'CUST-SAVE-05: what is wrong is named by its path'
);

-- Search
select is(tests.finds('ada', 'zyzzyvax'), 'Zyzzyvax Curl', 'CUST-FIND-01: an exercise is found by its name');
select is(tests.finds('ada', 'quokka'), 'Zyzzyvax Curl', 'CUST-FIND-02: and by another name');
select tests.sign_in('ada');
update public.exercises set name = 'Xylem Curl' where id = tests.id(1);
delete from public.exercise_aliases where exercise_id = tests.id(1);
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Wombat');
select tests.act_as('postgres');
select results_eq(
  $$ select word, tests.finds('ada', word) from unnest(array['zyzzyvax', 'quokka', 'xylem', 'wombat']) as word $$,
  $$ values ('zyzzyvax', ''), ('quokka', ''), ('xylem', 'Xylem Curl'), ('wombat', 'Xylem Curl') $$,
  'CUST-FIND-03: search follows edits of the rows'
);

-- Use
select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(10), 'Pull', '2026-03-02T18:00Z', 'UTC');
insert into public.workout_exercises (id, workout_id, exercise_id, position)
values (tests.id(11), tests.id(10), tests.id(1), 1);
insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
values (tests.id(12), tests.id(11), 1, 10, 20);
insert into public.routines (id, name) values (tests.id(20), 'Pull');
insert into public.routine_exercises (id, routine_id, exercise_id, position)
values (tests.id(21), tests.id(20), tests.id(1), 1);
insert into public.routine_sets (id, routine_exercise_id, position, min_reps) values (tests.id(22), tests.id(21), 1, 8);
select tests.act_as('postgres');

select results_eq(
  $$
    select kind, tests.answer('ada', format('update public.exercises set kind = %L where id = tests.id(1) returning kind', kind))
    from unnest(array['duration', 'reps_only', 'weight_distance', 'assisted_bodyweight']) as kind
  $$,
  $$
    values
      ('duration', 'kind_in_use'), ('reps_only', 'kind_in_use'), ('weight_distance', 'kind_in_use'),
      ('assisted_bodyweight', 'assisted_bodyweight')
  $$,
  'CUST-KIND-01: a kind that logged sets do not fit is refused, one that they fit is taken'
);
select results_eq(
  $$
    select workout_exercises.exercise_kind, workout_sets.exercise_kind, routine_exercises.exercise_kind,
      routine_sets.exercise_kind, volume_kg, max_weight_kg
    from public.workout_exercises, public.workout_sets, public.routine_exercises, public.routine_sets,
      analytics.exercise_days
  $$,
  $$
    values (
      'assisted_bodyweight', 'assisted_bodyweight', 'assisted_bodyweight', 'assisted_bodyweight', 0::numeric,
      null::numeric
    )
  $$,
  'CUST-KIND-02: and goes down to sets and rollups: assistance is no load'
);
delete from public.workouts where id = tests.id(10);
select is(
  tests.answer('ada', 'update public.exercises set kind = ''duration'' where id = tests.id(1)'), 'kind_in_use',
  'CUST-KIND-03: sets of a routine count as well'
);

select results_eq(
  $$
    select
      tests.answer('ada', 'select public.delete_exercise(tests.id(1)) ->> ''outcome'''), tests.finds('ada', 'xylem'),
      tests.answer('ada', 'select count(*) from public.routine_exercises join public.exercises on exercises.id = exercise_id'),
      tests.answer('ada', 'select public.restore_exercise(tests.id(1)) #>> ''{exercise,name}'''),
      tests.finds('ada', 'xylem')
  $$,
  $$ values ('archived', '', '1', 'Xylem Curl', 'Xylem Curl') $$,
  'CUST-DEL-01: an exercise that is used is archived, found no more, still read, and restored'
);
delete from public.routines where id = tests.id(20);
select is(
  tests.answer('ada', 'select public.delete_exercise(tests.id(1)) ->> ''outcome'''), 'deleted',
  'CUST-DEL-02: one that nothing uses is deleted'
);
select is_empty(
  $$
    select exercise_id from public.exercise_muscles where exercise_id = tests.id(1)
    union all select exercise_id from public.exercise_equipment where exercise_id = tests.id(1)
    union all select exercise_id from public.exercise_aliases where exercise_id = tests.id(1)
    union all select exercise_id from private.exercise_documents where exercise_id = tests.id(1)
  $$,
  'CUST-DEL-03: with all its parts'
);

select * from finish();
rollback;
