begin;
select plan(8);

select tests.create_user(name) from unnest(array['ada', 'sam']) as name;
insert into public.exercises (id, user_id, name, kind, category, level)
values
  (tests.id(1), tests.user_id('ada'), 'Zorb Press', 'weight_reps', 'strength', 'beginner'),
  (tests.id(2), tests.user_id('ada'), 'Bench Press (Barbell)', 'weight_reps', 'strength', 'beginner'),
  (tests.id(3), tests.user_id('sam'), 'Kazoo Row', 'weight_reps', 'strength', 'beginner');

create function tests.matches(p_name text, p_mapping jsonb default '{}')
returns jsonb
language sql
as $$
  select public.match_import(tests.user_id('ada'), array[p_name], '{}', p_mapping) -> 'exercises' -> 0;
$$;

select results_eq(
  $$
    select who, tests.attempt(who, 'select * from private.exercises_named(array[''Zorb Press''], tests.user_id(''ada''))')
    from unnest(array['ada', 'sam', 'anon', 'service_role']) as who
  $$,
  $$ values ('ada', '42501'), ('sam', '42501'), ('anon', '42501'), ('service_role', '1') $$,
  'IMP-ATT-04: clients cannot ask what somebody''s exercises are called'
);
select results_eq(
  $$
    select name, tests.matches(name) #>> '{matches,0,name}'
    from unnest(array[
      'Squat (Barbell)', 'Lat Pulldown (Cable)', 'Pull Up (Assisted)', 'press de banca con barra', 'BANKDRÜCKEN'
    ]) as name
  $$,
  $$
    values
      ('Squat (Barbell)', 'Barbell Back Squat'), ('Lat Pulldown (Cable)', 'Cable Lat Pulldown'),
      ('Pull Up (Assisted)', 'Assisted Pull-Up'), ('press de banca con barra', 'Barbell Bench Press'),
      ('BANKDRÜCKEN', 'Barbell Bench Press')
  $$,
  'IMP-MATCH-01: names of other apps, aliases and translations are known, however they are written'
);
select is(
  tests.matches('bench press barbell') #>> '{matches,0,id}', tests.id(2)::text,
  'IMP-MATCH-02: the user''s own exercise comes before the catalogue''s'
);
select is(tests.matches('Kazoo Row') -> 'matches', '[]', 'IMP-MATCH-03: somebody else''s is not known');
select is(
  tests.matches('Kazoo Row', jsonb_build_object('Kazoo Row', tests.id(3))) -> 'mapped', 'null',
  'IMP-MATCH-04: nor can a name be mapped to it'
);
select is(
  tests.matches('Anything', jsonb_build_object('Anything', tests.id(1))) #>> '{mapped,name}', 'Zorb Press',
  'IMP-MATCH-05: a name means what the user says it does'
);
select ok(
  jsonb_array_length(tests.matches('Incline Benchpress Dumbell') -> 'suggestions') > 0
    and tests.matches('Squat (Barbell)') -> 'suggestions' = '[]',
  'IMP-MATCH-06: a name that nobody knows comes with what it may mean'
);

insert into public.workouts (id, user_id, name, started_at, time_zone)
values (
  extensions.uuid_generate_v5(private.import_namespace(tests.user_id('ada')), 'strong day 1'), tests.user_id('ada'), 'Push',
  now(), 'UTC'
);
select is(
  public.match_import(tests.user_id('ada'), '{}', array['strong day 1', 'strong day 2'], '{}') -> 'known', '1',
  'IMP-MATCH-07: what was imported before is counted'
);

select * from finish();
rollback;
