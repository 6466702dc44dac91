begin;
select plan(7);

-- Eve attacks; Ada has what she wants. docs/security/definer-ledger.md cites the ids.
select tests.create_user('ada'), tests.create_user('eve');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');

create function tests.plan_training(p_name text, p_number integer)
returns void
language plpgsql
as $$
begin
  perform tests.sign_in(p_name);
  insert into public.routine_folders (id, name) values (tests.id(p_number), 'Folder');
  insert into public.routines (id, folder_id, name) values (tests.id(p_number + 1), tests.id(p_number), 'Push');
  insert into public.routine_exercises (id, routine_id, exercise_id, position)
  values (tests.id(p_number + 2), tests.id(p_number + 1), tests.exercise_id('barbell-bench-press'), 1);
  insert into public.routine_sets (id, routine_exercise_id, position, min_reps, max_reps)
  values (tests.id(p_number + 3), tests.id(p_number + 2), 1, 5, 5);
  insert into public.plans (id, name) values (tests.id(p_number + 4), 'Strength');
  insert into public.plan_days (id, plan_id, week, weekday, routine_id)
  values (tests.id(p_number + 5), tests.id(p_number + 4), 1, 1, tests.id(p_number + 1));
  insert into public.gyms (id, name) values (tests.id(p_number + 6), 'Home');
  insert into public.gym_equipment (id, gym_id, type, weight_kg, quantity)
  values (tests.id(p_number + 7), tests.id(p_number + 6), 'plate', 20, 4);
  perform tests.act_as('postgres');
end;
$$;
select tests.plan_training('ada', 100), tests.plan_training('eve', 200);
create temporary view of_ada as
  select to_jsonb(t) as row from public.routine_folders as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.routines as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.routine_exercises as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.routine_sets as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.plans as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.plan_days as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.gyms as t where user_id = tests.user_id('ada')
  union all select to_jsonb(t) from public.gym_equipment as t where user_id = tests.user_id('ada');
create temporary table untouched as select row from of_ada;

select is_empty(
  $$
    select statement, tests.answer('eve', statement || ' returning id')
    from (
      select format(statement, parent_id) as statement
      from (values (tests.id(101), tests.id(104), tests.id(106)), (tests.id(999), tests.id(999), tests.id(999)))
        as targets (routine_id, plan_id, gym_id)
      cross join lateral (values
        ('insert into public.routine_exercises (id, routine_id, exercise_id, position)
          values (tests.id(300), %L, tests.exercise_id(''push-up''), 2)', routine_id),
        ('insert into public.plan_days (id, plan_id, week, weekday) values (tests.id(300), %L, 1, 2)', plan_id),
        ('insert into public.gym_equipment (id, gym_id, type, weight_kg, quantity)
          values (tests.id(300), %L, ''plate'', 10, 2)', gym_id)
      ) as statements (statement, parent_id)
    ) as attacks
    where tests.answer('eve', statement || ' returning id') <> 'id_unusable'
  $$,
  'PLAN-ATT-01: a row is put into nothing of another, which answers as if it did not exist'
);
select results_eq(
  $$
    select what, tests.answer('eve', format(
      'insert into public.routine_sets (id, routine_exercise_id, position, min_reps) values (tests.id(300), %L, 2, 5)
       returning id', id
    ))
    from (values ('another''s', tests.id(102)), ('none', tests.id(999))) as targets (what, id)
  $$,
  $$ values ('another''s', 'id_unusable'), ('none', 'id_unusable') $$,
  'PLAN-ATT-02: nor is a set put among another''s sets'
);
select results_eq(
  $$
    select what, tests.answer('eve', format(
      'update public.routine_exercises set exercise_id = %L where id = tests.id(202) returning id', id
    ))
    from (values ('another''s', tests.id(1)), ('none', tests.id(999))) as targets (what, id)
  $$,
  $$ values ('another''s', 'id_unusable'), ('none', 'id_unusable') $$,
  'PLAN-ATT-03: a routine uses no exercise of another'
);
select is_empty(
  $$
    select statement, tests.answer('eve', statement || ' returning id')
    from unnest(array[
      'update public.routines set folder_id = tests.id(100) where id = tests.id(201)',
      'update public.routines set folder_id = tests.id(999) where id = tests.id(201)',
      'update public.plan_days set routine_id = tests.id(101) where id = tests.id(205)',
      'update public.plan_days set routine_id = tests.id(999) where id = tests.id(205)',
      'insert into public.workouts (id, name, started_at, time_zone, routine_id)
         values (tests.id(301), ''Push'', now(), ''UTC'', tests.id(101))',
      'insert into public.workouts (id, name, started_at, time_zone, enrollment_id)
         values (tests.id(301), ''Push'', now(), ''UTC'', tests.id(999))'
    ]) as statement
    where tests.answer('eve', statement || ' returning id') <> 'id_unusable'
  $$,
  'PLAN-ATT-04: and nothing refers to what another owns'
);
select is_empty(
  $$
    select statement, tests.attempt('eve', statement)
    from unnest(array[
      'update public.routines set version = 9 where true', 'update public.plans set version = 9 where true',
      'update public.routines set effective_visibility = ''public'' where true',
      'update public.plan_days set user_id = tests.user_id(''ada'') where true',
      'update public.routine_sets set exercise_kind = ''duration'' where true',
      'insert into public.routines (id, user_id, name) values (tests.id(302), tests.user_id(''ada''), ''Pull'')',
      'insert into public.enrollments (id, plan_id, mode, starts_on) values (tests.id(303), tests.id(204), ''calendar'', ''2026-01-01'')',
      'update public.enrollments set status = ''completed'' where true'
    ]) as statement
    where tests.attempt('eve', statement) <> '42501'
  $$,
  'PLAN-ATT-05: nobody writes what the database derives, or in the name of another'
);
select is_empty(
  $$
    select statement, tests.attempt('eve', statement)
    from unnest(array['routine_folders', 'routines', 'plans', 'gyms']) as name
    cross join unnest(array[
      'update public.%I set name = ''mine'' where id between tests.id(100) and tests.id(199)',
      'delete from public.%I where id between tests.id(100) and tests.id(199)'
    ]) as template
    cross join lateral format(template, name) as statement
    where tests.attempt('eve', statement) <> '0'
  $$,
  'PLAN-ATT-06: what belongs to another is not there to be changed'
);
select set_eq('select row from of_ada', 'select row from untouched', 'PLAN-ATT-07: and all of it is as it was');

select * from finish();
rollback;
