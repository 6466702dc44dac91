begin;
select plan(6);

select tests.create_user(name) from unnest(array['ada', 'bob']) as name;
select tests.follow('ada', 'bob'), tests.follow('bob', 'ada'), tests.block('ada', 'bob'), tests.block('bob', 'ada');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
select tests.user_id(name), 'health_data', true, '2026-01', 'en' from unnest(array['ada', 'bob']) as name;
insert into public.body_facts (user_id, sex) select tests.user_id(name), 'female' from unnest(array['ada', 'bob']) as name;
insert into public.measurement_types (id, user_id, name, unit)
select tests.id(number + 40), tests.user_id(name), 'Grip', 'kg' from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.measurements (id, user_id, type_id, value, measured_at, time_zone)
select tests.id(number + 41), tests.user_id(name), tests.id(number + 40), 50, '2026-03-02Z', 'UTC'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.measurements (id, user_id, type_id, value, measured_at, time_zone)
select tests.id(number + 43), tests.user_id(name), private.global_measurement_type_id('body_weight'), 80, '2026-03-02Z', 'UTC'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into private.rollup_differences (user_id, rollup, stored)
select tests.user_id(name), 'exercise_days', '{}' from unnest(array['ada', 'bob']) as name;
select public.keep_report(tests.user_id(name), rpad(name, 43, '-'), 'AA==') from unnest(array['ada', 'bob']) as name;
insert into public.progress_photos (id, user_id, taken_on, pose, image_path)
select tests.id(number + 42), tests.user_id(name), '2026-03-02', 'front', tests.user_id(name) || '/picture'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.user_roles (user_id, role)
select tests.user_id(name), 'moderator' from unnest(array['ada', 'bob']) as name;
update public.profiles set username = name || '_former'
from unnest(array['ada', 'bob']) as name where user_id = tests.user_id(name);
update public.profiles set username = name || '_latter'
from unnest(array['ada', 'bob']) as name where user_id = tests.user_id(name);

-- An exercise of each one's own, trained in a workout of each.
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
select
  tests.id(number), tests.user_id(name), 'Zorb Press of ' || name, 'weight_reps', 'strength', 'beginner', 'user',
  'CC0-1.0'
from (values (1, 'ada'), (2, 'bob')) as own (number, name);
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(1), 'chest', 'primary', 1);
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'barbell');
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Zorbing');
insert into public.exercise_translations (exercise_id, locale, name) values (tests.id(1), 'es', 'Prensa zorb');
insert into public.exercise_media (id, exercise_id, kind, url, position, source, license)
values (tests.id(1), tests.id(1), 'image', 'https://example.test/zorb.webp', 1, 'user', 'CC0-1.0');
insert into public.exercise_preferences (user_id, exercise_id)
values (tests.user_id('ada'), tests.id(1)), (tests.user_id('bob'), tests.id(2));
insert into public.submissions (user_id, type, exercise_id, content)
select tests.user_id(name), 'exercise', tests.id(number), '{}' from (values (1, 'ada'), (2, 'bob')) as own (number, name);
insert into public.submission_reviews (submission_id, moderator_id, version, decision)
select id, tests.user_id('ada'), 1, 'approve' from public.submissions where user_id = tests.user_id('bob');
insert into public.access_tokens (id, user_id, name, token_hash, scopes, expires_at)
select tests.id(number), tests.user_id(name), 'Dashboard', sha256(name::bytea), array['workouts:read'], '2100-01-01'
from (values (1, 'ada'), (2, 'bob')) as own (number, name);
insert into public.jobs (user_id, type) select tests.user_id(name), 'trial' from unnest(array['ada', 'bob']) as name;
select private.import_namespace(tests.user_id(name)) from unnest(array['ada', 'bob']) as name;
select private.index_exercises(array[tests.id(1), tests.id(2)]);

-- A plan of each one's own exercise, followed with a pause, and a gym for it.
insert into public.gyms (id, user_id, name)
select tests.id(number + 10), tests.user_id(name), 'Home' from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.gym_equipment (id, gym_id, type, exercise_id, weight_kg, step_kg, max_weight_kg)
select tests.id(number + 11), tests.id(number + 10), 'stack', tests.id(number / 100), 5, 5, 100
from unnest(array[100, 200]) as number;
insert into public.goals (id, user_id, kind, exercise_id, metric, target, starts_on)
select tests.id(number + 25), tests.user_id(name), 'exercise', tests.id(number / 100), 'max_weight', 100, '2026-03-01'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.routine_folders (id, user_id, name)
select tests.id(number + 12), tests.user_id(name), 'Folder'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.routines (id, user_id, folder_id, name)
select tests.id(number + 13), tests.user_id(name), tests.id(number + 12), 'Push'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.routine_exercises (id, routine_id, exercise_id, position)
select tests.id(number + 14), tests.id(number + 13), tests.id(number / 100), 1 from unnest(array[100, 200]) as number;
insert into public.routine_sets (id, routine_exercise_id, position, min_reps)
select tests.id(number + 15), tests.id(number + 14), 1, 5 from unnest(array[100, 200]) as number;
insert into public.plans (id, user_id, name)
select tests.id(number + 16), tests.user_id(name), 'Strength'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
select tests.id(number + 17), tests.id(number + 16), 1, 1, tests.id(number + 13) from unnest(array[100, 200]) as number;
insert into public.published_plans (
  id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
)
select
  tests.id(number + 30), tests.user_id(name), 'Strength', 1, false, 1, 0, '{"type": "plan"}', 'user', 'CC0-1.0'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.plan_likes (user_id, published_plan_id)
values (tests.user_id('ada'), tests.id(230)), (tests.user_id('bob'), tests.id(130));
insert into public.plan_uses (user_id, published_plan_id, type)
values (tests.user_id('ada'), tests.id(230), 'copy'), (tests.user_id('bob'), tests.id(130), 'copy');
insert into public.share_links (id, user_id, plan_id, token_hash, expires_at)
select tests.id(number + 19), tests.user_id(name), tests.id(number + 16), sha256(name::bytea), '2100-01-01'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.enrollments (id, user_id, plan_id, mode, starts_on, gym_id)
select tests.id(number + 18), tests.user_id(name), tests.id(number + 16), 'sequence', '2026-02-01', tests.id(number + 10)
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.enrollment_pauses (enrollment_id, user_id, paused_on)
select tests.id(number + 18), tests.user_id(name), '2026-02-10'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);
insert into public.published_plans (
  id, user_id, name, weeks, is_repeating, days_per_week, exercises, document, source, license
)
select tests.id(number + 19), tests.user_id(name), 'Strength', 1, false, 1, 1, '{"type": "plan"}', 'user', 'CC0-1.0'
from (values (100, 'ada'), (200, 'bob')) as own (number, name);

create function tests.train(p_name text, p_number integer)
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  insert into public.workouts (id, name, started_at, time_zone, routine_id, enrollment_id)
  values (
    tests.id(p_number), 'Push', '2026-03-01T18:00:00Z', 'UTC', tests.id(p_number + 13), tests.id(p_number + 18)
  );
  insert into public.workout_exercises (id, workout_id, exercise_id, routine_exercise_id, position)
  values (tests.id(p_number + 1), tests.id(p_number), tests.id(p_number / 100), tests.id(p_number + 14), 1);
  insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
  values (tests.id(p_number + 2), tests.id(p_number + 1), 1, 5, 100);
  insert into public.workout_vitals (workout_id, energy_kcal) values (tests.id(p_number), 350);
  insert into public.workout_set_vitals (workout_set_id, max_heart_rate) values (tests.id(p_number + 2), 171);
  perform tests.act_as('postgres');
end;
$$;
select tests.train('ada', 100), tests.train('bob', 200);
update public.workouts set ended_at = '2026-03-01T19:00:00Z' where id in (tests.id(100), tests.id(200));
select
  tests.answer('ada', 'select public.confirm_record(tests.id(100), tests.id(1))'),
  tests.answer('bob', 'select public.confirm_record(tests.id(200), tests.id(2))');
insert into public.gyms (id, user_id, name)
select tests.id(number + 20), tests.user_id(name), 'Closed' from (values (100, 'ada'), (200, 'bob')) as own (number, name);
delete from public.gyms where name = 'Closed';
insert into private.tombstone_horizons (user_id, forgotten_through)
select tests.user_id(name), 1 from unnest(array['ada', 'bob']) as name;
insert into public.plan_sources (plan_id, user_id, author_id)
values (tests.id(116), tests.user_id('ada'), null), (tests.id(216), tests.user_id('bob'), tests.user_id('ada'));
insert into public.routine_sources (routine_id, user_id, author_id)
values (tests.id(113), tests.user_id('ada'), null), (tests.id(213), tests.user_id('bob'), tests.user_id('ada'));

-- Every row in every table of ours that mentions a user, found without knowing the tables.
create function tests.traces(p_name text)
returns table (relation text, traces bigint)
language plpgsql
as $$
begin
  for relation in
    select oid::regclass::text
    from pg_class
    where relnamespace::regnamespace::text in ('public', 'private', 'analytics') and relkind in ('r', 'p')
      -- The ledger of what was done with privilege outlives whom it speaks of, by their ids alone.
      and relname <> 'audit_events'
    order by 1
  loop
    execute format('select count(*) from %s as t where strpos(t::text, %L) > 0', relation, tests.user_id(p_name))
    into traces;
    if traces > 0 then
      return next;
    end if;
  end loop;
end;
$$;

select set_eq(
  $$ select relation from tests.traces('ada') $$,
  $$
    select attrelid::regclass::text
    from pg_attribute
    join pg_class on pg_class.oid = attrelid and relkind in ('r', 'p')
    where relnamespace::regnamespace::text in ('public', 'private', 'analytics')
      and attname in ('user_id', 'follower_id', 'blocker_id', 'moderator_id')
  $$,
  'ERA-01: this user has rows in every table that can have any'
);
create temporary table traces_of_bob as select * from tests.traces('bob');

delete from auth.users where id = tests.user_id('ada');
set constraints all immediate;
select is_empty(
  $$ select * from tests.traces('ada') $$,
  'ERA-02: erased, they leave nothing, own exercises and rollups included'
);
select is_empty(
  $$ select exercise_id from public.exercise_muscles where exercise_id = tests.id(1)
     union all select exercise_id from public.exercise_equipment where exercise_id = tests.id(1)
     union all select exercise_id from public.exercise_aliases where exercise_id = tests.id(1)
     union all select exercise_id from public.exercise_translations where exercise_id = tests.id(1)
     union all select exercise_id from public.exercise_media where exercise_id = tests.id(1)
     union all select exercise_id from private.exercise_documents where exercise_id = tests.id(1) $$,
  'ERA-03: nor do the parts of their exercises'
);
select is_empty(
  $$
    select details
    from public.audit_events
    where subject_id = tests.user_id('ada') and audit_events::text ~* 'former|latter|example'
  $$,
  'ERA-05: the audit ledger keeps the id, and nothing that says whose it was'
);
select results_eq(
  $$ select user_id, count(*) from private.held_usernames group by user_id order by user_id $$,
  $$ values (tests.user_id('bob'), 1::bigint), (null, 2) $$,
  'ERA-06: their usernames are held back, by digests that lead to nobody'
);
select set_eq(
  $$ select * from tests.traces('bob') $$,
  $$ select relation, traces from traces_of_bob
    where relation not in ('follows', 'blocks', 'plan_likes', 'plan_uses') $$,
  'ERA-04: and another user keeps everything but what tied the two'
);

select * from finish();
rollback;
