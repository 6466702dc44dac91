begin;
select plan(20);

-- Ada logs one workout with one set. Cyd follows her, Eve asked to, Dan is blocked, Bob is anybody.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cyd', 'dan', 'eve']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('cyd', 'ada'), tests.follow('eve', 'ada', 'pending'), tests.block('ada', 'dan');

select tests.sign_in('ada');
insert into public.workouts (id, name, started_at, time_zone) values (tests.id(1), 'Push', '2026-03-02T18:00Z', 'UTC');
insert into public.workout_exercises (id, workout_id, exercise_id, position)
values (tests.id(2), tests.id(1), tests.exercise_id('barbell-bench-press'), 1);
insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg) values (tests.id(3), tests.id(2), 1, 5, 100);

-- How many exercises and sets somebody reads.
create function pg_temp.reads(p_name text)
returns text
language plpgsql
as $$
declare
  v_answer text;
begin
  perform tests.sign_in(p_name);
  select format('%s %s', (select count(*) from public.workout_exercises), (select count(*) from public.workout_sets))
  into v_answer;
  perform tests.sign_in('ada');
  return v_answer;
end;
$$;

select is(pg_temp.reads('ada'), '1 1', 'SET-RLS-01: an owner reads a private workout''s exercises and sets');
select is(pg_temp.reads('bob'), '0 0', 'SET-RLS-02: a stranger reads none of them');
select is(pg_temp.reads('cyd'), '0 0', 'SET-RLS-03: nor does a follower');

update public.workouts set visibility = 'followers' where id = tests.id(1);
select is(pg_temp.reads('cyd'), '1 1', 'SET-RLS-04: a follower reads those of a followers-only workout');
select is(pg_temp.reads('eve'), '0 0', 'SET-RLS-05: whose request is pending does not');
select is(pg_temp.reads('bob'), '0 0', 'SET-RLS-06: nor does a stranger');

update public.workouts set visibility = 'public' where id = tests.id(1);
select is(pg_temp.reads('bob'), '1 1', 'SET-RLS-07: everybody signed in reads those of a public workout');
select is(pg_temp.reads('dan'), '0 0', 'SET-RLS-08: a blocked user does not');
update public.profiles set visibility = 'private' where user_id = tests.user_id('ada');
select is(pg_temp.reads('cyd'), '0 0', 'SET-RLS-09: and nobody once the profile is private');
update public.profiles set visibility = 'public' where user_id = tests.user_id('ada');

select tests.sign_in('bob');
select is_empty(
  $$ update public.workout_sets set reps = 1 where id = tests.id(3) returning id $$,
  'SET-RLS-10: who reads a set does not change it'
);
select is_empty(
  $$ delete from public.workout_sets where id = tests.id(3) returning id $$, 'SET-RLS-11: nor delete it'
);
select is_empty(
  $$ update public.workout_exercises set notes = 'mine' where id = tests.id(2) returning id $$,
  'SET-RLS-12: who reads a workout''s exercise does not change it'
);
select is_empty(
  $$ delete from public.workout_exercises where id = tests.id(2) returning id $$, 'SET-RLS-13: nor delete it'
);
select throws_ok(
  $$ insert into public.workout_sets (id, workout_exercise_id, position, reps) values (tests.id(4), tests.id(2), 2, 5) $$,
  'PT409', 'id_unusable', 'SET-RLS-14: nor add a set to it'
);
select throws_ok(
  $$ insert into public.workout_sets (id, workout_exercise_id, user_id, position)
     values (tests.id(4), tests.id(2), tests.user_id('ada'), 2) $$,
  '42501', null, 'SET-RLS-15: nor name its owner'
);
select throws_ok(
  $$ update public.workout_sets set local_date = '2020-01-01' where id = tests.id(3) $$,
  '42501', null, 'SET-RLS-16: nobody writes a derived column'
);

select tests.act_as('anon');
select throws_ok($$ select id from public.workout_exercises $$, '42501', null, 'SET-RLS-17: without an account nobody reads them');
select throws_ok($$ select id from public.workout_sets $$, '42501', null, 'SET-RLS-18: neither exercises nor sets');
select tests.act_as('service_role');
select isnt_empty($$ select id from public.workout_sets where id = tests.id(3) $$, 'SET-RLS-19: the backend reads all');
select tests.sign_in('ada');
select results_eq(
  $$ select reps, weight_kg from public.workout_sets $$, $$ values (5, 100.000::numeric(7, 3)) $$,
  'SET-RLS-20: and the set is as it was'
);

select * from finish();
rollback;
