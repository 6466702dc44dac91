begin;
select plan(8);

select tests.create_user(name) from unnest(array['ada', 'eve']) as name;
insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone)
select
  tests.id(day), tests.user_id('ada'), 'Session', (date '2026-02-28' + day) + time '12:00',
  (date '2026-02-28' + day) + time '13:00', 'UTC'
from generate_series(2, 8) as day;
insert into public.workout_exercises (id, workout_id, user_id, exercise_id, position)
select workouts.id, workouts.id, workouts.user_id, tests.exercise_id('barbell-back-squat'), 1
from public.workouts
where workouts.user_id = tests.user_id('ada');
-- About three tonnes a day, and each day a little more.
insert into public.workout_sets (id, workout_exercise_id, user_id, position, reps, weight_kg)
select tests.id(day), tests.id(day), tests.user_id('ada'), 1, 10, 300 + day from generate_series(2, 8) as day;
insert into public.plans (id, user_id, name) values (tests.id(100), tests.user_id('ada'), 'Plan');
insert into public.enrollments (id, user_id, plan_id, mode, starts_on, status, ended_at)
values (
  tests.id(101), tests.user_id('ada'), tests.id(100), 'calendar', '2026-03-01', 'completed', '2026-03-06T18:00:00Z'
);

create function tests.earned(p_name text, p_on date)
returns table (slug text, earned_on date)
language sql
as $$
  select item ->> 'slug', (item ->> 'earned_on')::date
  from jsonb_array_elements(
    tests.answer(p_name, format('select public.achievement_progress(%L)', p_on))::jsonb -> 'items'
  ) as item
  where item ->> 'earned_on' is not null;
$$;

select set_eq(
  $$ select * from tests.earned('ada', '2026-03-08') $$,
  $$
    values
      ('first-workout', '2026-03-02'::date), ('first-record', '2026-03-03'), ('volume-10-tonnes', '2026-03-05'),
      ('first-plan-completed', '2026-03-06'), ('daily-streak-7', '2026-03-08')
  $$,
  'ACH-01: each is earned on the day that reached it'
);
select set_eq(
  $$ select * from tests.earned('ada', '2026-03-05') $$,
  $$
    values
      ('first-workout', '2026-03-02'::date), ('first-record', '2026-03-03'), ('volume-10-tonnes', '2026-03-05')
  $$,
  'ACH-02: as it was seen on a day before'
);
select is(
  tests.answer('ada', 'select public.achievement_progress(''2026-03-08'') #> ''{items,1}''')::jsonb,
  jsonb_build_object(
    'slug', 'workouts-10', 'name', '10 Workouts', 'description', 'Finish 10 workouts.', 'metric', 'workouts',
    'threshold', 10, 'tier', 'bronze', 'value', 7, 'share', 0.7, 'earned_on', null
  ),
  'ACH-03: what is not earned says how far it is'
);
delete from public.workouts where id = tests.id(2);
select set_eq(
  $$ select * from tests.earned('ada', '2026-03-08') $$,
  $$
    values
      ('first-workout', '2026-03-03'::date), ('first-record', '2026-03-04'), ('volume-10-tonnes', '2026-03-06'),
      ('first-plan-completed', '2026-03-06')
  $$,
  'ACH-04: when a workout is deleted, what followed from it is earned later, or not at all'
);
update public.profile_settings set locale = 'es-MX' where user_id = tests.user_id('ada');
select is(
  tests.answer('ada', 'select public.achievement_progress() #>> ''{items,0,name}'''), 'Primer entrenamiento',
  'ACH-05: they are named in the language of their reader'
);
select is_empty(
  $$ select * from tests.earned('eve', '2026-03-08') $$, 'ACH-06: and are nobody else''s'
);

-- The catalogue
select results_eq(
  $$
    select who, tests.attempt(who, 'select from public.achievements where slug = ''first-workout'''),
      tests.attempt(who, 'update public.achievements set threshold = 1 where true'),
      tests.attempt(who, 'delete from public.achievements where true'),
      tests.attempt(who, 'insert into public.achievements (slug, metric, threshold, tier, name, description, position)
        values (''mine'', ''workouts'', 1, ''gold'', ''Mine'', ''Mine'', 1)'),
      tests.answer(who, 'select public.achievement_progress() is not null')
    from unnest(array['ada', 'anon']) as who
  $$,
  $$ values ('ada', '1', '42501', '42501', '42501', 'true'), ('anon', '42501', '42501', '42501', '42501', '42501') $$,
  'ACH-RLS-01: everybody who is signed in reads what can be achieved, and nobody writes it'
);
select results_eq(
  $$
    select count(*), count(*) filter (where translations ?& array['es', 'de']),
      count(*) filter (where translations #>> '{es,description}' is null or translations #>> '{de,name}' is null)
    from public.achievements
  $$,
  $$ values (42::bigint, 42::bigint, 0::bigint) $$,
  'ACH-07: all of them are named in three languages'
);

select * from finish();
rollback;
