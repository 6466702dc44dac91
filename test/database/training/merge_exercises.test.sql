begin;
select plan(24);

-- Ada and Bob train, Eve attacks, Mia moderates.
select tests.create_user(name) from unnest(array['ada', 'bob', 'eve', 'mia']) as name;
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');
insert into public.exercises (id, user_id, name, kind, category, level)
select tests.id(number), tests.user_id(owner), name, kind, 'strength', 'beginner'
from (values
  (1, 'ada', 'Zyzzyvax Curl', 'weight_reps'), (2, 'ada', 'Xylem Curl', 'weight_reps'),
  (3, 'ada', 'Quokka Hang', 'duration'), (4, 'ada', 'Helped Chin', 'assisted_bodyweight'),
  (5, 'ada', 'Chin', 'bodyweight_reps'), (6, 'ada', 'Old', 'weight_reps'), (7, 'eve', 'Eve''s', 'weight_reps')
) as own (number, owner, name, kind);
update public.exercises set archived_at = now() where id = tests.id(6);
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Zyzzy');
insert into public.exercises (id, slug, name, kind, category, level, source, license)
select private.global_exercise_id(slug), slug, initcap(slug), 'weight_reps', 'strength', 'beginner', 'x', 'CC0-1.0'
from unnest(array['zorb-one', 'zorb-two', 'zorb-three']) as slug;
select private.index_exercises(array(select id from public.exercises where slug like 'zorb-%'));

-- Somebody trains two exercises in one workout, and has them in a routine, a gym, a goal, an enrollment and their
-- preferences.
create function tests.use(p_name text, p_number integer, p_one uuid, p_other uuid)
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  insert into public.workouts (id, name, started_at, ended_at, time_zone)
  values (tests.id(p_number), 'Pull', '2026-03-02T18:00Z', '2026-03-02T19:00Z', 'UTC');
  insert into public.workout_exercises (id, workout_id, exercise_id, position)
  values (tests.id(p_number + 1), tests.id(p_number), p_one, 1), (tests.id(p_number + 2), tests.id(p_number), p_other, 2);
  insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
  values (tests.id(p_number + 3), tests.id(p_number + 1), 1, 5, 100),
    (tests.id(p_number + 4), tests.id(p_number + 2), 1, 8, 60);
  insert into public.routines (id, name) values (tests.id(p_number + 5), 'Pull');
  insert into public.routine_exercises (id, routine_id, exercise_id, position)
  values (tests.id(p_number + 6), tests.id(p_number + 5), p_one, 1);
  insert into public.routine_sets (id, routine_exercise_id, position, min_reps)
  values (tests.id(p_number + 7), tests.id(p_number + 6), 1, 5);
  insert into public.plans (id, name) values (tests.id(p_number + 8), 'Plan');
  insert into public.gyms (id, name) values (tests.id(p_number + 9), 'Home');
  insert into public.gym_equipment (id, gym_id, type, exercise_id, weight_kg, step_kg, max_weight_kg)
  values (tests.id(p_number + 10), tests.id(p_number + 9), 'stack', p_one, 5, 5, 100);
  insert into public.exercise_preferences (exercise_id, is_favorite, default_rest_seconds, pinned_note)
  values (p_one, true, 90, 'Seat 4'), (p_other, false, 120, 'Slowly');
  insert into public.goals (id, kind, exercise_id, metric, target, starts_on)
  values (tests.id(p_number + 12), 'exercise', p_one, 'e1rm', 140, '2026-03-01');
  perform tests.act_as('postgres');
  insert into public.enrollments (id, user_id, plan_id, mode, starts_on, start_weights)
  values (
    tests.id(p_number + 11), tests.user_id(p_name), tests.id(p_number + 8), 'sequence', '2026-03-01',
    jsonb_build_object(p_one, 40)
  );
end;
$$;
-- All that somebody has of exercises, by what they have it for.
create function tests.uses(p_name text)
returns table (what text, exercise_id uuid, detail text)
language sql
as $$
  select 'workout', w.exercise_id, w.position::text from public.workout_exercises as w
  where w.user_id = tests.user_id(p_name)
  union all
  select 'set', s.exercise_id, concat(s.reps, ' x ', trim_scale(s.weight_kg)) from public.workout_sets as s
  where s.user_id = tests.user_id(p_name)
  union all
  select 'day', d.exercise_id, concat(d.sets, ' ', trim_scale(d.volume_kg)) from analytics.exercise_days as d
  where d.user_id = tests.user_id(p_name)
  union all
  select 'routine', r.exercise_id, r.position::text from public.routine_exercises as r
  where r.user_id = tests.user_id(p_name)
  union all
  select 'gym', g.exercise_id, g.type from public.gym_equipment as g where g.user_id = tests.user_id(p_name)
  union all
  select 'goal', g.exercise_id, g.metric from public.goals as g where g.user_id = tests.user_id(p_name)
  union all
  select 'start', weight.key::uuid, weight.value from public.enrollments as e, jsonb_each_text(e.start_weights) as weight
  where e.user_id = tests.user_id(p_name)
  union all
  select 'preference', p.exercise_id, concat_ws(' ', p.is_favorite, p.default_rest_seconds, replace(p.pinned_note, E'\n', '|'))
  from public.exercise_preferences as p where p.user_id = tests.user_id(p_name)
$$;
-- What they have when all of it is of one exercise.
create function tests.merged_uses(p_exercise_id uuid)
returns table (what text, exercise_id uuid, detail text)
language sql
as $$
  values
    ('workout', p_exercise_id, '1'), ('workout', p_exercise_id, '2'), ('set', p_exercise_id, '5 x 100'),
    ('set', p_exercise_id, '8 x 60'), ('day', p_exercise_id, '2 980'), ('routine', p_exercise_id, '1'),
    ('gym', p_exercise_id, 'stack'), ('goal', p_exercise_id, 'e1rm'), ('start', p_exercise_id, '40'),
    ('preference', p_exercise_id, 't 120 Slowly|Seat 4')
$$;
create function tests.merge(p_who text, p_from uuid, p_into uuid)
returns text
language sql
as $$ select tests.answer(p_who, format('select public.merge_exercises(%L, %L)', p_from, p_into)) $$;
-- Works at all jobs until they end, and says how.
create function tests.work()
returns text
language plpgsql
as $$
declare
  v_job jsonb;
  v_status text;
begin
  loop
    v_job := tests.answer('service_role', 'select public.claim_job()')::jsonb;
    exit when v_job is null;
    loop
      v_status := tests.answer('service_role', format(
        'select public.step_job(%L, %L) ->> ''status''', v_job ->> 'id', v_job ->> 'lease'
      ));
      exit when v_status <> 'running';
    end loop;
    exit when v_status <> 'succeeded';
  end loop;
  return v_status;
end;
$$;

-- Who may
select results_eq(
  $$
    select what, tests.merge(who, from_id, into_id)
    from (values
      ('another''s into own', 'eve', tests.id(1), tests.id(7)), ('own into another''s', 'eve', tests.id(7), tests.id(1)),
      ('none', 'eve', tests.id(99), tests.id(7)), ('into none', 'eve', tests.id(7), tests.id(99)),
      ('a user, global ones', 'eve', tests.exercise_id('zorb-one'), tests.exercise_id('zorb-two')),
      ('a user, a global one into own', 'eve', tests.exercise_id('zorb-one'), tests.id(7)),
      ('a moderator, a global one into a user''s', 'mia', tests.exercise_id('zorb-one'), tests.id(7)),
      ('a moderator, a user''s', 'mia', tests.id(7), tests.exercise_id('zorb-one')),
      ('without an account', 'anon', tests.exercise_id('zorb-one'), tests.exercise_id('zorb-two'))
    ) as attempts (what, who, from_id, into_id)
  $$,
  $$
    values
      ('another''s into own', 'id_unusable'), ('own into another''s', 'id_unusable'), ('none', 'id_unusable'),
      ('into none', 'id_unusable'), ('a user, global ones', 'not_allowed'),
      ('a user, a global one into own', 'not_allowed'), ('a moderator, a global one into a user''s', 'id_unusable'),
      ('a moderator, a user''s', 'id_unusable'), ('without an account', '42501')
  $$,
  'MRG-ATT-01: users merge what is theirs, moderators what is global, and ids of others answer as none'
);
select is_empty(
  $$
    select call, tests.attempt('eve', 'select ' || call)
    from unnest(array[
      'private.replace_exercise(tests.id(7), tests.id(1))', 'private.usable_exercise(tests.id(1), tests.user_id(''ada''))',
      'private.move_exercise_uses(tests.user_id(''ada''), tests.id(1), tests.id(2), 1)',
      'private.next_user_of_exercise(tests.id(1))', 'private.step_merge_exercises(null)'
    ]) as call
    where tests.attempt('eve', 'select ' || call) <> '42501'
  $$,
  'MRG-ATT-02: and nobody calls what does it'
);
select is(
  tests.attempt('ada', 'update public.exercises set replaced_by = tests.id(2) where id = tests.id(1)'), '42501',
  'MRG-ATT-03: or writes it'
);
select results_eq(
  $$
    select what, tests.merge('ada', from_id, into_id)
    from (values
      ('into itself', tests.id(1), tests.id(1)), ('into an archived one', tests.id(1), tests.id(6)),
      ('times into weights', tests.id(3), tests.id(1)), ('weights into times', tests.id(1), tests.id(3)),
      ('help into weight', tests.id(4), tests.id(1)), ('weight into help', tests.id(1), tests.id(4))
    ) as attempts (what, from_id, into_id)
  $$,
  $$
    values
      ('into itself', 'merge_impossible'), ('into an archived one', 'merge_impossible'),
      ('times into weights', 'merge_impossible'), ('weights into times', 'merge_impossible'),
      ('help into weight', 'merge_impossible'), ('weight into help', 'merge_impossible')
  $$,
  'MRG-KIND-01: an exercise is not merged into itself, an archived one, or one whose kind its sets do not fit'
);
select set_eq(
  $$
    select one || ' into ' || other
    from unnest(array['weight_reps', 'reps_only', 'bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight',
      'duration', 'weight_duration', 'distance_duration', 'weight_distance']) as one
    cross join unnest(array['weight_reps', 'reps_only', 'bodyweight_reps', 'weighted_bodyweight', 'assisted_bodyweight',
      'duration', 'weight_duration', 'distance_duration', 'weight_distance']) as other
    where one <> other and private.kind_fits(one, other)
  $$,
  array[
    'weight_reps into weighted_bodyweight', 'weighted_bodyweight into weight_reps', 'reps_only into weight_reps',
    'reps_only into weighted_bodyweight', 'reps_only into bodyweight_reps', 'reps_only into assisted_bodyweight',
    'bodyweight_reps into weight_reps', 'bodyweight_reps into weighted_bodyweight', 'bodyweight_reps into reps_only',
    'bodyweight_reps into assisted_bodyweight', 'duration into weight_duration', 'duration into distance_duration'
  ],
  'MRG-KIND-02: these kinds fit, and no others'
);

-- Own into own
select tests.use('ada', 100, tests.id(1), tests.id(2));
select is(
  tests.merge('ada', tests.id(1), tests.id(2))::jsonb, jsonb_build_object('exercise_id', tests.id(2), 'job_id', null),
  'MRG-OWN-01: an own exercise is merged into another at once'
);
select bag_eq(
  $$ select * from tests.uses('ada') $$, $$ select * from tests.merged_uses(tests.id(2)) $$,
  'MRG-OWN-02: with sets, rollups, routine, gym, start weight and preferences; nothing is lost'
);
select results_eq(
  $$ select replaced_by, archived_at is not null from public.exercises where id = tests.id(1) $$,
  $$ values (tests.id(2), true) $$, 'MRG-OWN-03: it is archived, and says what it is now'
);
select set_eq(
  $$ select alias from public.exercise_aliases where exercise_id = tests.id(2) $$, array['Zyzzyvax Curl', 'Zyzzy'],
  'MRG-OWN-04: and the other is found by its names'
);
select is(
  tests.merge('ada', tests.id(1), tests.id(2))::jsonb, jsonb_build_object('exercise_id', tests.id(2), 'job_id', null),
  'MRG-OWN-05: the same again answers the same'
);
select results_eq(
  $$
    select what, tests.merge('ada', from_id, into_id)
    from (values
      ('a circle', tests.id(2), tests.id(1)), ('a second time', tests.id(1), tests.exercise_id('zorb-one'))
    ) as attempts (what, from_id, into_id)
  $$,
  $$ values ('a circle', 'merge_impossible'), ('a second time', 'merge_impossible') $$,
  'MRG-OWN-06: no circle, and no other way afterwards'
);
select is(
  tests.answer('ada', 'select public.restore_exercise(tests.id(1))'), 'id_unusable',
  'MRG-OWN-07: what was merged is not restored'
);

-- A device that was offline writes the old id
select is(
  tests.answer('ada', format('select public.log_workout(%L) #>> ''{workout,sets}''', jsonb_build_object(
    'id', tests.id(150), 'name', 'Pull', 'started_at', '2026-03-03T18:00:00Z', 'time_zone', 'UTC',
    'exercises', jsonb_build_array(jsonb_build_object(
      'id', tests.id(151), 'exercise_id', tests.id(1), 'position', 1,
      'sets', jsonb_build_array(jsonb_build_object('id', tests.id(152), 'position', 1, 'reps', 3, 'weight_kg', 110))
    ))
  ))), '1',
  'MRG-LATE-01: a workout with the old id is stored'
);
select tests.attempt('ada', statement)
from unnest(array[
  'insert into public.routine_exercises (id, routine_id, exercise_id, position)
    values (tests.id(153), tests.id(105), tests.id(1), 2)',
  'insert into public.exercise_preferences (exercise_id, pinned_note) values (tests.id(1), ''New'')
    on conflict (user_id, exercise_id) do update set pinned_note = excluded.pinned_note'
]) as statement;
select results_eq(
  $$
    select what, exercise_id, count(*) from tests.uses('ada')
    where what in ('set', 'day', 'routine', 'preference') group by 1, 2 order by 1
  $$,
  $$
    values ('day', tests.id(2), 2::bigint), ('preference', tests.id(2), 1), ('routine', tests.id(2), 2),
      ('set', tests.id(2), 3)
  $$,
  'MRG-LATE-02: under the new one, as are routines and preferences'
);

-- Own into global, through a chain
select is(
  tests.merge('ada', tests.id(2), tests.exercise_id('zorb-one'))::jsonb ->> 'exercise_id',
  tests.exercise_id('zorb-one')::text, 'MRG-GLOB-01: an own exercise is merged into a global one'
);
select set_eq(
  $$ select replaced_by from public.exercises where id in (tests.id(1), tests.id(2)) $$,
  $$ values (tests.exercise_id('zorb-one')) $$, 'MRG-GLOB-02: a chain always leads to its end'
);
select is_empty(
  $$ select alias from public.exercise_aliases where exercise_id = tests.exercise_id('zorb-one') $$,
  'MRG-GLOB-03: a private name does not get into the catalogue'
);

-- Global into global
select tests.use('bob', 200, tests.exercise_id('zorb-one'), tests.exercise_id('zorb-two'));
create temporary table before_global as select * from tests.uses('ada');
create temporary table merges as
  select tests.merge('mia', tests.exercise_id('zorb-one'), tests.exercise_id('zorb-two'))::jsonb as answer;
select results_eq(
  $$
    select answer ->> 'exercise_id', status, type, user_id
    from merges join public.jobs on jobs.id = (answer ->> 'job_id')::uuid
  $$,
  $$ values (tests.exercise_id('zorb-two')::text, 'queued', 'merge_exercises', null::uuid) $$,
  'MRG-JOB-01: two global exercises are merged by a job'
);
select is(
  tests.merge('mia', tests.exercise_id('zorb-one'), tests.exercise_id('zorb-two'))::jsonb, answer,
  'MRG-JOB-02: of which there is one, however often it is asked for'
) from merges;
select results_eq(
  $$
    select tests.answer('bob', 'insert into public.workout_exercises (id, workout_id, exercise_id, position)
      values (tests.id(250), tests.id(200), tests.exercise_id(''zorb-one''), 3) returning exercise_id')
  $$,
  $$ values (tests.exercise_id('zorb-two')::text) $$,
  'MRG-JOB-03: what is written from now on is written to the one that stays'
);
delete from public.workout_exercises where id = tests.id(250);
select is(
  tests.merge('mia', tests.exercise_id('zorb-two'), tests.exercise_id('zorb-three'))::jsonb ->> 'exercise_id',
  tests.exercise_id('zorb-three')::text, 'MRG-JOB-04: which may itself be merged before that job is done'
);
select is(tests.work(), 'succeeded', 'MRG-JOB-05: the jobs come to their end');
select bag_eq(
  $$ select * from tests.uses('bob') $$,
  $$
    select * from tests.merged_uses(tests.exercise_id('zorb-three')) where what <> 'preference'
    union all
    -- The first of the two was moved first, and what is set already goes before.
    values ('preference', tests.exercise_id('zorb-three'), 't 90 Seat 4|Slowly')
  $$,
  'MRG-JOB-06: nothing of anybody is lost'
);
select results_eq(
  $$ select id, replaced_by from public.exercises where replaced_by is not null order by id $$,
  $$
    select id, tests.exercise_id('zorb-three')
    from public.exercises where id in (tests.id(1), tests.id(2)) or slug in ('zorb-one', 'zorb-two') order by id
  $$,
  'MRG-JOB-07: and whatever was merged before leads to the last one, users'' own included'
);

select * from finish();
rollback;
