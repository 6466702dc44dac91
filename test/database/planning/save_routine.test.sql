begin;
select plan(32);

select tests.create_user('ada'), tests.create_user('bob');

-- A routine of a bench press (sets 21 and 22) and a plank (set 31).
create function tests.routine(p_changes jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(1), 'name', 'Push', 'exercises', jsonb_build_array(
      jsonb_build_object(
        'id', tests.id(2), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1,
        'superset_group', 1, 'rest_seconds', 180, 'notes', 'Pause',
        'warmup_ramp', '[{"percent": 50, "reps": 5}, {"percent": 75, "reps": 3, "rest_seconds": 90}]'::jsonb,
        'progression', '{"scheme": "linear", "increment_kg": 2.5}'::jsonb,
        'sets', jsonb_build_array(
          jsonb_build_object(
            'id', tests.id(21), 'position', 1, 'min_reps', 5, 'max_reps', 8, 'weight_kg', 100, 'rpe', 8
          ),
          jsonb_build_object(
            'id', tests.id(22), 'position', 2, 'set_type', 'amrap', 'min_reps', 5, 'load_percent', 72.5,
            'load_percent_of', 'e1rm', 'rir', 0.5, 'rest_seconds', 60
          )
        )
      ),
      jsonb_build_object(
        'id', tests.id(3), 'exercise_id', tests.exercise_id('plank'), 'position', 2,
        'sets', jsonb_build_array(jsonb_build_object('id', tests.id(31), 'position', 1, 'duration_seconds', 60))
      )
    )
  ) || p_changes;
$$;

-- The routine with something else at a path.
create function tests.routine_with(p_path text, p_value jsonb)
returns jsonb
language sql
as $$
  select jsonb_set(tests.routine(), p_path::text[], p_value);
$$;

create function tests.save(p_who text, p_routine jsonb)
returns text
language sql
as $$
  select tests.answer(p_who, format('select public.save_routine(%L) -> ''routine''', p_routine));
$$;

-- Key and path of the refusal of a routine.
create function tests.refusal(p_who text, p_routine jsonb)
returns text
language plpgsql
as $$
declare
  v_detail text;
begin
  perform tests.become(p_who);
  begin
    perform public.save_routine(p_routine);
  exception
    when others then
      get stacked diagnostics v_detail = pg_exception_detail;
      perform tests.act_as('postgres');
      return case
        when sqlstate like 'PT%' then format('%s %s', sqlerrm, v_detail::jsonb ->> 'path')
        else format('%s %s', sqlstate, sqlerrm)
      end;
  end;
  perform tests.act_as('postgres');
  return 'stored';
end;
$$;

-- When rows were written, to tell whether they were written again. Triggers of one transaction would all say now().
create function tests.age_routines()
returns void
language plpgsql
as $$
begin
  set local session_replication_role = replica;
  update public.routines set updated_at = '2026-01-01Z' where true;
  update public.routine_exercises set updated_at = '2026-01-01Z' where true;
  update public.routine_sets set updated_at = '2026-01-01Z' where true;
  set local session_replication_role = origin;
end;
$$;

-- What a new routine becomes
select is(
  tests.save('ada', tests.routine())::jsonb - 'exercises',
  jsonb_build_object(
    'id', tests.id(1), 'version', 1, 'folder_id', null, 'name', 'Push', 'notes', null, 'position', 1,
    'visibility', 'private'
  ),
  'RTN-SAVE-01: a new routine has version 1, and what is left out has its default'
);
select is(
  tests.answer('ada', $$ select public.routine(tests.id(1)) -> 'routine' -> 'exercises' #- '{0,sets,1}' $$)::jsonb,
  jsonb_build_array(
    jsonb_build_object(
      'id', tests.id(2), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1, 'superset_group', 1,
      'rest_seconds', 180, 'notes', 'Pause',
      'warmup_ramp', '[{"percent": 50, "reps": 5}, {"percent": 75, "reps": 3, "rest_seconds": 90}]'::jsonb,
      'progression', '{"scheme": "linear", "increment_kg": 2.5}'::jsonb,
      'sets', jsonb_build_array(jsonb_build_object(
        'id', tests.id(21), 'position', 1, 'set_type', 'normal', 'min_reps', 5, 'max_reps', 8, 'weight_kg', 100,
        'load_percent', null, 'load_percent_of', null, 'duration_seconds', null, 'distance_meters', null, 'rpe', 8,
        'rir', null, 'rest_seconds', null
      ))
    ),
    jsonb_build_object(
      'id', tests.id(3), 'exercise_id', tests.exercise_id('plank'), 'position', 2, 'superset_group', null,
      'rest_seconds', null, 'notes', null, 'warmup_ramp', null, 'progression', null,
      'sets', jsonb_build_array(jsonb_build_object(
        'id', tests.id(31), 'position', 1, 'set_type', 'normal', 'min_reps', null, 'max_reps', null,
        'weight_kg', null, 'load_percent', null, 'load_percent_of', null, 'duration_seconds', 60,
        'distance_meters', null, 'rpe', null, 'rir', null, 'rest_seconds', null
      ))
    )
  ),
  'RTN-SAVE-02: and every field of its exercises and sets is answered'
);
select is(
  tests.answer('ada', $$ select private.read_routine(private.routine_document(tests.id(1)), null, null) $$)::jsonb,
  private.routine_document(tests.id(1)) - 'version',
  'RTN-SAVE-03: a routine that is read is in the form that is saved'
);

-- Retries and versions
select tests.age_routines();
create temporary table first_save as select private.routine_document(tests.id(1)) as routine;
select is(
  tests.save('ada', tests.routine())::jsonb, (select routine from first_save),
  'RTN-VER-01: the same save again answers the same'
);
select is_empty(
  $$
    select id from public.routines where updated_at > '2026-01-01Z'
    union all select id from public.routine_exercises where updated_at > '2026-01-01Z'
    union all select id from public.routine_sets where updated_at > '2026-01-01Z'
  $$,
  'RTN-VER-02: and writes nothing'
);
select is(
  tests.save('ada', replace(
    tests.routine_with('{exercises,0,sets,0,weight_kg}', '100.0004')::text, '"position": 1', '"position": 1.0'
  )::jsonb)::jsonb,
  (select routine from first_save),
  'RTN-VER-03: digits that the tables do not keep make no other routine'
);
select is(
  tests.refusal('ada', tests.routine('{"name": "Pull"}')), 'stale_version version',
  'RTN-VER-04: without a version nothing is replaced'
);
select is(
  tests.refusal('ada', tests.routine('{"name": "Pull", "version": 7}')), 'stale_version version',
  'RTN-VER-05: nor with one that is not stored'
);
select is(
  private.routine_document(tests.id(1)), (select routine from first_save), 'RTN-VER-06: and all is as it was'
);
select is(
  tests.save('ada', tests.routine_with('{exercises,0,sets,0,weight_kg}', '102.5') || '{"version": 1}')::jsonb,
  jsonb_set((select routine from first_save), '{exercises,0,sets,0,weight_kg}', '102.5') || '{"version": 2}',
  'RTN-VER-07: with the stored version it is replaced, and the version raised'
);
select set_eq(
  $$
    select id from public.routines where updated_at > '2026-01-01Z'
    union all select id from public.routine_exercises where updated_at > '2026-01-01Z'
    union all select id from public.routine_sets where updated_at > '2026-01-01Z'
  $$,
  array[tests.id(1), tests.id(21)],
  'RTN-VER-08: no row is written but those that differ'
);
select is(
  tests.save('ada', tests.routine_with('{exercises,0,sets,0,weight_kg}', '102.5') || '{"version": 1}')::jsonb
    ->> 'version',
  '2',
  'RTN-VER-09: the retry of that save is no conflict, though its version is old'
);
select is(
  tests.refusal('ada', tests.routine(jsonb_build_object('id', tests.id(9), 'version', 1))), 'id_unusable id',
  'RTN-VER-10: a routine that is gone is not replaced'
);

-- Rows stay, go and come
select tests.age_routines();
create temporary table other_save as select private.routine_document(tests.id(1)) as routine;
select is(
  tests.save('ada', jsonb_set(
    (select routine from other_save), '{exercises}',
    jsonb_build_array(
      (select routine #> '{exercises,1}' from other_save) || '{"position": 1}',
      (select routine #> '{exercises,0}' from other_save)
        || jsonb_build_object('position', 2, 'sets', jsonb_build_array(
          (select routine #> '{exercises,0,sets,1}' from other_save) || '{"position": 1}',
          jsonb_build_object('id', tests.id(23), 'position', 2, 'min_reps', 12)
        )),
      jsonb_build_object('id', tests.id(4), 'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 3)
    )
  ))::jsonb ->> 'version',
  '3', 'RTN-ROWS-01: exercises and sets are put in another order, added and left out in one save'
);
select results_eq(
  $$
    select routine_exercises.id, routine_sets.id
    from public.routine_exercises
    left join public.routine_sets on routine_sets.routine_exercise_id = routine_exercises.id
    where routine_exercises.routine_id = tests.id(1)
    order by routine_exercises.position, routine_sets.position
  $$,
  $$ values (tests.id(3), tests.id(31)), (tests.id(2), tests.id(22)), (tests.id(2), tests.id(23)), (tests.id(4), null) $$,
  'RTN-ROWS-02: and keep their ids, also where an exercise appears twice'
);
select is(
  tests.refusal('ada', private.routine_document(tests.id(1)) #- '{exercises,0,sets}' || jsonb_build_object(
    'exercises', jsonb_build_array(
      private.routine_document(tests.id(1)) #> '{exercises,0}',
      (private.routine_document(tests.id(1)) #> '{exercises,2}') || jsonb_build_object('sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(22), 'position', 1)
      ))
    )
  )),
  'column_immutable exercises[1].sets[0].id',
  'RTN-ROWS-03: a set does not move to another exercise, not even from one that is left out'
);
select is(
  tests.save('ada', jsonb_set(jsonb_set(
    private.routine_document(tests.id(1)) #- '{exercises,1,progression}',
    '{exercises,1,exercise_id}', to_jsonb(tests.exercise_id('plank'))
  ), '{exercises,1,sets}', jsonb_build_array(
    jsonb_build_object('id', tests.id(22), 'position', 1, 'duration_seconds', 30)
  )))::jsonb #> '{exercises,1,sets,0}' ->> 'duration_seconds',
  '30', 'RTN-ROWS-04: an exercise gives way to one of another kind, and keeps its id and those of its sets'
);
select is(
  tests.save('ada', private.routine_document(tests.id(1)) || '{"exercises": null}')::jsonb -> 'exercises',
  '[]', 'RTN-ROWS-05: a routine may be empty'
);
select tests.act_as('postgres');

-- Defaults
update public.profile_settings set default_routine_visibility = 'followers' where user_id = tests.user_id('bob');
select is(
  tests.save('bob', jsonb_build_object('id', tests.id(50), 'name', 'Legs'))::jsonb ->> 'visibility',
  'followers', 'RTN-DEF-01: a new routine has the visibility of its owner''s settings'
);
select is(
  tests.save('bob', jsonb_build_object(
    'id', tests.id(50), 'version', 1, 'name', 'Legs', 'visibility', 'public', 'position', 7
  ))::jsonb ->> 'visibility',
  'public', 'RTN-DEF-02: or the one that is sent'
);
select is(
  tests.save('bob', jsonb_build_object('id', tests.id(50), 'version', 2, 'name', 'Quads'))::jsonb
    - array['id', 'exercises', 'folder_id', 'notes'],
  '{"version": 3, "name": "Quads", "visibility": "public", "position": 7}'::jsonb,
  'RTN-DEF-03: visibility and position stay where a save says nothing of them'
);

-- Refusals, field by field. Bob's routine 50 has exercise 52 and set 53.
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(54), tests.user_id('bob'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.routine_exercises (id, routine_id, exercise_id, position)
values (tests.id(52), tests.id(50), tests.exercise_id('push-up'), 1);
insert into public.routine_sets (id, routine_exercise_id, position) values (tests.id(53), tests.id(52), 1);
insert into public.routine_folders (id, user_id, name) values (tests.id(55), tests.user_id('bob'), 'Folder');
delete from public.routines where id = tests.id(1);
create temporary table untouched as select private.routine_document(tests.id(50)) as routine;

create temporary table refusals (path, value, refusal) as values
  ('{name}', '" "', 'invalid_field name'),
  ('{name}', 'null', 'missing_field name'),
  ('{position}', '0', 'invalid_field position'),
  ('{visibility}', '"friends"', 'invalid_field visibility'),
  ('{version}', '1.5', 'invalid_field version'),
  ('{owner}', '1', 'unknown_field owner'),
  ('{exercises}', '{}', 'invalid_field exercises'),
  ('{exercises,0}', '1', 'invalid_field exercises[0]'),
  ('{exercises,1,exercise_id}', '"plank"', 'invalid_field exercises[1].exercise_id'),
  ('{exercises,1,position}', 'null', 'missing_field exercises[1].position'),
  ('{exercises,1,progression}', '[]', 'invalid_field exercises[1].progression'),
  ('{exercises,0,warmup_ramp}', '{}', 'invalid_field exercises[0].warmup_ramp'),
  ('{exercises,0,warmup_ramp,1,percent}', '101', 'invalid_field exercises[0].warmup_ramp[1].percent'),
  ('{exercises,0,warmup_ramp,0,reps}', 'null', 'missing_field exercises[0].warmup_ramp[0].reps'),
  ('{exercises,0,warmup_ramp,0,weight_kg}', '20', 'unknown_field exercises[0].warmup_ramp[0].weight_kg'),
  ('{exercises,1,sets,0,set_type}', '"easy"', 'invalid_field exercises[1].sets[0].set_type'),
  ('{exercises,0,sets,0,min_reps}', '0', 'invalid_field exercises[0].sets[0].min_reps'),
  ('{exercises,0,sets,0,max_reps}', '4', 'invalid_field exercises[0].sets[0].max_reps'),
  ('{exercises,0,sets,0,min_reps}', 'null', 'missing_field exercises[0].sets[0].min_reps'),
  ('{exercises,0,sets,1,weight_kg}', '60', 'invalid_field exercises[0].sets[1].load_percent'),
  ('{exercises,0,sets,1,load_percent}', 'null', 'missing_field exercises[0].sets[1].load_percent'),
  ('{exercises,0,sets,1,load_percent_of}', 'null', 'missing_field exercises[0].sets[1].load_percent_of'),
  ('{exercises,0,sets,1,load_percent}', '0', 'invalid_field exercises[0].sets[1].load_percent'),
  ('{exercises,0,sets,0,rpe}', '8.25', 'invalid_field exercises[0].sets[0].rpe'),
  ('{exercises,0,sets,0,duration_seconds}', '30', 'field_not_allowed exercises[0].sets[0].duration_seconds'),
  ('{exercises,1,sets,0,weight_kg}', '10', 'field_not_allowed exercises[1].sets[0].weight_kg'),
  ('{exercises,1,sets,0,min_reps}', '10', 'field_not_allowed exercises[1].sets[0].min_reps');
select is_empty(
  $$
    select path, value, refusal, given
    from refusals
    cross join lateral tests.refusal('ada', tests.routine_with(path, value::jsonb)) as given
    where given <> refusal
  $$,
  'RTN-FIELD-01: what a routine cannot have is refused by the name of the field'
);
select is_empty(
  $$ select id from public.routines where user_id = tests.user_id('ada') $$, 'RTN-FIELD-02: and nothing is stored'
);

-- Ids: those of another, those that nobody has, and those that are there twice answer the same.
create temporary table attacks (path, number, refusal) as values
  ('{id}', 50, 'id_unusable id'),
  ('{folder_id}', 55, 'id_unusable folder_id'),
  ('{folder_id}', 99, 'id_unusable folder_id'),
  ('{exercises,1,id}', 52, 'id_unusable exercises[].id'),
  ('{exercises,1,id}', 2, 'id_unusable exercises[1].id'),
  ('{exercises,1,exercise_id}', 54, 'id_unusable exercises[1].exercise_id'),
  ('{exercises,1,exercise_id}', 99, 'id_unusable exercises[1].exercise_id'),
  ('{exercises,1,sets,0,id}', 53, 'id_unusable exercises[].sets[].id'),
  ('{exercises,1,sets,0,id}', 21, 'id_unusable exercises[1].sets[0].id');
select is_empty(
  $$
    select path, number, refusal, given
    from attacks
    cross join lateral tests.refusal('ada', tests.routine_with(path, to_jsonb(tests.id(number)))) as given
    where given <> refusal
  $$,
  'RTN-ATT-01: a new routine uses no id of another, none that nobody has and none twice'
);
select lives_ok($$ select tests.save('ada', tests.routine()) $$, 'RTN-ATT-02: (Ada saves it)');
select is_empty(
  $$
    select path, number, refusal, given
    from attacks
    -- The sets of an exercise with another id would be refused first: they are stored below the one they had.
    cross join lateral tests.refusal('ada', (
      tests.routine_with(path, to_jsonb(tests.id(number))) #- case path when '{exercises,1,id}'
        then '{exercises,1,sets}'::text[] else '{}' end
    ) || '{"version": 1}') as given
    where given <> refusal
  $$,
  'RTN-ATT-03: nor does one that is replaced'
);
select results_eq(
  $$ select private.routine_document(tests.id(50)) $$, 'select routine from untouched',
  'RTN-ATT-04: and the routine of the other is as it was, though anybody may read it'
);
select tests.set_visibility('bob', 'public');
select is(
  tests.refusal('ada', private.routine_document(tests.id(50))), 'id_unusable id',
  'RTN-ATT-05: what another shows is not saved under its id, however equal'
);
select is(
  tests.answer('ada', $$ select public.routine(tests.id(50)) #>> '{routine,name}' $$), 'Quads',
  'RTN-READ-01: though it is read'
);
select is(
  tests.answer('bob', $$ select public.routine(tests.id(1)) $$) || ' '
    || tests.answer('bob', $$ select public.routine(tests.id(99)) $$),
  'id_unusable id_unusable', 'RTN-READ-02: one that is hidden and one that does not exist answer the same'
);

-- Quotas
update private.quotas set max_count = 3 where name in ('exercises_per_routine', 'sets_per_routine_exercise');
select is(
  tests.refusal('ada', jsonb_build_object('id', tests.id(60), 'name', 'Long', 'exercises', (
    select jsonb_agg(jsonb_build_object(
      'id', tests.id(60 + n), 'exercise_id', tests.exercise_id('push-up'), 'position', n
    )) from generate_series(1, 4) as n
  ))),
  'quota_exceeded exercises_per_routine', 'RTN-QUOTA-01: a routine has so many exercises'
);
select is(
  tests.refusal('ada', jsonb_set(tests.routine('{"version": 1}'), '{exercises,1,sets}', (
    select jsonb_agg(jsonb_build_object('id', tests.id(30 + n), 'position', n)) from generate_series(1, 4) as n
  ))),
  'quota_exceeded sets_per_routine_exercise', 'RTN-QUOTA-02: and they so many sets'
);

select * from finish();
rollback;
