begin;
select plan(13);

-- Ada has an exercise of her own. Fay follows her, Sam is anybody, Dan is blocked, Mia moderates.
select tests.create_user(name) from unnest(array['ada', 'fay', 'sam', 'dan', 'mia']) as name;
select tests.set_visibility('ada', 'public');
select tests.follow('fay', 'ada'), tests.block('ada', 'dan');
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');
insert into public.exercises (id, user_id, name, kind, category, level)
values (tests.id(1), tests.user_id('ada'), 'Zyzzyvax Curl', 'weight_reps', 'strength', 'beginner');
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(1), 'biceps', 'primary', 1);
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'dumbbell');
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Zyzzy');

create temporary view of_ada as
  select to_jsonb(e) as row from public.exercises as e where user_id = tests.user_id('ada')
  union all select to_jsonb(m) from public.exercise_muscles as m where exercise_id = tests.id(1)
  union all select to_jsonb(n) from public.exercise_equipment as n where exercise_id = tests.id(1)
  union all select to_jsonb(a) from public.exercise_aliases as a where exercise_id = tests.id(1);
create temporary table untouched as select row from of_ada;

-- What somebody may do, without its being done.
create function tests.rehearse(p_who text, p_statement text)
returns text
language plpgsql
as $$
begin
  raise exception '%', tests.attempt(p_who, p_statement) using errcode = 'UNDO0';
exception
  when sqlstate 'UNDO0' then
    return sqlerrm;
end;
$$;

select results_eq(
  $$
    select
      operation, tests.rehearse('ada', statement), tests.rehearse('fay', statement), tests.rehearse('sam', statement),
      tests.rehearse('dan', statement), tests.rehearse('mia', statement), tests.rehearse('anon', statement),
      tests.rehearse('service_role', statement)
    from (values
      ('read', 'select from public.exercises where id = tests.id(1)'),
      ('add', 'insert into public.exercises (id, name, kind, category, level)
        values (tests.id(2), ''Plank'', ''duration'', ''strength'', ''beginner'')'),
      ('change', 'update public.exercises set name = ''Curl'' where id = tests.id(1)'),
      ('delete', 'delete from public.exercises where id = tests.id(1)'),
      ('read muscles', 'select from public.exercise_muscles where exercise_id = tests.id(1)'),
      ('add muscle', 'insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
        values (tests.id(1), ''forearms'', ''secondary'', 0.5)'),
      ('change muscle', 'update public.exercise_muscles set weight = 0.7 where exercise_id = tests.id(1)'),
      ('drop muscle', 'delete from public.exercise_muscles where exercise_id = tests.id(1)'),
      ('read equipment', 'select from public.exercise_equipment where exercise_id = tests.id(1)'),
      ('add equipment', 'insert into public.exercise_equipment (exercise_id, equipment_id)
        values (tests.id(1), ''barbell'')'),
      ('drop equipment', 'delete from public.exercise_equipment where exercise_id = tests.id(1)'),
      ('read aliases', 'select from public.exercise_aliases where exercise_id = tests.id(1)'),
      ('add alias', 'insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), ''Curl'')'),
      ('drop alias', 'delete from public.exercise_aliases where exercise_id = tests.id(1)')
    ) as operations (operation, statement)
  $$,
  $$
    values
      --                 owner    follower stranger blocked  moderator anon   backend
      ('read',           '1',     '0',     '0',     '0',     '0',     '0',     '1'),
      -- The backend says whose it is, or gives a slug.
      ('add',            '1',     '1',     '1',     '1',     '1',     '42501', '23514'),
      ('change',         '1',     '0',     '0',     '0',     '0',     '42501', '1'),
      ('delete',         '42501', '42501', '42501', '42501', '42501', '42501', '1'),
      ('read muscles',   '1',     '0',     '0',     '0',     '0',     '0',     '1'),
      ('add muscle',     '1',     'PT409', 'PT409', 'PT409', 'PT409', '42501', '1'),
      ('change muscle',  '1',     '0',     '0',     '0',     '0',     '42501', '1'),
      ('drop muscle',    '1',     '0',     '0',     '0',     '0',     '42501', '1'),
      ('read equipment', '1',     '0',     '0',     '0',     '0',     '0',     '1'),
      ('add equipment',  '1',     'PT409', 'PT409', 'PT409', 'PT409', '42501', '1'),
      ('drop equipment', '1',     '0',     '0',     '0',     '0',     '42501', '1'),
      ('read aliases',   '1',     '0',     '0',     '0',     '0',     '0',     '1'),
      ('add alias',      '1',     'PT409', 'PT409', 'PT409', 'PT409', '42501', '1'),
      ('drop alias',     '1',     '0',     '0',     '0',     '0',     '42501', '1')
  $$,
  'CUST-RLS-01: a custom exercise is its owner''s alone, with all its parts'
);
select is_empty(
  $$
    select statement, tests.rehearse('ada', statement)
    from (values
      ('update public.exercises set name = ''mine'' where slug = ''push-up''', '0'),
      ('insert into public.exercise_muscles (exercise_id, muscle_id, role, weight)
        values (tests.exercise_id(''push-up''), ''calves'', ''secondary'', 0.5)', '42501'),
      ('update public.exercise_muscles set weight = 0.1 where exercise_id = tests.exercise_id(''push-up'')', '0'),
      ('delete from public.exercise_equipment where exercise_id = tests.exercise_id(''push-up'')', '0'),
      ('insert into public.exercise_aliases (exercise_id, alias) values (tests.exercise_id(''push-up''), ''x'')', '42501'),
      ('delete from public.exercise_aliases where exercise_id = tests.exercise_id(''push-up'')', '0')
    ) as attacks (statement, expected)
    where tests.rehearse('ada', statement) <> expected
  $$,
  'CUST-RLS-02: nobody changes the global catalogue, which everybody reads'
);
select is_empty(
  $$
    select field, tests.rehearse('ada', format('update public.exercises set %s where id = tests.id(1)', field))
    from unnest(array[
      'user_id = null', 'slug = ''zyzzyvax-curl''', 'version = 9', 'archived_at = now()', 'source = ''repstack''',
      'license = ''CC0-1.0''', 'created_at = now()', 'user_id = tests.user_id(''sam'')'
    ]) as field
    where tests.rehearse('ada', format('update public.exercises set %s where id = tests.id(1)', field)) <> '42501'
  $$,
  'CUST-ATT-01: an owner makes no exercise global, another''s or reviewed'
);
select is_empty(
  $$
    select columns, tests.rehearse('sam', format(
      'insert into public.exercises (id, name, kind, category, level, %s)
       values (tests.id(2), ''Plank'', ''duration'', ''strength'', ''beginner'', %s)', columns, value
    ))
    from (values
      ('user_id', 'null'), ('user_id', 'tests.user_id(''ada'')'), ('slug', '''plank-2'''), ('source', '''repstack''')
    ) as assigned (columns, value)
    where tests.rehearse('sam', format(
      'insert into public.exercises (id, name, kind, category, level, %s)
       values (tests.id(2), ''Plank'', ''duration'', ''strength'', ''beginner'', %s)', columns, value
    )) <> '42501'
  $$,
  'CUST-ATT-02: nor adds one in another''s name or the catalogue''s'
);
select is(
  tests.attempt('sam', $$
    insert into public.exercises (id, name, kind, category, level)
    values (extensions.uuid_generate_v5('6a3e6a52-6b0f-4b8e-9a55-0c1f3f6f2d11', 'soon-to-come'), 'Mine', 'duration',
      'strength', 'beginner')
  $$), '23514',
  'CUST-ATT-03: nor takes the id of an exercise that the catalogue may get'
);
select is_empty(
  $$
    select what, tests.answer('sam', format(
      'select public.save_exercise(jsonb_build_object(
         ''id'', %L, ''version'', %L::integer, ''name'', ''Mine'', ''kind'', ''duration'', ''category'', ''strength'',
         ''level'', ''beginner''
       ))', id, version
    ))
    from (values
      ('another''s', tests.id(1), null), ('another''s, with its version', tests.id(1), 1),
      ('a global one', tests.exercise_id('push-up'), null), ('none, with a version', tests.id(999), 1),
      ('one that the catalogue may get', extensions.uuid_generate_v5(extensions.uuid_ns_url(), 'x'), null)
    ) as targets (what, id, version)
    where tests.answer('sam', format(
      'select public.save_exercise(jsonb_build_object(
         ''id'', %L, ''version'', %L::integer, ''name'', ''Mine'', ''kind'', ''duration'', ''category'', ''strength'',
         ''level'', ''beginner''
       ))', id, version
    )) <> 'id_unusable'
  $$,
  'CUST-ATT-04: an id that cannot be used answers the same, whosever it is'
);
select is_empty(
  $$
    select what, rpc, tests.answer('sam', format('select public.%s(%L)', rpc, id))
    from unnest(array['delete_exercise', 'restore_exercise']) as rpc
    cross join (values
      ('another''s', tests.id(1)), ('a global one', tests.exercise_id('push-up')), ('none', tests.id(999))
    ) as targets (what, id)
    where tests.answer('sam', format('select public.%s(%L)', rpc, id)) <> 'id_unusable'
  $$,
  'CUST-ATT-05: nothing of another is deleted, archived or restored'
);
select is_empty(
  $$
    select rpc, tests.attempt('anon', format('select public.%s', rpc))
    from unnest(array['save_exercise(''{}'')', 'delete_exercise(tests.id(1))', 'restore_exercise(tests.id(1))']) as rpc
    where tests.attempt('anon', format('select public.%s', rpc)) <> '42501'
  $$,
  'CUST-ATT-06: without an account nobody calls these'
);
select results_eq(
  $$
    select tests.answer('ada', format('update public.exercise_muscles set %s where exercise_id = tests.id(1)', change))
    from unnest(array['muscle_id = ''triceps''', 'exercise_id = tests.exercise_id(''push-up'')']) as change
  $$,
  $$ values ('column_immutable'), ('column_immutable') $$,
  'CUST-ATT-07: a part stays with its exercise'
);
select is_empty(
  $$
    select part, tests.answer('sam', part)
    from (
      select format('insert into public.%s', replace(part, '?', quote_literal(id))) as part
      from unnest(array[tests.id(1), tests.id(999)]) as id
      cross join unnest(array[
        'exercise_muscles (exercise_id, muscle_id, role, weight) values (?, ''calves'', ''primary'', 1)',
        'exercise_equipment (exercise_id, equipment_id) values (?, ''barbell'')',
        'exercise_aliases (exercise_id, alias) values (?, ''Mine'')'
      ]) as part
    ) as parts
    where tests.answer('sam', part) <> 'id_unusable'
  $$,
  'CUST-ATT-09: a part goes to no exercise of another, which answers as one that does not exist'
);
select results_eq(
  $$
    select tests.answer('service_role', statement)
    from unnest(array[
      'update public.exercises set user_id = null where id = tests.id(1)',
      'update public.exercises set user_id = tests.user_id(''sam'') where slug = ''push-up''',
      'update public.exercise_muscles set user_id = tests.user_id(''sam'')
       where exercise_id = tests.exercise_id(''push-up'') returning user_id is null',
      'insert into public.exercise_equipment (exercise_id, equipment_id, user_id)
       values (tests.exercise_id(''push-up''), ''barbell'', tests.user_id(''sam'')) returning user_id is null'
    ]) as statement
  $$,
  $$ values ('column_immutable'), ('column_immutable'), ('true'), ('true') $$,
  'CUST-ATT-10: whose an exercise is stays, and its parts are whose it is, even for the backend'
);
update private.quotas set max_count = 2 where name in ('custom_exercises', 'aliases_per_exercise');
select results_eq(
  $$
    select tests.answer('ada', statement)
    from unnest(array[
      'insert into public.exercises (id, name, kind, category, level)
         select tests.id(number), ''Plank'', ''duration'', ''strength'', ''beginner'' from unnest(array[2, 3]) as number',
      'insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), ''A''), (tests.id(1), ''B'')'
    ]) as statement
  $$,
  $$ values ('quota_exceeded'), ('quota_exceeded') $$,
  'CUST-QUOTA-01: exercises and their aliases are as many as the quotas allow'
);
select set_eq(
  'select row from of_ada', 'select row from untouched',
  'CUST-ATT-08: and after all of it Ada''s exercise is as it was'
);

select * from finish();
rollback;
