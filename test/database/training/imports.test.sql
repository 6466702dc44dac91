begin;
select plan(24);

-- Ada has files, Sam has an exercise and files of his own.
select tests.create_user(name) from unnest(array['ada', 'sam']) as name;
insert into public.exercises (id, user_id, name, kind, category, level)
values (tests.id(1), tests.user_id('sam'), 'Sam''s Press', 'weight_reps', 'strength', 'beginner');

create function tests.import_input(p_name text, p_more jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'path', tests.user_id(p_name) || '/file.csv', 'time_zone', 'Europe/Berlin', 'mapping', '{}'::jsonb
  ) || p_more;
$$;

-- A workout as the function stages it: a bench press of the catalogue, and a lift that nobody knows.
create function tests.staged(p_day integer, p_reps numeric default 5)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'key', 'strong day ' || p_day, 'source', 'strong', 'external_id', 'day ' || p_day,
    'name', 'Push', 'started_at', format('2025-01-%sT10:00:00Z', lpad(p_day::text, 2, '0')),
    'ended_at', format('2025-01-%sT11:00:00Z', lpad(p_day::text, 2, '0')), 'time_zone', 'UTC', 'visibility', 'private',
    'exercises', jsonb_build_array(
      jsonb_build_object(
        'exercise_id', tests.exercise_id('barbell-bench-press'), 'position', 1,
        'sets', jsonb_build_array(jsonb_build_object('position', 1, 'reps', p_reps, 'weight_kg', 61.235))
      ),
      jsonb_build_object(
        'new_exercise', jsonb_build_object('name', 'Zorb Press', 'kind', 'weight_reps'), 'position', 2,
        'sets', jsonb_build_array(jsonb_build_object('position', 1, 'reps', 8, 'weight_kg', 20))
      )
    )
  );
$$;

-- The same with its place in the file.
create function tests.part(p_day integer, p_reps numeric default 5)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'ordinal', p_day, 'section', 'workouts', 'size', 2, 'line', 10 * p_day, 'path', '',
    'part', tests.staged(p_day, p_reps)
  );
$$;

-- Rights
select is_empty(
  $$
    select who, call, tests.attempt(who, 'select ' || call)
    from unnest(array['ada', 'anon']) as who
    cross join unnest(array[
      'public.add_import(tests.user_id(''ada''), ''{}'')', 'public.import_task(tests.id(1), tests.id(1))',
      'public.match_import(tests.user_id(''ada''), ''{}'', ''{}'', ''{}'')',
      'public.stage_import(tests.id(1), tests.id(1), ''[]'')', 'private.act_for(tests.user_id(''sam''))',
      'private.import_workout(tests.user_id(''sam''), ''{}'')', 'private.import_namespace(tests.user_id(''sam''))',
      '(select count(*) from private.import_namespaces)', '(select count(*) from private.staged_parts)',
      '(select count(*) from private.import_reports)'
    ]) as call
    where tests.attempt(who, 'select ' || call) <> '42501'
  $$,
  'IMP-ATT-01: clients ask for imports through the function alone, and act for nobody'
);

-- Asking
select results_eq(
  $$
    select what, tests.answer('service_role', format('select public.add_import(tests.user_id(''ada''), %L)', input))
    from (values
      ('somebody else''s file', tests.import_input('sam')),
      ('a path that leads nowhere', tests.import_input('ada', '{"path": null}')),
      ('somebody else''s exercise', tests.import_input('ada', jsonb_build_object('mapping', jsonb_build_object('Press', tests.id(1))))),
      ('an exercise that is none', tests.import_input('ada', jsonb_build_object('mapping', jsonb_build_object('Press', tests.id(9))))),
      ('no time zone', tests.import_input('ada', '{"time_zone": "Europe/Atlantis"}'))
    ) as asked (what, input)
  $$,
  $$
    values
      ('somebody else''s file', 'id_unusable'), ('a path that leads nowhere', 'id_unusable'),
      ('somebody else''s exercise', 'id_unusable'), ('an exercise that is none', 'id_unusable'),
      ('no time zone', 'invalid_field')
  $$,
  'IMP-ATT-02: an import is of one''s own file, and names mean exercises that one may use'
);
create temporary table asked as
  select (public.add_import(tests.user_id('ada'), tests.import_input('ada'), 'first') ->> 'job_id')::uuid as id;
grant select on asked to public;
select is(
  (public.add_import(tests.user_id('ada'), tests.import_input('ada'), 'first') ->> 'job_id')::uuid,
  (select id from asked), 'IMP-KEY-01: the same request with the same key is the same job'
);
select throws_ok(
  $$ select public.add_import(tests.user_id('ada'), tests.import_input('ada', '{"is_dry_run": true}'), 'first') $$,
  'PT409', 'id_unusable', 'IMP-KEY-02: the key of another request is refused'
);

-- Reading
create temporary table held as select public.claim_job() as job;
grant select on held to public;
create function tests.lease() returns uuid language sql as $$ select (job ->> 'lease')::uuid from held; $$;
create function tests.stage(p_lease uuid, p_workouts jsonb, p_report jsonb default null)
returns text
language sql
as $$
  select tests.answer('service_role', format(
    'select public.stage_import(%L, %L, %L, %L) ->> ''status''', (select id from asked), p_lease, p_workouts, p_report
  ));
$$;
select results_eq(
  $$
    select task ->> 'user_id', task -> 'is_read', task #>> '{input,time_zone}'
    from asked, public.import_task(asked.id, tests.lease()) as task
  $$,
  $$ values (tests.user_id('ada')::text, 'false'::jsonb, 'Europe/Berlin') $$,
  'IMP-READ-01: a worker learns what the import that it holds is about'
);
select results_eq(
  $$ select public.import_task(id, tests.id(1)) is null, tests.stage(tests.id(1), '[]', '{}') from asked $$,
  $$ values (true, 'lost') $$,
  'IMP-READ-02: and one that lost it neither learns nor stages anything'
);
select matches(
  tests.answer('service_role', format('select public.step_job(%L, %L)', (select id from asked), tests.lease())),
  'P0002|no rows', 'IMP-READ-03: nothing is imported of a file that nobody read'
);

select is(
  tests.stage(tests.lease(), jsonb_agg(tests.part(day))),
  'running', 'IMP-READ-04: what was read is staged in parts'
)
from generate_series(1, 3) as day;
select is(
  tests.stage(
    tests.lease(),
    (
      select jsonb_agg(tests.part(day, case day when 4 then 5.5 else 5 end))
      from generate_series(3, 5) as day
    ),
    '{"outcome": "imported", "workouts": {"in_file": 6, "readable": 5}, "sections": {"workouts": {"in_file": 5}}, "problems": [{"code": "of the file"}]}'
  ),
  'running', 'IMP-READ-05: and a part that comes again, after a crash, is there once'
);
select is(count(*), 5::bigint, 'IMP-READ-06: with no row more than the file has') from private.staged_parts;

-- Writing
select is(
  tests.answer('service_role', format('select public.step_job(%L, %L) ->> ''status''', id, tests.lease())), 'succeeded',
  'IMP-STEP-01: a step imports what was staged'
) from asked;
select results_eq(
  $$ select result -> 'workouts', jsonb_path_query_array(result -> 'problems', '$[*].code') from public.jobs $$,
  $$ values ('{"in_file": 6, "readable": 5, "added": 4, "failed": 1}'::jsonb,
    '["of the file", "not_stored"]'::jsonb) $$,
  'IMP-STEP-02: the report counts what became of it'
);
select results_eq(
  $$ select problem ->> 'line', problem ->> 'path', problem ->> 'text' from public.jobs, jsonb_path_query(result, '$.problems[1]') as problem $$,
  $$ values ('40', 'exercises[0].sets[0].reps', 'invalid_field') $$,
  'IMP-STEP-03: a workout that cannot be stored is named, with its line'
);
select results_eq(
  $$
    select distinct
      workouts.user_id, workouts.source, workouts.visibility, uuid_extract_version(workouts.id)::integer,
      (select count(*) from public.workout_exercises where workout_id = workouts.id),
      (select count(*) from public.workout_sets join public.workout_exercises on workout_exercises.id = workout_exercise_id
        where workout_id = workouts.id)
    from public.workouts
  $$,
  $$ values (tests.user_id('ada'), 'strong', 'private', 5, 2::bigint, 2::bigint) $$,
  'IMP-STEP-04: the others are there wholly, of it nothing is, and all are their owner''s'
);
select results_eq(
  $$ select name, kind, user_id from public.exercises where name = 'Zorb Press' $$,
  $$ values ('Zorb Press', 'weight_reps', tests.user_id('ada')) $$,
  'IMP-STEP-05: a name that nobody knows becomes one exercise of the owner''s own'
);
select is(
  (select count(*) from private.staged_parts) + (select count(*) from private.import_reports), 0::bigint,
  'IMP-STEP-06: and nothing stays staged'
);

-- Again
create function tests.import_again(p_name text, p_workout jsonb)
returns text
language plpgsql
as $$
begin
  perform private.act_for(tests.user_id(p_name));
  return private.import_workout(tests.user_id(p_name), p_workout);
end;
$$;
select is(tests.import_again('ada', tests.staged(1)), 'known', 'IMP-AGAIN-01: what is there is left as it is');
select is(
  tests.import_again('ada', tests.staged(1) || '{"key": "renamed"}'), 'known',
  'IMP-AGAIN-02: also by what its source calls it'
);
delete from public.workouts where external_id = 'day 2';
select is(
  tests.import_again('ada', tests.staged(2)), 'deleted', 'IMP-AGAIN-03: what its owner deleted stays deleted'
);
select is(tests.import_again('sam', tests.staged(1)), 'added', 'IMP-AGAIN-04: the same file of somebody else is theirs');
select is_empty(
  $$
    select workouts.id from public.workouts
    where workouts.id = any(array[
      extensions.uuid_generate_v5(tests.user_id('ada'), 'strong day 1'),
      extensions.uuid_generate_v5(extensions.uuid_nil(), 'strong day 1')
    ])
  $$,
  'IMP-ATT-03: ids cannot be known in advance'
);
-- Merged since: the name means the exercise that it became.
update public.exercises
set archived_at = now(), replaced_by = tests.exercise_id('dumbbell-bench-press')
where name = 'Zorb Press' and user_id = tests.user_id('ada');
select is(tests.import_again('ada', tests.staged(9)), 'added', 'IMP-AGAIN-05: a merged exercise still stands for its name');
select is(
  (
    select workout_exercises.exercise_id
    from public.workout_exercises
    join public.workouts on workouts.id = workout_exercises.workout_id
    where workouts.external_id = 'day 9' and workout_exercises.position = 2
  ),
  tests.exercise_id('dumbbell-bench-press'), 'IMP-AGAIN-06: and its sets are those of what it was merged into'
);

-- Ending early
delete from public.jobs where true;
create temporary table cancelled as
  select (public.add_import(tests.user_id('ada'), tests.import_input('ada')) ->> 'job_id')::uuid as id;
grant select on cancelled to public;
insert into private.staged_parts (job_id, ordinal, section, size, line, path, part)
select id, 1, 'workouts', 2, 1, '', tests.staged(20) from cancelled;
select tests.answer('ada', format('select public.cancel_job(%L)', id)) from cancelled;
select is(count(*), 0::bigint, 'IMP-CANCEL-01: a cancelled import leaves nothing staged') from private.staged_parts;

select * from finish();
rollback;
