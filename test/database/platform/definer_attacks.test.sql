begin;
select plan(26);

-- Eve attacks; Ada and Bob have what she wants. docs/security/definer-ledger.md cites the ids.
select tests.create_user(name) from unnest(array['ada', 'bob', 'eve']) as name;
select tests.block('ada', 'bob'), tests.follow('ada', 'bob'), tests.follow('bob', 'ada');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('ada'), 'health_data', true, '1', 'en');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
select private.index_exercises(array[tests.id(1)]);
update public.profile_settings set day_start_hour = 12 where user_id = tests.user_id('ada');

create function tests.train(p_name text, p_number integer)
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  insert into public.workouts (id, name, started_at, ended_at, time_zone, visibility)
  values (tests.id(p_number), 'Push', '2026-03-02T06:00:00Z', '2026-03-02T07:00:00Z', 'UTC', 'public');
  insert into public.workout_exercises (id, workout_id, exercise_id, position)
  values (tests.id(p_number + 1), tests.id(p_number), tests.exercise_id('barbell-bench-press'), 1);
  insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
  values (tests.id(p_number + 2), tests.id(p_number + 1), 1, 5, 100);
  perform tests.act_as('postgres');
end;
$$;
select tests.set_visibility('ada', 'public');
select tests.train('ada', 100), tests.train('eve', 200);
create temporary table untouched as
  select to_jsonb(w) as row from public.workouts as w where user_id = tests.user_id('ada')
  union all select to_jsonb(e) from public.workout_exercises as e where user_id = tests.user_id('ada')
  union all select to_jsonb(s) from public.workout_sets as s where user_id = tests.user_id('ada')
  union all select to_jsonb(d) from analytics.exercise_days as d where user_id = tests.user_id('ada')
  union all select to_jsonb(r) from analytics.record_history as r where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from analytics.training_days as t where user_id = tests.user_id('ada')
  union all select to_jsonb(u) from analytics.user_totals as u where user_id = tests.user_id('ada');

-- blocked_user_ids, followed_user_ids, has_consent, match_exercises, exercise_items
select results_eq(
  $$
    select who, tests.answer(who, 'select count(*) from private.blocked_user_ids()')
    from unnest(array['ada', 'bob', 'eve', 'service_role']) as who
  $$,
  $$ values ('ada', '1'), ('bob', '1'), ('eve', '0'), ('service_role', '0') $$,
  'DEF-07: nobody learns of a block between others'
);
delete from public.blocks where true;
select results_eq(
  $$
    select who, tests.answer(who, 'select count(*) from private.followed_user_ids()')
    from unnest(array['ada', 'bob', 'eve', 'service_role']) as who
  $$,
  $$ values ('ada', '1'), ('bob', '1'), ('eve', '0'), ('service_role', '0') $$,
  'DEF-08: nor of a follow'
);
select results_eq(
  $$
    select who, tests.answer(who, 'select private.has_consent(''health_data'')')
    from unnest(array['ada', 'eve', 'service_role']) as who
  $$,
  $$ values ('ada', 'true'), ('eve', 'false'), ('service_role', 'false') $$,
  'DEF-09: nor whether another consented'
);
select is_empty(
  $$
    select who, query, answers
    from unnest(array['eve', 'service_role', 'ada']) as who
    cross join unnest(array['zyzzyvax', 'zyzzyvax curl', 'zyzzyvx crl', 'zy', 'curl']) as query
    cross join tests.answer(who, format(
      'select count(*) from private.match_exercises(%L, current_date, null, 1000) where exercise_id = tests.id(1)',
      jsonb_build_object('query', query, 'scope', 'all', 'locale', 'en')
    )) as answers
    where answers <> case who when 'ada' then '1' else '0' end
  $$,
  'DEF-10: search answers ids of own exercises to their owner alone, by name, typo or prefix'
);
select results_eq(
  $$
    select who, tests.answer(who, 'select jsonb_array_length(private.exercise_items(array[tests.id(1)], ''en''))')
    from unnest(array['ada', 'eve', 'service_role']) as who
  $$,
  $$ values ('ada', '1'), ('eve', '0'), ('service_role', '0') $$,
  'DEF-26: nor does it show one to anybody else'
);
insert into public.exercise_preferences (user_id, exercise_id, is_favorite)
values (tests.user_id('ada'), tests.exercise_id('barbell-bench-press'), true);
select results_eq(
  $$
    select who, item -> 'is_favorite', item ->> 'last_used_on'
    from unnest(array['ada', 'bob', 'eve', 'service_role']) as who
    cross join lateral (
      select tests.answer(who, 'select private.exercise_items(array[tests.exercise_id(''barbell-bench-press'')], ''en'')')
        ::jsonb -> 0
    ) as answers (item)
  $$,
  $$
    values
      ('ada', jsonb 'true', '2026-03-01'), ('bob', 'false', null), ('eve', 'false', '2026-03-02'),
      ('service_role', 'false', null)
  $$,
  'DEF-42: nor of one of the catalogue what another has to do with it'
);
select is(
  tests.attempt('eve', $q$ do $do$ begin
    create temporary table blocks (blocker_id uuid, blocked_id uuid);
    create temporary table follows (follower_id uuid, followee_id uuid, status text);
    insert into follows values (auth.uid(), tests.user_id('ada'), 'accepted');
    if exists (select from private.followed_user_ids()) then raise 'hijacked'; end if;
  end $do$ $q$), '0',
  'DEF-11: a temporary table does not stand in for a table that a definer function reads'
);

-- tg_create_profile: see ACC-SIGNUP-05

-- add_workout_rows
select results_eq(
  $$
    select what, tests.answer('eve', format('select private.add_workout_rows(%L, %L, %L)', workout_id, jsonb_build_array(
      jsonb_build_object('id', id, 'exercise_id', exercise_id, 'position', 9, 'user_id', tests.user_id('ada'),
        'sets', jsonb_build_array(jsonb_build_object('id', tests.id(310), 'position', 9, 'reps', 99)))
    ), known)), (select count(*) from public.workout_sets where id = tests.id(310))
    from (values
      ('another''s workout', tests.id(100), tests.id(300), tests.exercise_id('barbell-bench-press'), '{}'::uuid[]),
      ('no workout', tests.id(999), tests.id(300), tests.exercise_id('barbell-bench-press'), '{}'),
      ('another''s own exercise', tests.id(200), tests.id(300), tests.id(1), '{}'),
      ('no exercise', tests.id(200), tests.id(300), tests.id(999), '{}'),
      ('another''s row', tests.id(200), tests.id(101), tests.exercise_id('barbell-bench-press'), '{}'),
      ('another''s row, said to be there', tests.id(200), tests.id(101), tests.id(1), array[tests.id(101)])
    ) as targets (what, workout_id, id, exercise_id, known)
  $$,
  $$
    values
      ('another''s workout', 'id_unusable', 0::bigint), ('no workout', 'id_unusable', 0),
      ('another''s own exercise', 'id_unusable', 0), ('no exercise', 'id_unusable', 0), ('another''s row', '23505', 0),
      ('another''s row, said to be there', '', 0)
  $$,
  'DEF-25: rows are added to one''s own workout, below one''s own exercises, and nowhere else'
);

-- tg_inherit_workout and tg_inherit_workout_exercise
select results_eq(
  $$
    select what, tests.attempt('eve', format(
      'insert into public.workout_exercises (id, workout_id, exercise_id, position) values (tests.id(300), %L, %L, 2)',
      workout_id, exercise_id
    ))
    from (values
      ('another''s workout', tests.id(100), tests.exercise_id('barbell-bench-press')),
      ('no workout', tests.id(999), tests.exercise_id('barbell-bench-press')),
      ('another''s exercise', tests.id(200), tests.id(1)),
      ('no exercise', tests.id(200), tests.id(999))
    ) as targets (what, workout_id, exercise_id)
  $$,
  $$
    values
      ('another''s workout', 'PT409'), ('no workout', 'PT409'), ('another''s exercise', 'PT409'),
      ('no exercise', 'PT409')
  $$,
  'DEF-12: what belongs to another answers as if it did not exist'
);
select results_eq(
  $$
    select what, tests.attempt('eve', format(
      'insert into public.workout_sets (id, workout_exercise_id, position, reps) values (tests.id(301), %L, 2, 5)',
      workout_exercise_id
    ))
    from (values ('another''s', tests.id(101)), ('none', tests.id(999))) as targets (what, workout_exercise_id)
  $$,
  $$ values ('another''s', 'PT409'), ('none', 'PT409') $$,
  'DEF-13: nor is a set put into the workout of another'
);
select is(
  tests.attempt('eve', 'update public.workout_exercises set exercise_id = tests.id(1) where id = tests.id(201)'),
  'PT409',
  'DEF-14: nor an own row pointed at another''s exercise'
);
select is(
  tests.attempt('eve', 'update public.workout_exercises set workout_id = tests.id(100) where id = tests.id(201)'),
  'PT409',
  'DEF-15: or moved into another''s workout'
);
select is(
  tests.attempt('eve', 'update public.workout_sets set workout_exercise_id = tests.id(101) where id = tests.id(202)'),
  'PT409',
  'DEF-16: or a set among another''s sets'
);

-- tg_local_date and tg_workout_visibility
select is(
  tests.attempt('eve', $$
    insert into public.workouts (id, user_id, name, started_at, time_zone)
    values (tests.id(302), tests.user_id('ada'), 'Pull', now(), 'UTC')
  $$), '42501', 'DEF-17: the day start and visibility of another are not borrowed by naming them as owner'
);
select results_eq(
  $$
    select user_id, day_start_hour, local_date, effective_visibility
    from public.workouts
    where id in (tests.id(100), tests.id(200))
    order by id
  $$,
  $$
    values
      (tests.user_id('ada'), 12::smallint, date '2026-03-01', 'public'),
      (tests.user_id('eve'), 0::smallint, date '2026-03-02', 'private')
  $$,
  'DEF-18: each workout has the day start and the widest visibility of its own owner'
);
select results_eq(
  $$
    select field, tests.attempt('eve', format('update public.workouts set %s where id = tests.id(200)', field))
    from unnest(array['effective_visibility = ''public''', 'day_start_hour = 5',
      'local_date = ''2020-01-01''']) as field
  $$,
  $$
    values
      ('effective_visibility = ''public''', '42501'), ('day_start_hour = 5', '42501'),
      ('local_date = ''2020-01-01''', '42501')
  $$,
  'DEF-19: and nobody writes what these derive'
);

-- tg_narrow_workouts
select is(
  tests.attempt('eve', $$ update public.profiles set visibility = 'followers' where true $$), '1',
  'DEF-20: opening one''s profile'
);
select is(
  tests.attempt('eve', $$
    update public.profiles set user_id = tests.user_id('ada'), visibility = 'private' where true
  $$), '42501',
  'DEF-21: or claiming another''s'
);

-- tg_roll_up_sets, tg_roll_up_workouts, tg_roll_up_positions, roll_up_exercise_days and roll_up_records
select is(
  tests.attempt('eve', 'update public.workout_sets set reps = 10, weight_kg = 1 where true'), '1',
  'DEF-22: or changing every set in sight'
);
select is_empty(
  $$
    select statement, tests.attempt('eve', statement)
    from pg_class
    cross join lateral unnest(array[
      format('insert into %s default values', oid::regclass), format('truncate %s', oid::regclass),
      format('update %s set user_id = auth.uid() where true', oid::regclass),
      format('delete from %s where true', oid::regclass)
    ]) as statement
    where relnamespace = 'analytics'::regnamespace and relkind = 'r'
      and tests.attempt('eve', statement) <> '42501'
  $$,
  'DEF-23: or writing rollups past their trigger'
);
select set_eq(
  $$
    select to_jsonb(w) as row from public.workouts as w where user_id = tests.user_id('ada')
    union all select to_jsonb(e) from public.workout_exercises as e where user_id = tests.user_id('ada')
    union all select to_jsonb(s) from public.workout_sets as s where user_id = tests.user_id('ada')
    union all select to_jsonb(d) from analytics.exercise_days as d where user_id = tests.user_id('ada')
    union all select to_jsonb(r) from analytics.record_history as r where user_id = tests.user_id('ada')
    union all select to_jsonb(t) from analytics.training_days as t where user_id = tests.user_id('ada')
    union all select to_jsonb(u) from analytics.user_totals as u where user_id = tests.user_id('ada')
  $$,
  'select row from untouched',
  'DEF-24: leaves every row of another, derived ones included, as it was'
);

-- lock_user_data, raise_own_version, own_version; as if what came before had been transactions of its own
update private.user_versions set raised_in = '3' where true;
create temporary table versions as select user_id, version from private.user_versions;
select is(
  tests.attempt('eve', $$
    select private.lock_user_data(tests.user_id('ada')), private.raise_own_version()
  $$), '1',
  'DEF-37: whoever locks what is another''s'
);
select is_empty(
  $$
    select user_id, version from private.user_versions where user_id <> tests.user_id('eve')
    except
    select user_id, version from versions
  $$,
  'DEF-38: raises no version but their own'
);
select is(
  tests.answer('eve', 'select private.own_version()')::bigint,
  (select version from private.user_versions where user_id = tests.user_id('eve')),
  'DEF-39: and reads no other'
);

-- send_again; as if the rows were from transactions before
alter table public.workouts disable trigger workouts_40_mark_change;
update public.workouts set changed_in = 1099511627776 where true;
alter table public.workouts enable trigger workouts_40_mark_change;
select results_eq(
  $$
    select relation, tests.answer('eve', format(
      'select private.send_again(%L, array[tests.id(100), tests.id(200), tests.user_id(''ada'')])::text', relation
    ))
    from unnest(array['workouts', 'profiles', 'auth.users']) as relation
  $$,
  $$ values ('workouts', ''), ('profiles', ''), ('auth.users', '') $$,
  'DEF-40: whoever has rows sent again, of another or of tables that sync does not carry'
);
select results_eq(
  $$
    select id, changed_in = private.change_mark()
    from public.workouts
    where id in (tests.id(100), tests.id(200))
    order by id
  $$,
  $$ values (tests.id(100), false), (tests.id(200), true) $$,
  'DEF-41: marks no row but their own'
);

select * from finish();
rollback;
