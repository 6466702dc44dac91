begin;
select plan(16);

-- Ada offers a plan with an exercise of her own; a moderator judges.
select tests.create_user(name) from unnest(array['ada', 'bob', 'mod']) as name;
select tests.set_visibility('ada', 'public');
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');
delete from public.published_plans where true;
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zorb Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'barbell');
insert into public.routines (id, user_id, name) values (tests.id(2), tests.user_id('ada'), 'Push');
insert into public.routine_exercises (id, routine_id, exercise_id, position)
values (tests.id(3), tests.id(2), tests.id(1), 1);
insert into public.plans (id, user_id, name, goal, level, tags, weeks, visibility)
values
  (tests.id(4), tests.user_id('ada'), 'Strength', 'strength', 'beginner', '{simple}', 4, 'public'),
  (tests.id(5), tests.user_id('ada'), 'For followers', null, null, '{}', 1, 'followers'),
  (tests.id(7), tests.user_id('bob'), 'Of a private profile', null, null, '{}', 1, 'public');
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
values (tests.id(8), tests.id(4), 1, 1, tests.id(2));

create function tests.submit(p_who text, p_plan integer, p_note text default null)
returns jsonb
language sql
as $$
  select tests.answer(
    p_who, format('select public.submit_plan(tests.id(%s), %L) -> ''submission''', p_plan, p_note)
  )::jsonb;
$$;
-- Judges the newest version of what is open.
create function tests.review(p_decision text)
returns text
language sql
as $$
  select tests.answer('mod', format(
    'select public.review_submission(%L, %s, %L, ''Why'') #>> ''{submission,status}''', id, version, p_decision
  ))
  from public.submissions
  where user_id = tests.user_id('ada') and status in ('pending', 'changes_requested');
$$;
create temporary view of_ada as
  select * from public.published_plans where user_id = tests.user_id('ada');

-- Offering
select is(
  tests.submit('ada', 4, 'Please') - array['id', 'submitted_at', 'exercise_id', 'result_exercise_id'],
  jsonb_build_object(
    'type', 'plan', 'plan_id', tests.id(4), 'status', 'pending', 'version', 1, 'note', 'Please',
    'content', private.shared_plan_document(tests.id(4)), 'reviews', '[]'::jsonb
  ),
  'PUB-01: a plan is offered as it is, an exercise of its author along with it'
);
select is(
  tests.submit('ada', 4, 'Please') ->> 'version', '1', 'PUB-02: the same again, after a lost answer, is the same offer'
);
select results_eq(
  $$
    select who, plan, tests.answer(who, format('select public.submit_plan(tests.id(%s))', plan))
    from (values ('ada', 5), ('bob', 7), ('bob', 4), ('bob', 99), ('anon', 4)) as attempts (who, plan)
  $$,
  $$
    values
      ('ada', 5, 'not_public'), ('bob', 7, 'not_public'), ('bob', 4, 'id_unusable'), ('bob', 99, 'id_unusable'),
      ('anon', 4, '42501')
  $$,
  'PUB-ATT-01: one offers one''s own, which must be public, as one''s profile must'
);
select results_eq(
  $$
    select who, call, tests.attempt(who, call)
    from unnest(array['ada', 'mod']) as who
    cross join unnest(array[
      'select private.open_submission(''plan'', null, tests.id(4), ''{}'', null)',
      'select private.publish_plan(submissions) from public.submissions',
      'select private.require_public_plan(tests.id(4), tests.user_id(''ada''), ''x'')',
      'update public.submissions set content = ''{}'' where true'
    ]) as call
    where tests.attempt(who, call) <> '42501'
  $$,
  $$ select '', '', '' where false $$,
  'PUB-ATT-02: nobody says themselves what is in it, or publishes past a review'
);
select is(
  tests.answer('bob', 'select private.submit_own_plan(tests.id(4), null)'), 'id_unusable',
  'PUB-ATT-03: nor offers what is another''s by the function behind the RPC'
);

-- Approval
select is(tests.review('request_changes'), 'changes_requested', 'PUB-03: a moderator asks for changes');
select is_empty('select from of_ada', 'PUB-04: until it is approved nothing is published');
select tests.submit('ada', 4, 'Now better');
-- What is edited while it waits is not what was offered.
update public.plans set name = 'Edited' where id = tests.id(4);
select tests.review('approve');
create temporary table published as select * from of_ada;
select results_eq(
  $$
    select name, goal, level, tags, weeks, days_per_week, exercises, equipment, source, effective_visibility,
      document = jsonb_set(private.shared_plan_document(tests.id(4)), '{name}', '"Strength"')
    from published
  $$,
  $$
    values (
      'Strength', 'strength', 'beginner', '{simple}'::text[], 4::smallint, 1::smallint, 1::smallint,
      '{barbell}'::text[], 'community', 'public', true
    )
  $$,
  'PUB-05: what is approved is published, as it was offered'
);
select is_empty(
  $$
    select found.text
    from published
    cross join lateral regexp_matches(to_jsonb(published)::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') as found (text)
    where found.text not in (array[published.id::text], array[tests.user_id('ada')::text])
  $$,
  'PUB-06: with no id but its own and its author''s'
);
select tests.attempt('bob', 'select public.like_plan(id) from public.published_plans');
select tests.submit('ada', 4);
select is((select name from of_ada), 'Strength', 'PUB-07: offered again, it stays as it is for now');
select tests.review('approve');
select results_eq(
  'select id, name, like_count, published_at from of_ada', $$ select id, 'Edited', 1, published_at from published $$,
  'PUB-08: approved again, it is the same published plan with its likes, renewed'
);
select tests.answer('mod', format('select public.remove_published_plan(%L, ''No'')', (select id from published)));
update public.plans set name = 'Better' where id = tests.id(4);
select tests.submit('ada', 4);
select tests.review('approve');
select results_eq(
  'select name, effective_visibility, removed_at, removal_reason from of_ada',
  $$ values ('Better', 'public', null::timestamptz, null::text) $$,
  'PUB-09: one that was removed is back when a moderator approves it again'
);

-- Thought better of it
update public.plans set visibility = 'private' where id = tests.id(4);
select results_eq(
  'select name, effective_visibility from of_ada', $$ values ('Better', 'public') $$,
  'PUB-10: what is published is there in its own right, whatever becomes of the plan it came from'
);
update public.plans set visibility = 'public', name = 'Once more' where id = tests.id(4);
select tests.submit('ada', 4);
update public.plans set visibility = 'private' where id = tests.id(4);
select is(tests.review('approve'), 'not_public', 'PUB-11: what is not public any more when it is judged is not published');
delete from public.plans where id = tests.id(4);
select results_eq(
  $$ select status from public.submissions where user_id = tests.user_id('ada') order by status $$,
  $$ select unnest(array['approved', 'approved', 'approved', 'withdrawn']) $$,
  'PUB-12: what is deleted is not offered any more'
);
select is((select name from of_ada), 'Better', 'PUB-13: and what was published stays');

select * from finish();
rollback;
