begin;
select plan(20);

-- Ada's workouts, as a program with her token reads them.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;

-- A transaction is one mark: within this test all changes have the same one, and a pass shows them all.
create function tests.read(p_cursor text default null, p_limit integer default 50, p_who text default 'ada')
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select public.workout_events(tests.user_id(p_who), p_cursor, p_limit);
$$;
create function tests.told(p_events jsonb)
returns text
language sql
as $$
  select string_agg(format('%s %s', item ->> 'type', right(item ->> 'id', 4)::integer), ', ' order by n)
  from jsonb_array_elements(p_events -> 'items') with ordinality as items (item, n);
$$;
-- Which workouts a statement of Ada's marks. Marks are taken back to see which it makes anew.
create function tests.marked_by(p_statement text)
returns text
language plpgsql
as $$
declare
  v_marked text;
begin
  perform tests.act_as('postgres');
  update private.workout_changes set changed_in = 1 where true;
  perform tests.sign_in('ada');
  execute p_statement;
  perform tests.act_as('postgres');
  select string_agg(right(workout_id::text, 4)::integer::text, ' ' order by workout_id)
  into v_marked
  from private.workout_changes
  where changed_in > 1;
  return v_marked;
end;
$$;
grant execute on all functions in schema tests to authenticated, service_role;

select tests.sign_in('eve');
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(900), 'Not Ada''s', '2026-03-01T18:00Z', 'UTC');
select tests.sign_in('ada');

select is(tests.read() - 'next_cursor', '{"items": [], "has_more": false, "is_replacement": true}', 'EVT-01: at first there is nothing');

select public.log_workout(jsonb_build_object(
  'id', tests.id(100), 'name', 'Push', 'started_at', '2026-03-02T18:00:00Z', 'ended_at', '2026-03-02T19:00:00Z',
  'time_zone', 'UTC', 'exercises', jsonb_build_array(jsonb_build_object(
    'id', tests.id(101), 'exercise_id', tests.exercise_id('push-up'), 'position', 1, 'sets',
    jsonb_build_array(jsonb_build_object('id', tests.id(102), 'position', 1, 'reps', 20, 'target', '{"reps": null}'::jsonb))
  ))
));
select is(
  tests.read() #> '{items,0}',
  jsonb_build_object('type', 'updated', 'id', tests.id(100), 'workout', jsonb_build_object(
    'id', tests.id(100), 'revision', 1, 'name', 'Push', 'started_at', timestamptz '2026-03-02T18:00Z',
    'ended_at', timestamptz '2026-03-02T19:00Z', 'time_zone', 'UTC', 'visibility', 'private',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(101), 'exercise_id', tests.exercise_id('push-up'), 'position', 1, 'sets', jsonb_build_array(
        jsonb_build_object('id', tests.id(102), 'position', 1, 'set_type', 'normal', 'reps', 20, 'target', '{"reps": null}'::jsonb)
      )
    ))
  )),
  'EVT-02: a workout comes whole, as log_workout() takes it'
);
select is(tests.told(tests.read(null, 50, 'eve')), 'updated 900', 'EVT-03: of each user their own');

-- What marks a workout
select tests.act_as('postgres');
select results_eq(
  $$ select statement, tests.marked_by(statement) from unnest(array[
       'insert into public.workouts (id, name, started_at, time_zone) values (tests.id(200), ''Pull'', ''2026-03-03T18:00Z'', ''UTC'')',
       'update public.workouts set notes = ''x'' where id = tests.id(100)',
       'update public.workouts set notes = ''y'' where user_id = auth.uid()',
       'insert into public.workout_exercises (id, workout_id, exercise_id, position) values (tests.id(201), tests.id(200), tests.exercise_id(''push-up''), 1)',
       'update public.workout_exercises set notes = ''x'' where id = tests.id(201)',
       'insert into public.workout_sets (id, workout_exercise_id, position, reps) values (tests.id(202), tests.id(201), 1, 9)',
       'update public.workout_sets set reps = 10 where id = tests.id(202)',
       'update public.workout_sets set notes = ''both'' where user_id = auth.uid()',
       'delete from public.workout_sets where id = tests.id(202)',
       'delete from public.workout_exercises where id = tests.id(201)',
       'delete from public.workout_exercises where id = tests.id(999)',
       'delete from public.workouts where id = tests.id(200)'
     ]) as statement $$,
  $$ select statement, marked from unnest(array[
       'insert into public.workouts (id, name, started_at, time_zone) values (tests.id(200), ''Pull'', ''2026-03-03T18:00Z'', ''UTC'')',
       'update public.workouts set notes = ''x'' where id = tests.id(100)',
       'update public.workouts set notes = ''y'' where user_id = auth.uid()',
       'insert into public.workout_exercises (id, workout_id, exercise_id, position) values (tests.id(201), tests.id(200), tests.exercise_id(''push-up''), 1)',
       'update public.workout_exercises set notes = ''x'' where id = tests.id(201)',
       'insert into public.workout_sets (id, workout_exercise_id, position, reps) values (tests.id(202), tests.id(201), 1, 9)',
       'update public.workout_sets set reps = 10 where id = tests.id(202)',
       'update public.workout_sets set notes = ''both'' where user_id = auth.uid()',
       'delete from public.workout_sets where id = tests.id(202)',
       'delete from public.workout_exercises where id = tests.id(201)',
       'delete from public.workout_exercises where id = tests.id(999)',
       'delete from public.workouts where id = tests.id(200)'
     ], array['200', '100', '100 200', '200', '200', '200', '200', '100 200', '200', '200', null, null])
     as marks (statement, marked) $$,
  'EVT-04: a change of a workout, its exercises or its sets marks that workout'
);
update private.workout_changes set changed_in = private.change_mark() where true;

-- Pages
create function tests.pages(p_limit integer)
returns text
language plpgsql
as $$
declare
  v_pages text;
  v_page jsonb := tests.read(null, p_limit);
begin
  loop
    v_pages := concat_ws(' | ', v_pages, tests.told(v_page));
    exit when not (v_page ->> 'has_more')::boolean;
    v_page := tests.read(v_page ->> 'next_cursor', p_limit);
    if not (v_page ->> 'is_replacement')::boolean then
      raise exception 'A page of the first pass is part of a replacement.';
    end if;
  end loop;
  return v_pages;
end;
$$;
grant execute on function tests.pages(integer) to authenticated;
select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, time_zone)
select tests.id(300 + n), 'Many', '2026-03-04T18:00Z', 'UTC' from generate_series(1, 5) as n;
select is(
  tests.pages(4), 'updated 100, updated 301, updated 302, updated 303 | updated 304, updated 305',
  'EVT-05: pages follow each other, also where one transaction changed many'
);
select is(
  tests.pages(3), 'updated 100, updated 301, updated 302 | updated 303, updated 304, updated 305',
  'EVT-06: to an end, where the last page is full'
);
select is(tests.told(tests.read(null, 0)), 'updated 100', 'EVT-07: a page holds one at least');

-- Later: from the cursor of a pass on
create temporary table pass on commit drop as select tests.read() as answer;
select is((select answer ->> 'has_more' from pass), 'false', 'EVT-08: a pass ends');
delete from public.workouts where id in (tests.id(301), tests.id(302));
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(302), 'Back', '2026-03-05T18:00Z', 'UTC');
select is(
  (select tests.told(tests.read(answer ->> 'next_cursor')) from pass),
  'updated 100, deleted 200, deleted 301, updated 302, updated 303, updated 304, updated 305',
  'EVT-09: the next pass tells what was deleted and is not there again, and what may have come since; it may come twice'
);
select is(
  (select tests.read(answer ->> 'next_cursor') ->> 'is_replacement' from pass), 'false', 'EVT-10: and is not all there is'
);
select unalike(
  tests.told(tests.read()), '%deleted%', 'EVT-11: whoever has nothing yet learns of no deletions'
);

-- Cursors
select tests.act_as('postgres');
select results_eq(
  $$ select tests.answer('service_role', format('select public.workout_events(%L, %L)', tests.user_id(who), sent))
     from (values
       ('eve', (select answer ->> 'next_cursor' from pass)), ('ada', 'x'), ('ada', ''),
       ('ada', private.encode_cursor('{"sync_pull": null}', '{"from": 1}'))
     ) as cursors (who, sent) $$,
  $$ select 'cursor_mismatch' from generate_series(1, 4) $$,
  'EVT-CURSOR-01: a cursor belongs to its user, and to this list'
);
update private.sync_state set generation = generation + 1 where is_single;
select is(
  (select (tests.read(answer ->> 'next_cursor') ->> 'is_replacement') || tests.told(tests.read(answer ->> 'next_cursor')) from pass),
  'trueupdated 100, updated 302, updated 303, updated 304, updated 305',
  'EVT-CURSOR-02: after a restored backup everything comes as a replacement'
);
update private.sync_state set generation = generation - 1 where is_single;
update private.sync_state set forgotten_through = private.change_mark() where is_single;
select is(
  (select tests.read(answer ->> 'next_cursor') ->> 'is_replacement' from pass), 'true',
  'EVT-CURSOR-03: and so it does where deletions since are forgotten'
);
update private.sync_state set forgotten_through = 0 where is_single;

-- Rights
select tests.set_visibility('ada', 'public');
update public.workouts set visibility = 'public' where user_id = tests.user_id('ada');
select results_eq(
  $$ select who, tests.attempt(who, 'select public.workout_events(tests.user_id(''ada''))'),
       tests.attempt(who, 'select from private.workout_changes'),
       tests.attempt(who, 'update private.workout_changes set changed_in = 1 where true'),
       tests.attempt(who, 'select private.changed_workouts(tests.user_id(''ada''), 0, -1, tests.id(0), 9)')
     from unnest(array['ada', 'eve', 'anon']) as who $$,
  $$ select who, '42501', '42501', '42501', '42501' from unnest(array['ada', 'eve', 'anon']) as who $$,
  'EVT-RLS-01: without a token nobody reads the feed, nor makes marks'
);
select is(
  tests.attempt('service_role', 'update private.workout_changes set changed_in = 1 where true'), '42501',
  'EVT-RLS-02: the backend makes none either'
);
select is(
  (select count(*) from private.workout_changes where user_id = tests.user_id('eve')), 1::bigint,
  'EVT-RLS-03: a mark has the owner of its workout'
);
delete from auth.users where id = tests.user_id('ada');
set constraints all immediate;
select is_empty(
  $$ select from private.workout_changes where user_id = tests.user_id('ada') $$, 'EVT-DEL-01: marks go with the account'
);
select is(tests.told(tests.read(null, 50, 'ada')), null, 'EVT-DEL-02: whose feed is empty then');
select is(tests.told(tests.read(null, 50, 'eve')), 'updated 900', 'EVT-DEL-03: and nobody else''s');

select * from finish();
rollback;
