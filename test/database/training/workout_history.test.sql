begin;
select plan(30);

-- Ada trains in Berlin, at midnight and on the way; Eve trains too, and looks.
select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
insert into public.exercises (id, user_id, name, kind, category, level, source, license) values
  (tests.id(901), tests.user_id('ada'), 'Ürgün''s Curl', 'weight_reps', 'strength', 'beginner', 'user', 'none'),
  (tests.id(902), tests.user_id('ada'), 'Old Curl', 'weight_reps', 'strength', 'beginner', 'user', 'none');

create function tests.train(
  p_id integer, p_at text, p_zone text, p_name text, p_sets jsonb, p_exercise uuid default null, p_notes text default null
)
returns void
language sql
set search_path = ''
as $$
  select public.log_workout(jsonb_build_object(
    'id', tests.id(p_id), 'name', p_name, 'notes', p_notes, 'started_at', p_at, 'time_zone', p_zone,
    'ended_at', p_at::timestamptz + interval '1 hour',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(p_id + 1), 'position', 1, 'notes', 'note of ' || p_id,
      'exercise_id', coalesce(p_exercise, tests.exercise_id('barbell-bench-press')),
      'sets', (
        select coalesce(
          jsonb_agg(sent || jsonb_build_object('id', tests.id(p_id + 1 + n::integer), 'position', n)), '[]'
        )
        from jsonb_array_elements(p_sets) with ordinality as sets (sent, n)
      )
    ))
  ));
$$;
-- Numbers of the workouts that workout_history() answers, in order.
create function tests.found(p_history jsonb)
returns text
language sql
as $$
  select string_agg(right(item ->> 'id', 4)::integer::text, ' ' order by n)
  from jsonb_array_elements(p_history -> 'items') with ordinality as items (item, n);
$$;
-- Numbers of the workouts on each page that a call answers, which takes the cursor at %s.
create function tests.pages(p_call text)
returns text
language plpgsql
as $$
declare
  v_pages text := '';
  v_page jsonb;
  v_cursor text;
begin
  loop
    execute format('select %s', format(p_call, coalesce(quote_literal(v_cursor), 'null'))) into v_page;
    v_pages := concat_ws(' | ', nullif(v_pages, ''), (
      select string_agg(right(coalesce(item ->> 'workout_id', item ->> 'id'), 4)::integer::text, ' ' order by n)
      from jsonb_array_elements(v_page -> 'items') with ordinality as items (item, n)
    ));
    v_cursor := v_page ->> 'next_cursor';
    exit when v_cursor is null;
  end loop;
  return v_pages;
end;
$$;
grant execute on all functions in schema tests to authenticated;

select tests.sign_in('eve');
select tests.train(2000, '2026-03-05T18:00:00+01:00', 'Europe/Berlin', 'Eve''s Push', '[{"reps": 1, "weight_kg": 300}]');
select tests.sign_in('ada');
select tests.train(100, '2026-03-02T18:00:00+01:00', 'Europe/Berlin', 'Morning Push', '[{"reps": 5, "weight_kg": 100}, {"reps": 3, "weight_kg": 110}]', null, 'Felt très strong');
select tests.train(200, '2026-03-02T23:30:00+01:00', 'Europe/Berlin', 'Late Push', '[{"reps": 8, "weight_kg": 90}]');
select tests.train(300, '2026-03-03T00:30:00+01:00', 'Europe/Berlin', 'Curls', '[{"reps": 8, "weight_kg": 30}]', tests.id(901));
-- Auckland on the 6th, then over the date line: Honolulu on the 5th, but later.
select tests.train(400, '2026-03-06T08:00:00+13:00', 'Pacific/Auckland', 'Before the flight', '[{"reps": 5, "weight_kg": 80}]');
select tests.train(500, '2026-03-05T20:00:00-10:00', 'Pacific/Honolulu', 'After the flight', '[{"reps": 5, "weight_kg": 85}, {"set_type": "warmup", "reps": 5, "weight_kg": 40}]');
select tests.train(600, '2026-03-07T18:00:00Z', 'UTC', 'Nothing done', '[{"weight_kg": 200}]');
-- Clocks in Berlin go forward on 29 March at 2:00.
select tests.train(700, '2026-03-29T01:30:00+01:00', 'Europe/Berlin', 'Night of the clocks', '[{"reps": 5, "weight_kg": 81}]');
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(800), 'Live', '2026-03-30T18:00Z', 'UTC');
insert into public.workout_exercises (id, workout_id, exercise_id, position)
values (tests.id(801), tests.id(800), tests.exercise_id('barbell-bench-press'), 1);
insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg) values (tests.id(802), tests.id(801), 1, 1, 50);

-- History
select is(
  tests.found(public.workout_history()), '800 700 600 500 400 300 200 100',
  'HIST-01: newest first by the clock, the live one included'
);
select is(
  public.workout_history(p_limit => 1, p_to => '2026-03-03') #> '{items,0}' #- '{id}' #- '{started_at}' #- '{ended_at}',
  jsonb_build_object(
    'name', 'Late Push', 'revision', 1, 'local_date', '2026-03-02', 'exercises', 1, 'sets', 1, 'volume_kg', 720.000,
    'performed', jsonb_build_array(jsonb_build_object(
      'exercise_id', tests.exercise_id('barbell-bench-press'), 'name', 'Barbell Bench Press', 'sets', 1
    ))
  ),
  'HIST-02: each as a summary, with what was done'
);
select results_eq(
  $$ select from_on, to_on, tests.found(public.workout_history(from_on, to_on)) from (values
       (date '2026-03-02', date '2026-03-03'), ('2026-03-03', '2026-03-04'), ('2026-03-05', '2026-03-06'),
       ('2026-03-06', '2026-03-07'), ('2026-03-29', '2026-03-30'), (null, '2026-03-03'), ('2026-03-29', null),
       ('2026-03-04', '2026-03-04')
     ) as ranges (from_on, to_on) $$,
  $$ values (date '2026-03-02', date '2026-03-03', '200 100'), ('2026-03-03', '2026-03-04', '300'),
       ('2026-03-05', '2026-03-06', '500'), ('2026-03-06', '2026-03-07', '400'), ('2026-03-29', '2026-03-30', '700'),
       (null, '2026-03-03', '200 100'), ('2026-03-29', null, '800 700'), ('2026-03-04', '2026-03-04', null) $$,
  'HIST-03: days are those of the place and the time: midnight, the date line, a change of clocks'
);
select is(
  tests.found(public.workout_history(p_exercise_id => tests.id(901))), '300', 'HIST-04: by an exercise'
);
select results_eq(
  $$ select query, tests.found(public.workout_history(p_query => query)) from unnest(array[
       'push', 'morning PUSH', 'tres', 'urgun', 'curl note', 'bench flight', 'ress', 'eve', '%', 'push nothing'
     ]) as query where query <> '%' $$,
  $$ values ('push', '200 100'), ('morning PUSH', '100'), ('tres', '100'), ('urgun', '300'), ('curl note', '300'),
       ('bench flight', '500 400'), ('ress', null), ('eve', null), ('push nothing', null) $$,
  'HIST-05: each word begins one of a name, of notes or of an exercise''s name, whatever its accents'
);
select is(
  tests.found(public.workout_history(p_query => 'push', p_exercise_id => tests.id(901))), null,
  'HIST-06: both at once'
);
select results_eq(
  $$ select query, tests.answer('ada', format('select public.workout_history(p_query => %L)', query))
     from unnest(array['', '  ', '%', repeat('x', 101)]) as query $$,
  $$ select query, 'invalid_field' from unnest(array['', '  ', '%', repeat('x', 101)]) as query $$,
  'HIST-07: a query without a letter or digit is refused'
);

-- Pages
select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, ended_at, time_zone) values
  (tests.id(810), 'Same', '2026-03-30T18:00Z', '2026-03-30T19:00Z', 'UTC'),
  (tests.id(820), 'Same', '2026-03-30T18:00Z', '2026-03-30T19:00Z', 'UTC');
select is(
  tests.pages('public.workout_history(p_limit => 3, p_cursor => %s)'), '800 810 820 | 700 600 500 | 400 300 200 | 100',
  'HIST-PAGE-01: pages follow each other without a gap, also where workouts began at once'
);
select is(
  tests.pages('public.workout_history(p_query => ''push'', p_limit => 1, p_cursor => %s)'), '200 | 100',
  'HIST-PAGE-02: of a search too'
);
select is(
  tests.pages('public.exercise_history(tests.exercise_id(''barbell-bench-press''), 2, %s)'), '700 400 | 500 200 | 100',
  'HIST-PAGE-03: and of an exercise'
);
select is(
  tests.answer('ada', $q$ select public.workout_history(p_to => '2026-03-04', p_cursor => public.workout_history(p_limit => 1) ->> 'next_cursor') $q$),
  'cursor_mismatch', 'HIST-PAGE-04: a cursor belongs to its filter'
);
select is(
  tests.answer('ada', $q$ select public.exercise_history(tests.id(901), 20, public.exercise_history(tests.exercise_id('barbell-bench-press'), 1) ->> 'next_cursor') $q$),
  'cursor_mismatch', 'HIST-PAGE-05: and to its exercise'
);

-- Calendar
select tests.sign_in('ada');
select is(
  public.workout_calendar('2026-03-01', '2026-03-30') -> 'days',
  '[{"workouts": 2, "local_date": "2026-03-02"}, {"workouts": 1, "local_date": "2026-03-03"},
    {"workouts": 1, "local_date": "2026-03-05"}, {"workouts": 1, "local_date": "2026-03-06"},
    {"workouts": 1, "local_date": "2026-03-07"}, {"workouts": 1, "local_date": "2026-03-29"}]',
  'CAL-01: how many workouts on which day'
);
select is(
  public.workout_calendar('2026-03-30', '2026-03-31') #> '{days,0,workouts}', '2', 'CAL-02: the live one does not count'
);

-- One exercise
select is(
  public.exercise_history(tests.exercise_id('barbell-bench-press')) #> '{items,2}' #- '{workout_id}' #- '{started_at}',
  jsonb_build_object(
    'name', 'After the flight', 'local_date', '2026-03-05', 'routine_id', null, 'notes', 'note of 500', 'sets', jsonb_build_array(
      jsonb_build_object('id', tests.id(502), 'position', 1, 'set_type', 'normal', 'reps', 5, 'weight_kg', 85.000),
      jsonb_build_object('id', tests.id(503), 'position', 2, 'set_type', 'warmup', 'reps', 5, 'weight_kg', 40.000)
    )
  ),
  'EXH-01: what was done of an exercise, warm-ups included'
);
select is(
  public.exercise_history(tests.id(999)) - 'exercise_id', '{"items": [], "next_cursor": null}',
  'EXH-02: nothing of one that was never done, or does not exist'
);

-- Last performance
create temporary table performance on commit drop as
  select public.last_performance(array[
    tests.exercise_id('barbell-bench-press'), tests.id(901), tests.exercise_id('push-up'), tests.id(999)
  ]) as answer;
select is(
  answer #>> array[tests.exercise_id('barbell-bench-press')::text, 'last', 'name'], 'Night of the clocks',
  'LAST-01: the last finished workout in which it was done'
) from performance;
select is(
  answer #> array[tests.exercise_id('barbell-bench-press')::text, 'best'],
  '{"e1rm_kg": 121.000, "e1rm_on": "2026-03-02", "max_weight_kg": 110.000, "max_weight_on": "2026-03-02"}',
  'LAST-02: and the best of all days'
) from performance;
select is(
  answer #> array[tests.id(901)::text, 'last', 'sets', '0', 'weight_kg'], '30.000', 'LAST-03: for each in one call'
) from performance;
select is(
  answer -> tests.id(999)::text, jsonb_build_object('exercise_id', tests.id(999), 'last', null, 'best', null),
  'LAST-04: one that was never done, or does not exist, has none'
) from performance;
delete from public.workouts where id = tests.id(700);
select is(
  public.last_performance(array[tests.exercise_id('barbell-bench-press')])
    #>> array[tests.exercise_id('barbell-bench-press')::text, 'last', 'name'],
  'After the flight', 'LAST-05: the last by the clock, though it was on an earlier day'
);
select is(
  public.last_performance(array[]::uuid[]), '{}', 'LAST-06: of nothing there is nothing'
);
select is(
  tests.answer('ada', 'select public.last_performance(array_fill(tests.id(1), array[101]))'), 'invalid_field',
  'LAST-07: at most 100 at once'
);

-- Merged exercises
select tests.sign_in('ada');
select tests.train(1100, '2026-04-01T18:00:00Z', 'UTC', 'Old ways', '[{"reps": 8, "weight_kg": 35}]', tests.id(902));
select tests.act_as('postgres');
update public.exercises set replaced_by = tests.id(901), archived_at = now() where id = tests.id(902);
select tests.sign_in('ada');
select is(
  tests.pages('public.exercise_history(tests.id(902), 1, %s)'), '1100 | 300',
  'MERGED-01: history of a merged exercise is one, moved or not'
);
select is(
  tests.found(public.workout_history(p_exercise_id => tests.id(901))), '1100 300', 'MERGED-02: of either'
);
select is(
  public.last_performance(array[tests.id(902)]) #>> array[tests.id(902)::text, 'last', 'name'], 'Old ways',
  'MERGED-03: the last performance too'
);
select is(
  public.last_performance(array[tests.id(902)]) #>> array[tests.id(902)::text, 'exercise_id'], tests.id(901)::text,
  'MERGED-04: which says what the exercise is now'
);

-- Others
select is(
  tests.found(public.workout_history(p_query => 'push')), '200 100', 'HIST-ATT-01: nothing of Eve''s is found'
);
select tests.act_as('postgres');
update public.workouts set visibility = 'public' where user_id = tests.user_id('ada');
select tests.set_visibility('ada', 'public');
select results_eq(
  $$ select tests.answer('eve', 'select tests.found(public.workout_history())'),
       tests.answer('eve', 'select tests.found(public.workout_history(p_query => ''curl''))'),
       tests.answer('eve', 'select public.last_performance(array[tests.id(901)]) #>> array[tests.id(901)::text, ''last'']'),
       tests.answer('eve', 'select public.workout_calendar(''2026-01-01'', ''2027-01-01'') #>> ''{days,0,workouts}''') $$,
  $$ values ('2000', null, null, '1') $$,
  'HIST-ATT-02: one''s own history is one''s own, whatever others show'
);
select results_eq(
  $$ select tests.attempt('anon', call) from unnest(array[
       'select public.workout_history()', 'select public.workout_calendar(''2026-01-01'', ''2027-01-01'')',
       'select public.exercise_history(tests.id(1))', 'select public.last_performance(array[tests.id(1)])'
     ]) as call $$,
  $$ select '42501' from generate_series(1, 4) $$,
  'HIST-ATT-03: without an account nobody has one'
);

select * from finish();
rollback;
