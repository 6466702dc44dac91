begin;
select plan(23);

-- Ada's plan has a public exercise and one of her own; Bob copies it. Cid follows her, Eve is blocked.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cid', 'eve']) as name;
-- Bob has an exercise of the same name already, and of another kind.
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(2), tests.user_id('bob'), 'zyzzyvax curl', 'duration', 'strength', 'beginner', 'user', 'CC0-1.0');
select tests.follow('cid', 'ada'), tests.block('ada', 'eve'), tests.set_visibility('ada', 'public');

insert into public.exercises (
  id, user_id, name, kind, category, mechanic, force, level, is_unilateral, body_weight_share, instructions, cues,
  source, license
)
values (
  tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'isolation', 'pull', 'beginner', true,
  0, '{Curl it.}', '{Slowly}', 'user', 'CC0-1.0'
);
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
values (tests.id(1), 'biceps', 'primary', 1), (tests.id(1), 'forearms', 'secondary', 0.5);
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'kettlebell');
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'My secret alias');
insert into public.exercise_preferences (user_id, exercise_id, pinned_note)
values (tests.user_id('ada'), tests.id(1), 'My secret note');

insert into public.routines (id, user_id, name, notes)
values (tests.id(10), tests.user_id('ada'), 'Pull', 'Slow'), (tests.id(11), tests.user_id('ada'), 'Push', null);
insert into public.routine_exercises (
  id, routine_id, exercise_id, position, superset_group, rest_seconds, notes, warmup_ramp, progression
)
values
  (
    tests.id(20), tests.id(10), tests.id(1), 1, 1, 90, 'Grip', '[{"percent": 50, "reps": 5}]',
    '{"scheme": "double", "increment_kg": 2}'
  ),
  (tests.id(21), tests.id(10), tests.exercise_id('push-up'), 2, 1, null, null, null, null),
  (tests.id(22), tests.id(11), tests.exercise_id('barbell-bench-press'), 1, null, null, null, null, null),
  (tests.id(23), tests.id(11), tests.id(1), 2, null, null, null, null, null);
insert into public.routine_sets (id, routine_exercise_id, position, set_type, min_reps, max_reps, weight_kg, rpe)
values (tests.id(30), tests.id(20), 1, 'normal', 8, 12, 12.5, 8), (tests.id(31), tests.id(21), 1, 'amrap', 1, null, null, null);
insert into public.plans (
  id, user_id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility
)
values (
  tests.id(40), tests.user_id('ada'), 'Two weeks', 'Pull, then push', 'strength', 'beginner', '{short}', 2, '{2}', true,
  'public'
);
insert into public.plans (id, user_id, name, visibility)
values
  (tests.id(41), tests.user_id('ada'), 'Followers', 'followers'), (tests.id(42), tests.user_id('ada'), 'Private', 'private');
insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name, notes)
values
  (tests.id(50), tests.id(40), 1, 1, 1, tests.id(11), 'Monday', null),
  (tests.id(51), tests.id(40), 1, 1, 2, tests.id(10), null, 'Evening'),
  (tests.id(52), tests.id(40), 1, 2, 1, null, 'Rest', null),
  (tests.id(53), tests.id(40), 2, 4, 1, tests.id(11), null, null);

-- A plan by what it says, whatever its ids.
create function tests.content(p_plan_id uuid)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.shared_plan_document(p_plan_id);
$$;
grant execute on all functions in schema tests to authenticated;

-- The form
select is(
  tests.content(tests.id(40)),
  format($json${
    "type": "plan", "name": "Two weeks", "description": "Pull, then push", "goal": "strength", "level": "beginner",
    "tags": ["short"], "weeks": 2, "deload_weeks": [2], "is_repeating": true,
    "days": [
      {"week": 1, "weekday": 1, "position": 1, "routine": "routine-1", "name": "Monday", "notes": null},
      {"week": 1, "weekday": 1, "position": 2, "routine": "routine-2", "name": null, "notes": "Evening"},
      {"week": 1, "weekday": 2, "position": 1, "routine": null, "name": "Rest", "notes": null},
      {"week": 2, "weekday": 4, "position": 1, "routine": "routine-1", "name": null, "notes": null}
    ],
    "routines": [
      {"key": "routine-1", "name": "Push", "notes": null, "exercises": [
        {"exercise": %s, "position": 1, "superset_group": null, "rest_seconds": null, "notes": null,
          "warmup_ramp": null, "progression": null, "sets": []},
        {"exercise": "exercise-1", "position": 2, "superset_group": null, "rest_seconds": null, "notes": null,
          "warmup_ramp": null, "progression": null, "sets": []}
      ]},
      {"key": "routine-2", "name": "Pull", "notes": "Slow", "exercises": [
        {"exercise": "exercise-1", "position": 1, "superset_group": 1, "rest_seconds": 90, "notes": "Grip",
          "warmup_ramp": [{"percent": 50, "reps": 5}], "progression": {"scheme": "double", "increment_kg": 2},
          "sets": [{"position": 1, "set_type": "normal", "min_reps": 8, "max_reps": 12, "weight_kg": 12.5,
            "load_percent": null, "load_percent_of": null, "duration_seconds": null, "distance_meters": null,
            "rpe": 8, "rir": null, "rest_seconds": null}]},
        {"exercise": %s, "position": 2, "superset_group": 1, "rest_seconds": null, "notes": null, "warmup_ramp": null,
          "progression": null,
          "sets": [{"position": 1, "set_type": "amrap", "min_reps": 1, "max_reps": null, "weight_kg": null,
            "load_percent": null, "load_percent_of": null, "duration_seconds": null, "distance_meters": null,
            "rpe": null, "rir": null, "rest_seconds": null}]}
      ]}
    ],
    "exercises": [
      {"key": "exercise-1", "name": "Zyzzyvax Curl", "kind": "weight_reps", "category": "strength",
        "mechanic": "isolation", "force": "pull", "level": "beginner", "is_unilateral": true, "body_weight_share": 0,
        "instructions": ["Curl it."], "cues": ["Slowly"], "equipment": ["kettlebell"],
        "muscles": [{"muscle": "biceps", "role": "primary", "weight": 1},
          {"muscle": "forearms", "role": "secondary", "weight": 0.5}]}
    ]
  }$json$, to_json(tests.exercise_id('barbell-bench-press')), to_json(tests.exercise_id('push-up')))::jsonb,
  'SHARE-DOC-01: a plan is one document, with keys for ids, and exercises of its owner as what they are'
);
select is(
  private.shared_routine_document(tests.id(10)),
  jsonb_set(
    jsonb_build_object('type', 'routine', 'name', 'Pull', 'routines', tests.content(tests.id(40)) #> '{routines,1}',
      'exercises', tests.content(tests.id(40)) -> 'exercises'),
    '{routines}', jsonb_build_array(jsonb_set(tests.content(tests.id(40)) #> '{routines,1}', '{key}', '"routine-1"'))
  ),
  'SHARE-DOC-02: and so is a routine'
);
select is(
  private.shared_routine_document(tests.id(10), tests.user_id('ada')) #>> '{routines,0,exercises,0,exercise}',
  tests.id(1)::text,
  'SHARE-DOC-03: for whom the exercise is their own, it stays that'
);
select results_eq(
  $$ select facts.* from private.plan_facts(tests.content(tests.id(40))) as facts $$,
  $$ values (1::smallint, 3, array['body_weight', 'barbell', 'kettlebell', 'bench']) $$,
  'SHARE-DOC-04: days, exercises and equipment follow from it'
);

-- Copies
select is(
  tests.answer('bob', 'select public.copy_plan(tests.id(40), tests.id(100), ''Mine'') #>> ''{plan,name}'''), 'Mine',
  'COPY-01: a plan that is seen is copied, its private routines along with it'
);
select is(
  tests.content(tests.id(100)), jsonb_set(tests.content(tests.id(40)), '{name}', '"Mine"'),
  'COPY-02: and is the same plan'
);
select results_eq(
  $$
    select count(*), count(*) filter (where user_id = tests.user_id('bob')), bool_and(visibility = 'private')
    from (
      select user_id, visibility from public.plans where id = tests.id(100)
      union all select user_id, 'private' from public.plan_days where plan_id = tests.id(100)
      union all select user_id, visibility from public.routines where name <> '' and user_id = tests.user_id('bob')
      union all select user_id, 'private' from public.exercises
        where user_id = tests.user_id('bob') and id <> tests.id(2)
    ) as made
  $$,
  $$ values (8::bigint, 8::bigint, true) $$,
  'COPY-03: all of it is the copier''s, and private'
);
create temporary table copied as
  select tests.content(tests.id(100)) as document, (select array_agg(id order by id) from public.exercises) as exercises;
select is(
  (select count(*) from private.exercise_documents where user_id = tests.user_id('bob')), 2::bigint,
  'COPY-13: and search finds the exercise that came along'
);
select is(
  tests.answer('bob', 'select public.copy_plan(tests.id(40), tests.id(100), ''Other'') #>> ''{plan,name}'''), 'Mine',
  'COPY-04: the same call again answers the copy'
);
select is(
  tests.answer('bob', 'select public.copy_plan(tests.id(40), tests.id(101)) #>> ''{plan,name}'''), 'Two weeks',
  'COPY-05: another copy has the name of the original'
);
select results_eq(
  $$ select tests.content(tests.id(100)), (select array_agg(id order by id) from public.exercises) $$,
  'select document, exercises from copied',
  'COPY-06: nothing changed for that, and an exercise that the copier has is made once'
);
select results_eq(
  $$ select plan_id, author_id, source_plan_id from public.plan_sources where user_id = tests.user_id('bob') order by plan_id $$,
  $$ values (tests.id(100), tests.user_id('ada'), tests.id(40)), (tests.id(101), tests.user_id('ada'), tests.id(40)) $$,
  'COPY-07: a copy says from whom it is'
);

-- Bob makes his own what came with a copy, deletes the plan, and copies it once more under the same id
select is(
  (select license from public.exercises where user_id = tests.user_id('bob') and id <> tests.id(2)), 'LicenseRef-owner',
  'COPY-14: whose text came along has not given it away'
);
select tests.become('bob');
update public.exercises set name = 'First' where user_id = tests.user_id('bob') and id <> tests.id(2);
select public.copy_plan(tests.id(40), tests.id(104)) is not null;
update public.exercises set name = 'Second' where user_id = tests.user_id('bob') and name = 'Zyzzyvax Curl';
update public.routines set name = name || ', edited' where id in (
  select routine_id from public.plan_days where plan_id = tests.id(104)
);
delete from public.plans where id = tests.id(104);
select tests.act_as('postgres');
select is(
  tests.answer('bob', 'select public.copy_plan(tests.id(40), tests.id(104)) #>> ''{plan,name}'''), 'Two weeks',
  'COPY-15: a copy that was deleted can be made again'
);
select results_eq(
  $$
    select jsonb_path_query_array(tests.content(tests.id(104)), '$.routines[*].name'),
      jsonb_path_query_array(tests.content(tests.id(104)), '$.exercises[*].name')
  $$,
  $$ values ('["Push, edited", "Pull, edited"]'::jsonb, '["Second"]'::jsonb) $$,
  'COPY-16: of what the first one left behind, as it is by now'
);
delete from public.plans where id = tests.id(104);
update public.exercises set name = 'Zyzzyvax Curl' where name = 'First';

-- Who may
select results_eq(
  $$
    select who, plan, tests.answer(who, format('select public.copy_plan(%L, gen_random_uuid()) #>> ''{plan,name}''', id))
    from unnest(array['ada', 'bob', 'cid', 'eve', 'anon']) with ordinality as asking (who, ordinal)
    cross join (values ('public', tests.id(40)), ('followers', tests.id(41)), ('private', tests.id(42)), ('none', tests.id(999)))
      as targets (plan, id)
    order by asking.ordinal, id
  $$,
  $$ values
    ('ada', 'public', 'Two weeks'), ('ada', 'followers', 'Followers'), ('ada', 'private', 'Private'), ('ada', 'none', 'id_unusable'),
    ('bob', 'public', 'Two weeks'), ('bob', 'followers', 'id_unusable'), ('bob', 'private', 'id_unusable'), ('bob', 'none', 'id_unusable'),
    ('cid', 'public', 'Two weeks'), ('cid', 'followers', 'Followers'), ('cid', 'private', 'id_unusable'), ('cid', 'none', 'id_unusable'),
    ('eve', 'public', 'id_unusable'), ('eve', 'followers', 'id_unusable'), ('eve', 'private', 'id_unusable'), ('eve', 'none', 'id_unusable'),
    ('anon', 'public', '42501'), ('anon', 'followers', '42501'), ('anon', 'private', '42501'), ('anon', 'none', '42501') $$,
  'COPY-08: whoever sees a plan copies it, and to anybody else it is not there'
);

select is(
  tests.answer('cid', 'select public.copy_plan(tests.id(40), tests.id(100))'), 'id_unusable',
  'COPY-09: an id that is a plan of another is not usable'
);

-- Ada copies her own plan, and Bob his copy
create temporary table exercises_before as select id from public.exercises;
select results_eq(
  $$
    select tests.answer('ada', 'select public.copy_plan(tests.id(40), tests.id(102)) #>> ''{plan,id}'''),
      tests.answer('bob', 'select public.copy_plan(tests.id(100), tests.id(103)) #>> ''{plan,id}''')
  $$,
  $$ values (tests.id(102)::text, tests.id(103)::text) $$,
  'COPY-10: one copies one''s own'
);
select results_eq(
  $$
    select author_id, (select count(*) from public.exercises) - (select count(*) from exercises_before)
    from public.plans
    left join public.plan_sources on plan_id = id
    where id in (tests.id(102), tests.id(103))
    order by id
  $$,
  $$ values (null::uuid, 0::bigint), (tests.user_id('ada'), 0) $$,
  'COPY-11: which keeps the exercises, and is by whom the original is'
);

-- What a plan answers
select is(
  tests.answer('bob', 'select public.plan(tests.id(40)) -> ''plan''')::jsonb - 'version',
  $json${
    "id": "019a0000-0000-7000-8000-000000000040", "name": "Two weeks", "description": "Pull, then push",
    "goal": "strength", "level": "beginner", "tags": ["short"], "weeks": 2, "deload_weeks": [2], "is_repeating": true,
    "visibility": "public", "days_per_week": 1, "exercises": 3,
    "equipment": ["body_weight", "barbell", "kettlebell", "bench"],
    "days": [
      {"id": "019a0000-0000-7000-8000-000000000050", "week": 1, "weekday": 1, "position": 1, "name": "Monday",
        "routine_id": "019a0000-0000-7000-8000-000000000011", "notes": null},
      {"id": "019a0000-0000-7000-8000-000000000051", "week": 1, "weekday": 1, "position": 2, "name": null,
        "routine_id": "019a0000-0000-7000-8000-000000000010", "notes": "Evening"},
      {"id": "019a0000-0000-7000-8000-000000000052", "week": 1, "weekday": 2, "position": 1, "name": "Rest",
        "routine_id": null, "notes": null},
      {"id": "019a0000-0000-7000-8000-000000000053", "week": 2, "weekday": 4, "position": 1, "name": null,
        "routine_id": "019a0000-0000-7000-8000-000000000011", "notes": null}
    ]
  }$json$,
  'PLAN-DOC-01: a plan, with what follows from routines that are more private than it'
);
select is(
  tests.answer('bob', 'select public.plan(tests.id(100)) #>> ''{plan,equipment}'''),
  '["body_weight", "barbell", "kettlebell", "bench"]',
  'PLAN-DOC-02: and one of one''s own, exercises of one''s own among it'
);
select results_eq(
  $$
    select tests.answer(who, format('select public.plan(%L) #>> ''{plan,name}''', id))
    from (values ('eve', tests.id(40)), ('cid', tests.id(42)), ('cid', tests.id(999)), ('anon', tests.id(40)))
      as asking (who, id)
  $$,
  $$ values ('id_unusable'), ('id_unusable'), ('id_unusable'), ('42501') $$,
  'PLAN-DOC-03: a plan that is not seen is not there'
);

-- Ada leaves
delete from auth.users where id = tests.user_id('ada');
select results_eq(
  $$
    select author_id, source_plan_id, tests.content(plan_id) #>> '{exercises,0,name}'
    from public.plan_sources where plan_id = tests.id(100)
  $$,
  $$ values (null::uuid, null::uuid, 'Zyzzyvax Curl') $$,
  'COPY-12: a copy outlives its original, and forgets whose it was'
);

select * from finish();
rollback;
