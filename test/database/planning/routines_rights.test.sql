begin;
select plan(15);

-- Ada owns; Fay follows her, Bob did until she blocked him, Sam is a stranger and Mia a moderator.
select tests.create_user(name) from unnest(array['ada', 'fay', 'sam', 'bob', 'mia']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('fay', 'ada'), tests.follow('bob', 'ada'), tests.block('ada', 'bob');
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');

-- Three routines of Ada's: 11 is public, 12 for followers, 13 private; each with an exercise (21…) and a set (31…).
select tests.sign_in('ada');
insert into public.routine_folders (id, name) values (tests.id(1), 'Gym');
insert into public.routines (id, folder_id, name, visibility)
values
  (tests.id(11), tests.id(1), 'Push', 'public'), (tests.id(12), tests.id(1), 'Pull', 'followers'),
  (tests.id(13), tests.id(1), 'Legs', 'private');
insert into public.routine_exercises (id, routine_id, exercise_id, position)
select tests.id(n + 10), tests.id(n), tests.exercise_id('push-up'), 1 from generate_series(11, 13) as n;
insert into public.routine_sets (id, routine_exercise_id, position, min_reps)
select tests.id(n + 20), tests.id(n + 10), 1, 5 from generate_series(11, 13) as n;
select tests.act_as('postgres');

create temporary table people (who, rank) as
  select * from unnest(array['ada', 'fay', 'sam', 'bob', 'mia', 'anon', 'service_role']) with ordinality;

-- What becomes of a statement in everybody's hands, in the order of people. Nothing of it stays.
create function tests.outcomes(p_statement text)
returns text
language plpgsql
as $$
declare
  v_person record;
  v_outcomes text[];
begin
  for v_person in select people.who from people order by people.rank loop
    begin
      v_outcomes := v_outcomes || tests.attempt(v_person.who, p_statement);
      raise exception using errcode = 'ZZ000';
    exception
      when sqlstate 'ZZ000' then null;
    end;
  end loop;
  return array_to_string(v_outcomes, ' ');
end;
$$;

select results_eq(
  $$
    select name, tests.outcomes(format('select from public.%I where user_id = tests.user_id(''ada'')', name))
    from unnest(array['routine_folders', 'routines', 'routine_exercises', 'routine_sets']) as name
  $$,
  -- owner, follower, stranger, blocked, moderator, without an account, backend
  $$
    values
      ('routine_folders', '1 0 0 0 0 42501 1'), ('routines', '3 2 1 0 1 42501 3'),
      ('routine_exercises', '3 2 1 0 1 42501 3'), ('routine_sets', '3 2 1 0 1 42501 3')
  $$,
  'RTN-RLS-01: routines are read by those whom their visibility admits, with all that is in them, and folders by none'
);
select results_eq(
  $$
    select name, tests.outcomes(format(
      'update public.%I set position = 2 where user_id = tests.user_id(''ada'')', name
    ))
    from unnest(array['routine_folders', 'routines', 'routine_exercises', 'routine_sets']) as name
  $$,
  $$
    values
      ('routine_folders', '1 0 0 0 0 42501 1'), ('routines', '3 0 0 0 0 42501 3'),
      ('routine_exercises', '3 0 0 0 0 42501 3'), ('routine_sets', '3 0 0 0 0 42501 3')
  $$,
  'RTN-RLS-02: the owner alone changes them'
);
select results_eq(
  $$
    select name, tests.outcomes(format('delete from public.%I where user_id = tests.user_id(''ada'')', name))
    from unnest(array['routine_folders', 'routines', 'routine_exercises', 'routine_sets']) as name
  $$,
  $$
    values
      ('routine_folders', '1 0 0 0 0 42501 1'), ('routines', '3 0 0 0 0 42501 3'),
      ('routine_exercises', '3 0 0 0 0 42501 3'), ('routine_sets', '3 0 0 0 0 42501 3')
  $$,
  'RTN-RLS-03: and deletes them'
);
select results_eq(
  $$
    select what, tests.outcomes(statement)
    from (values
      ('folder of one''s own', 'insert into public.routine_folders (id, name) values (tests.id(50), ''Home'')'),
      ('routine of one''s own', 'insert into public.routines (id, name) values (tests.id(50), ''Arms'')'),
      ('routine in Ada''s folder',
        'insert into public.routines (id, folder_id, name) values (tests.id(50), tests.id(1), ''Arms'')'),
      ('exercise in Ada''s routine',
        'insert into public.routine_exercises (id, routine_id, exercise_id, position)
         values (tests.id(50), tests.id(11), tests.exercise_id(''plank''), 2)'),
      ('set in Ada''s routine',
        'insert into public.routine_sets (id, routine_exercise_id, position) values (tests.id(50), tests.id(21), 2)'),
      ('folder in Ada''s name',
        'insert into public.routine_folders (id, user_id, name) values (tests.id(50), tests.user_id(''ada''), ''X'')'),
      ('routine in Ada''s name',
        'insert into public.routines (id, user_id, name) values (tests.id(50), tests.user_id(''ada''), ''X'')')
    ) as statements (what, statement)
  $$,
  -- The backend names no owner where it leaves user_id out, and owns nothing itself.
  $$
    values
      ('folder of one''s own', '1 1 1 1 1 42501 23502'),
      ('routine of one''s own', '1 1 1 1 1 42501 23502'),
      ('routine in Ada''s folder', '1 PT409 PT409 PT409 PT409 42501 PT409'),
      ('exercise in Ada''s routine', '1 PT409 PT409 PT409 PT409 42501 1'),
      ('set in Ada''s routine', '1 PT409 PT409 PT409 PT409 42501 1'),
      ('folder in Ada''s name', '42501 42501 42501 42501 42501 42501 1'),
      ('routine in Ada''s name', '42501 42501 42501 42501 42501 42501 1')
  $$,
  'RTN-RLS-04: everybody adds to their own, and nobody to another''s'
);
select results_eq(
  $$
    select n, tests.outcomes(format('select public.routine(tests.id(%s))', n)) from generate_series(11, 13) as n
  $$,
  $$
    values
      (11, '1 1 1 PT409 1 42501 42501'), (12, '1 1 PT409 PT409 PT409 42501 42501'),
      (13, '1 PT409 PT409 PT409 PT409 42501 42501')
  $$,
  'RTN-RLS-05: the RPC shows a routine to the same people'
);
select is(
  tests.outcomes($$ select public.save_routine(jsonb_build_object('id', tests.id(50), 'name', 'Arms')) $$),
  '1 1 1 1 1 42501 42501', 'RTN-RLS-06: whoever has an account saves routines of their own'
);
select is(
  tests.outcomes($$ select public.save_routine(jsonb_build_object('id', tests.id(11), 'version', 1, 'name', 'Mine')) $$),
  '1 PT409 PT409 PT409 PT409 42501 42501', 'RTN-RLS-07: and none of another''s'
);
select is(
  tests.outcomes($$
    insert into public.routines (id, name) values (tests.id(11), 'Mine')
    on conflict (id) do update set name = excluded.name
  $$),
  '1 42501 42501 42501 42501 42501 23502', 'RTN-RLS-08: nor by an upsert'
);

-- Visibility follows the profile, follows and blocks
create temporary view shown as
  select tests.outcomes('select from public.routines where user_id = tests.user_id(''ada'')') as to_whom;
select tests.set_visibility('ada', 'followers');
select is((select to_whom from shown), '3 2 0 0 0 42501 3', 'RTN-VIS-01: a profile for followers hides from the rest');
select tests.set_visibility('ada', 'private');
select is((select to_whom from shown), '3 0 0 0 0 42501 3', 'RTN-VIS-02: a private profile hides from all');
select is(
  tests.outcomes('select from public.routine_sets where user_id = tests.user_id(''ada'')'),
  '3 0 0 0 0 42501 3', 'RTN-VIS-03: down to the sets'
);
select tests.set_visibility('ada', 'public');
select is((select to_whom from shown), '3 2 1 0 1 42501 3', 'RTN-VIS-04: opened again, each has what its owner chose');
select tests.block('sam', 'ada');
select is((select to_whom from shown), '3 2 0 0 1 42501 3', 'RTN-VIS-05: whoever blocks the owner sees none either');
delete from public.follows where follower_id = tests.user_id('fay');
select is((select to_whom from shown), '3 1 0 0 1 42501 3', 'RTN-VIS-06: unfollowing takes what was for followers');
select is(
  tests.attempt('ada', $$ update public.routines set visibility = 'private' where id = tests.id(11) $$)
    || ': ' || (select to_whom from shown),
  '1: 3 0 0 0 0 42501 3', 'RTN-VIS-07: and the owner''s choice holds at once'
);

select * from finish();
rollback;
