begin;
select plan(14);

-- Ada imports the document of an account; Sam has things of his own.
select tests.create_user(name) from unnest(array['ada', 'sam']) as name;
insert into public.exercises (id, user_id, name, kind, category, level)
select tests.id(1), tests.user_id('sam'), 'Sam''s Press', 'weight_reps', 'strength', 'beginner';
insert into public.routines (id, user_id, name) values (tests.id(2), tests.user_id('sam'), 'Sam''s day');
insert into public.gyms (id, user_id, name) values (tests.id(3), tests.user_id('sam'), 'Sam''s gym');
insert into public.measurement_types (id, user_id, name, unit) values (tests.id(4), tests.user_id('sam'), 'Sam''s grip', 'kg');
insert into public.gyms (id, user_id, name) values (tests.id(5), tests.user_id('ada'), 'Ada''s gym');

-- Imports a part for Ada, and answers what became of it and where it went wrong.
create function tests.import(p_section text, p_part jsonb)
returns text
language plpgsql
as $$
declare
  v_answer jsonb;
begin
  perform private.act_for(tests.user_id('ada'));
  v_answer := private.try_import_part(
    tests.user_id('ada'), row(tests.id(0), 1, p_section, 1, 7, p_section || '[0]', p_part)::private.staged_parts
  );
  return concat_ws(' ', v_answer ->> 'outcome', v_answer #>> '{problem,path}', v_answer #>> '{problem,text}');
end;
$$;
create function tests.routine(p_id integer, p_exercise_id uuid)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(p_id), 'name', 'Push', 'folder_id', tests.id(99), 'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_id + 1), 'routine_id', tests.id(p_id), 'exercise_id', p_exercise_id, 'position', 1, 'sets', '[]'::jsonb
    ))
  );
$$;
create function tests.imported_id(p_relation text, p_id integer)
returns uuid
language sql
as $$
  select private.imported_id(private.import_namespace(tests.user_id('ada')), p_relation, 'json ' || tests.id(p_id));
$$;

select is(
  tests.import('settings', jsonb_build_object('week_start', 7, 'user_id', tests.user_id('sam'), 'version', 9)), 'added',
  'IMP-PART-01: settings that nobody has changed are taken over'
);
select is(
  tests.import('settings', '{"week_start": 6}'), 'known', 'IMP-PART-02: and stay as they are once they have been changed'
);
select results_eq(
  $$
    select tests.import('gyms', jsonb_build_object('id', tests.id(10), 'name', 'Cellar', 'is_default', true)), name, is_default
    from public.gyms where user_id = tests.user_id('ada') order by name
  $$,
  $$ values ('added', 'Ada''s gym', true) $$,
  'IMP-PART-03: a gym is added beside those that are there'
);
select results_eq(
  $$ select name, is_default from public.gyms where user_id = tests.user_id('ada') order by name $$,
  $$ values ('Ada''s gym', true), ('Cellar', false) $$,
  'IMP-PART-04: whose default stays what it was'
);
select is(
  tests.import('gyms', jsonb_build_object('id', tests.id(5), 'name', 'Other name')), 'known',
  'IMP-PART-05: what has its id in this very account is left as it is'
);
delete from public.gyms where id = tests.imported_id('gyms', 10);
select is(
  tests.import('gyms', jsonb_build_object('id', tests.id(10), 'name', 'Cellar')), 'deleted',
  'IMP-PART-06: what its owner deleted stays deleted'
);
select is(
  tests.import('routines', tests.routine(20, tests.exercise_id('push-up'))), 'added',
  'IMP-PART-07: a routine whose folder is not there is in none'
);

-- What belongs to somebody else is as if it were not there.
select results_eq(
  $$
    select part.section, tests.import(part.section, part.content)
    from (values
      ('routines', tests.routine(30, tests.id(1))),
      ('plans', jsonb_build_object('id', tests.id(40), 'name', 'Plan', 'days', jsonb_build_array(jsonb_build_object(
        'id', tests.id(41), 'week', 1, 'weekday', 1, 'routine_id', tests.id(2)
      )))),
      ('enrollments', jsonb_build_object('id', tests.id(50), 'plan_id', tests.id(2), 'mode', 'calendar',
        'starts_on', '2026-01-01', 'status', 'active')),
      ('exercise_preferences', jsonb_build_object('exercise_id', tests.id(1), 'is_favorite', true)),
      ('exercises', jsonb_build_object('id', tests.id(60), 'user_id', tests.user_id('sam'), 'name', 'x'))
    ) as part (section, content)
  $$,
  $$
    values
      ('routines', 'failed routines[0].exercises[0].exercise_id id_unusable'),
      ('plans', 'failed plans[0].days[0].routine_id id_unusable'),
      ('enrollments', 'failed enrollments[0].plan_id id_unusable'),
      ('exercise_preferences', 'failed exercise_preferences[0].exercise_id id_unusable'),
      ('exercises', 'failed exercises[0].category missing_field')
  $$,
  'IMP-ATT-05: nothing can be tied to what is somebody else''s, and the report says what could not be'
);
select results_eq(
  $$
    select tests.import('gyms', jsonb_build_object('id', tests.id(3), 'name', 'Mine', 'user_id', tests.user_id('sam'))),
      (select name from public.gyms where id = tests.id(3))
  $$,
  $$ values ('failed gyms[0].user_id unknown_field', 'Sam''s gym') $$,
  'IMP-ATT-06: nor can a row be given to somebody'
);
select is(
  tests.import('routine_folders', jsonb_build_object('id', tests.id(70), 'name', 'F', 'user_id', tests.user_id('sam'), 'version', 9)),
  'added', 'IMP-ATT-07: a row is its importer''s'
);
select results_eq(
  $$ select user_id, version from public.routine_folders $$, $$ values (tests.user_id('ada'), 1) $$,
  'IMP-ATT-08: and what its owner may not write is not written'
);

-- Health data
create function tests.measurement(p_type jsonb)
returns text
language sql
as $$
  select tests.import('measurements', p_type || '{
    "key": "hevy measurement 1", "value": 80, "measured_at": "2026-03-02T00:30:00Z", "time_zone": "UTC",
    "day_start_hour": 4, "local_date": "2026-03-01"
  }');
$$;
select alike(
  tests.measurement('{"type": "body_weight"}'), 'left_out measurements[0].health_data Health data is stored only with consent%',
  'IMP-PART-08: health data is left out without consent'
);
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('ada'), 'health_data', true, '1', 'en');
select is(
  tests.measurement(jsonb_build_object('type_id', tests.id(4))), 'failed measurements[0].type_id id_unusable',
  'IMP-ATT-09: nor is a kind of measurement of somebody else''s known'
);
select results_eq(
  $$
    select tests.measurement('{"type": "body_weight"}'), tests.measurement('{"type": "body_weight"}'),
      (select array_agg(local_date) from public.measurements)
  $$,
  $$ values ('added', 'known', null::date[]) $$,
  'IMP-PART-09: with it, it is added once'
);

select * from finish();
rollback;
