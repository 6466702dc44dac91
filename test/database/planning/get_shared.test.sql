begin;
select plan(25);

-- Ada, whose profile is private, shares a plan of a public exercise and one of her own. Eve is blocked.
select tests.create_user(name) from unnest(array['ada', 'bob', 'cid', 'eve']) as name;
select tests.block('ada', 'eve');
insert into public.consents (user_id, purpose, is_granted, text_version, locale)
values (tests.user_id('ada'), 'health_data', true, '1', 'en');
update public.profiles set username = 'ada_x', display_name = 'Ada X', bio = 'Zyzzyx bio' where user_id = tests.user_id('ada');
insert into public.exercises (id, user_id, name, kind, category, level, source, license)
values (tests.id(1), tests.user_id('ada'), 'Zorb Curl', 'weight_reps', 'strength', 'beginner', 'user', 'CC0-1.0');
insert into public.exercise_muscles (exercise_id, muscle_id, role, weight) values (tests.id(1), 'biceps', 'primary', 1);
insert into public.exercise_equipment (exercise_id, equipment_id) values (tests.id(1), 'barbell');
insert into public.exercise_aliases (exercise_id, alias) values (tests.id(1), 'Zyzzyx alias');
insert into public.exercise_translations (exercise_id, locale, name) values (tests.id(1), 'es', 'Zyzzyx curl');
insert into public.exercise_preferences (user_id, exercise_id, pinned_note)
values (tests.user_id('ada'), tests.id(1), 'Zyzzyx note');
insert into public.routine_folders (id, user_id, name) values (tests.id(2), tests.user_id('ada'), 'Zyzzyx folder');
insert into public.routines (id, user_id, folder_id, name, notes)
values (tests.id(3), tests.user_id('ada'), tests.id(2), 'Push', 'Slowly');
insert into public.routine_exercises (id, routine_id, exercise_id, position, notes, warmup_ramp, progression)
values
  (tests.id(4), tests.id(3), tests.id(1), 1, 'Elbows in', '[{"percent": 50, "reps": 5}]', '{"scheme": "double", "increment_kg": 2}'),
  (tests.id(5), tests.id(3), tests.exercise_id('barbell-bench-press'), 2, null, null, null);
insert into public.routine_sets (id, routine_exercise_id, position, min_reps, max_reps, weight_kg)
values (tests.id(6), tests.id(4), 1, 8, 12, 20);
insert into public.plans (id, user_id, name, description, tags)
values (tests.id(7), tests.user_id('ada'), 'Strength', 'For all', '{simple}');
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
values (tests.id(8), tests.id(7), 1, 1, tests.id(3)), (tests.id(9), tests.id(7), 1, 2, null);
insert into public.enrollments (id, user_id, plan_id, mode, starts_on, start_weights)
values (tests.id(10), tests.user_id('ada'), tests.id(7), 'calendar', '2026-01-05', '{}');

create function tests.link(p_number integer, p_arguments text)
returns text
language sql
as $$
  select tests.answer('ada', format(
    'select public.create_share_link(tests.id(%s), %s) #>> ''{share_link,token}''', p_number, p_arguments
  ));
$$;
create temporary table tokens as
  select 'plan' as name, tests.link(20, 'p_plan_id => tests.id(7)') as token
  union all select 'routine', tests.link(21, 'p_routine_id => tests.id(3)')
  union all select 'two copies', tests.link(22, 'p_plan_id => tests.id(7), p_max_copies => 2');
create function tests.token(p_name text)
returns text
language sql
security definer
as $$
  select token from pg_temp.tokens where name = p_name;
$$;
create function tests.shared(p_who text, p_name text)
returns jsonb
language sql
as $$
  select tests.answer(p_who, format('select public.get_shared(%L)', coalesce(tests.token(p_name), p_name)))::jsonb;
$$;
-- Limits are tested below.
update private.rate_limit_policies set max_count = 1000000 where name in ('shared_view', 'share_guess');

-- Everything that may be in an answer: every path of keys, and every text in it
create function tests.paths(p_document jsonb, p_path text default '')
returns setof text
language plpgsql
as $$
declare
  v_node record;
begin
  for v_node in
    select key, value from jsonb_each(case jsonb_typeof(p_document) when 'object' then p_document else '{}' end)
    union all
    select '*', value
    from jsonb_array_elements(case jsonb_typeof(p_document) when 'array' then p_document else '[]' end)
  loop
    return next concat_ws('.', nullif(p_path, ''), v_node.key);
    return query select tests.paths(v_node.value, concat_ws('.', nullif(p_path, ''), v_node.key));
  end loop;
end;
$$;

select set_eq(
  $$ select tests.paths(tests.shared('anon', 'plan')) $$,
  $$
    select 'author'
    union all select 'shared'
    union all select 'shared.' || field
    from unnest(array[
      'type', 'name', 'description', 'goal', 'level', 'tags', 'tags.*', 'weeks', 'deload_weeks', 'is_repeating', 'days',
      'days.*', 'routines', 'routines.*', 'exercises', 'exercises.*'
    ]) as field
    union all select 'shared.days.*.' || field
    from unnest(array['week', 'weekday', 'position', 'routine', 'name', 'notes']) as field
    union all select 'shared.routines.*.' || field
    from unnest(array['key', 'name', 'notes', 'exercises', 'exercises.*']) as field
    union all select 'shared.routines.*.exercises.*.' || field
    from unnest(array[
      'exercise', 'position', 'superset_group', 'rest_seconds', 'notes', 'warmup_ramp', 'warmup_ramp.*',
      'warmup_ramp.*.percent', 'warmup_ramp.*.reps', 'progression', 'progression.scheme', 'progression.increment_kg',
      'sets', 'sets.*'
    ]) as field
    union all select 'shared.routines.*.exercises.*.sets.*.' || field
    from unnest(array[
      'position', 'set_type', 'min_reps', 'max_reps', 'weight_kg', 'load_percent', 'load_percent_of',
      'duration_seconds', 'distance_meters', 'rpe', 'rir', 'rest_seconds'
    ]) as field
    union all select 'shared.exercises.*.' || field
    from unnest(array[
      'key', 'name', 'kind', 'category', 'mechanic', 'force', 'level', 'is_unilateral', 'body_weight_share',
      'instructions', 'cues', 'muscles', 'muscles.*', 'muscles.*.muscle', 'muscles.*.role', 'muscles.*.weight',
      'equipment', 'equipment.*'
    ]) as field
  $$,
  'SHARED-LEAK-01: an answer has these fields and no other, at any depth'
);
select is_empty(
  $$
    select who, name, found.text
    from unnest(array['anon', 'bob']) as who
    cross join unnest(array['plan', 'routine']) as name
    cross join lateral regexp_matches(
      tests.shared(who, name)::text, '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[^"]*zyzzyx[^"]*|@|ada', 'gi'
    ) as found (text)
    where found.text <> array[tests.exercise_id('barbell-bench-press')::text]
  $$,
  'SHARED-LEAK-02: no id but those of public exercises, no date, no address, and nothing that the owner noted elsewhere'
);
select results_eq(
  $$
    select name, tests.shared('anon', name) -> 'shared'
    from unnest(array['plan', 'routine']) as name
  $$,
  $$
    values ('plan', private.shared_plan_document(tests.id(7))), ('routine', private.shared_routine_document(tests.id(3)))
  $$,
  'SHARED-01: whoever holds the token reads the whole of it, without an account, though it is private'
);
select results_eq(
  $$
    select tests.shared('bob', 'plan'), tests.shared('ada', 'plan') -> 'shared'
  $$,
  $$ select tests.shared('anon', 'plan'), tests.shared('anon', 'plan') -> 'shared' $$,
  'SHARED-02: and the same with one'
);

-- Who is named
select tests.follow('cid', 'ada');
create function tests.named_to(p_visibility text)
returns text
language plpgsql
as $$
begin
  perform tests.set_visibility('ada', p_visibility);
  return (
    select string_agg(who, ' ' order by ordinal)
    from unnest(array['ada', 'anon', 'bob', 'cid']) with ordinality as asking (who, ordinal)
    where tests.shared(who, 'plan') #>> '{author,username}' = 'ada_x'
  );
end;
$$;
select results_eq(
  $$ select visibility, tests.named_to(visibility) from unnest(array['private', 'followers', 'public']) as visibility $$,
  $$ values ('private', 'ada'), ('followers', 'ada cid'), ('public', 'ada anon bob cid') $$,
  'SHARED-AUTHOR-01: the author is named to whom the profile shows itself'
);
select set_eq(
  $$ select jsonb_object_keys(tests.shared('anon', 'plan') -> 'author') $$,
  array['username', 'display_name', 'avatar_path', 'avatar_thumbhash', 'avatar_color'],
  'SHARED-AUTHOR-02: by what is shown of people, and no more'
);
select tests.set_visibility('ada', 'private');

-- What leads nowhere
create temporary table nowhere as select tests.shared('anon', 'never a token') as answer;
select is(
  (select answer from nowhere),
  '{"code": "PT404", "message": "share_not_found", "details": "{\"path\": \"p_token\", \"text\": \"leads nowhere\"}",
    "hint": "Ask for a new link."}',
  'SHARED-NOWHERE-01: a token that never was has an answer of its own'
);
select is(current_setting('response.status'), '404', 'SHARED-NOWHERE-02: with a status of its own');
select results_eq(
  $$
    select wrong.kind, tests.answer(who, format('select public.get_shared(%s)', wrong.token))::jsonb = nowhere.answer
    from nowhere
    cross join (values
      ('null', 'anon', 'null'), ('empty', 'anon', ''''''), ('cut', 'anon', format('%L', left(tests.token('plan'), 23))),
      ('longer', 'anon', format('%L', tests.token('plan') || 'A')), ('case', 'anon', format('%L', upper(tests.token('plan')))),
      ('a book', 'anon', format('repeat(%L, 100000)', tests.token('plan'))), ('an id', 'anon', '''' || tests.id(20) || ''''),
      ('the digest', 'anon', format('%L', (select encode(token_hash, 'hex') from public.share_links where id = tests.id(20)))),
      ('blocked', 'eve', format('%L', tests.token('plan')))
    ) as wrong (kind, who, token)
    where tests.answer(who, format('select public.get_shared(%s)', wrong.token))::jsonb is distinct from nowhere.answer
  $$,
  $$ select '', true where false $$,
  'SHARED-NOWHERE-03: what is no token, and a token in the hands of somebody blocked, answer the same'
);
delete from public.blocks where true;
select tests.block('eve', 'ada');
select is(
  tests.shared('eve', 'plan'), (select answer from nowhere), 'SHARED-NOWHERE-04: in either direction of the block'
);
select is(
  tests.answer('bob', format('select public.copy_shared(%L, tests.id(100))', 'never a token'))::jsonb,
  (select answer from nowhere), 'SHARED-NOWHERE-05: a copy by it neither'
);
select results_eq(
  $$
    select tests.answer('eve', format('select public.copy_shared(%L, tests.id(100))', tests.token('plan')))::jsonb = answer,
      (select count(*) from public.plans)
    from nowhere
  $$,
  $$ values (true, 1::bigint) $$, 'SHARED-NOWHERE-06: and nothing is copied'
);

-- Counts
update public.share_links set view_count = 0, last_used_at = null where true;
select tests.shared(who, 'plan') from unnest(array['ada', 'bob', 'bob', 'anon', 'eve']) as who;
select results_eq(
  $$ select id, view_count, copy_count, last_used_at from public.share_links order by id $$,
  $$ values (tests.id(20), 3, 0, now()), (tests.id(21), 0, 0, null), (tests.id(22), 0, 0, null) $$,
  'SHARED-COUNT-01: views of others are counted, and neither the owner''s nor those that led nowhere'
);

-- Copies
select is(
  tests.answer('bob', format('select public.copy_shared(%L, tests.id(100), ''Mine'') #>> ''{plan,name}''', tests.token('plan'))),
  'Mine', 'SHARED-COPY-01: a plan is copied by a link'
);
select is(
  tests.answer('bob', format('select public.copy_shared(%L, tests.id(101)) #>> ''{routine,name}''', tests.token('routine'))),
  'Push', 'SHARED-COPY-02: and a routine'
);
create temporary table copied as
  select private.shared_plan_document(tests.id(100)) as plan, private.shared_routine_document(tests.id(101)) as routine;
select results_eq(
  $$ select plan, routine from copied $$,
  $$
    select jsonb_set(private.shared_plan_document(tests.id(7)), '{name}', '"Mine"'),
      private.shared_routine_document(tests.id(3))
  $$,
  'SHARED-COPY-03: they are the same, and whole'
);
select results_eq(
  $$
    select count(*)
    from (
      select to_jsonb(t) as row from public.plan_sources as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.routine_sources as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.plans as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.routines as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.exercises as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.plan_days as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.routine_exercises as t where user_id = tests.user_id('bob')
      union all select to_jsonb(t) from public.routine_sets as t where user_id = tests.user_id('bob')
    ) as of_bob
    where row::text ~ concat_ws('|', tests.user_id('ada'), tests.id(1), tests.id(3), tests.id(7), 'zyzzyx')
  $$,
  $$ values (0::bigint) $$,
  'SHARED-COPY-04: nothing in them leads to somebody who does not show themselves'
);
select tests.set_visibility('ada', 'public');
select tests.answer('cid', format('select public.copy_shared(%L, tests.id(102))', tests.token('plan')));
select results_eq(
  $$ select user_id, author_id, source_plan_id from public.plan_sources where plan_id = tests.id(102) $$,
  $$ values (tests.user_id('cid'), tests.user_id('ada'), null::uuid) $$,
  'SHARED-COPY-05: somebody who does is named'
);
create temporary table rows_before as
  select count(*) from (select from public.plans union all select from public.routines union all select from public.exercises) as t;
select results_eq(
  $$
    select tests.answer('bob', format('select public.copy_shared(%L, tests.id(100), ''Other'') #>> ''{plan,name}''', token)),
      (select copy_count from public.share_links where id = tests.id(20)),
      (select count(*) from (select from public.plans union all select from public.routines union all select from public.exercises) as t)
    from unnest(array[tests.token('plan'), 'no longer a token']) as token
  $$,
  $$ select 'Mine', 2, count from rows_before, generate_series(1, 2) $$,
  'SHARED-COPY-06: the same call again answers the copy, makes none and counts none, though the link has ended meanwhile'
);
select results_eq(
  $$
    select tests.answer('cid', format('select public.copy_shared(%L, %s)', tests.token('plan'), arguments))
    from unnest(array['tests.id(100)', 'null', 'tests.id(103), '' ''', 'tests.id(103), repeat(''x'', 121)']) as arguments
  $$,
  array['id_unusable', 'invalid_field', 'invalid_field', 'invalid_field'],
  'SHARED-COPY-07: an id of another''s, none, and a name that is none are refused'
);

-- Ends
select results_eq(
  $$
    select who, left(tests.answer(who, format('select public.copy_shared(%L, gen_random_uuid())', tests.token('two copies'))), 8)
    from unnest(array['bob', 'ada', 'cid', 'bob']) with ordinality as copying (who, ordinal)
    order by ordinal
  $$,
  $$ values ('bob', '{"plan":'), ('ada', '{"plan":'), ('cid', '{"plan":'), ('bob', '{"code":') $$,
  'SHARED-END-01: a link is good for as many copies by others as was said'
);
create function tests.leads_nowhere(p_name text)
returns boolean
language sql
as $$
  select tests.shared('bob', p_name) = answer from nowhere;
$$;
create function tests.try_out(p_statement text)
returns boolean
language plpgsql
as $$
declare
  v_leads_nowhere boolean;
begin
  execute p_statement;
  set constraints all immediate;
  set constraints all deferred;
  v_leads_nowhere := tests.leads_nowhere('plan');
  raise exception using errcode = 'ZZ000', message = v_leads_nowhere;
exception
  when sqlstate 'ZZ000' then
    return sqlerrm::boolean;
end;
$$;
select results_eq(
  $$
    select ending, tests.try_out(statement)
    from (values
      ('nothing', 'select'),
      ('expired', 'update public.share_links set created_at = now() - interval ''2 days'', expires_at = now() where id = tests.id(20)'),
      ('revoked', 'update public.share_links set revoked_at = now() where id = tests.id(20)'),
      ('deleted', 'delete from public.share_links where id = tests.id(20)'),
      ('plan deleted', 'delete from public.plans where id = tests.id(7)'),
      ('account deleted', 'delete from auth.users where id = tests.user_id(''ada'')'),
      ('made private', 'update public.plans set visibility = ''private'' where id = tests.id(7)')
    ) as endings (ending, statement)
  $$,
  $$
    values
      ('nothing', false), ('expired', true), ('revoked', true), ('deleted', true), ('plan deleted', true),
      ('account deleted', true), ('made private', false)
  $$,
  'SHARED-END-02: it ends with its time, by its owner''s will, and with what it leads to; not by visibility'
);

-- Limits
delete from private.rate_limit_counters where true;
update private.rate_limit_policies set max_count = case name when 'share_guess' then 3 else 8 end
where name in ('shared_view', 'share_guess');
select results_eq(
  $$
    select tests.answer('bob', format(
      'select public.get_shared(%L) #>> ''{shared,name}'' from generate_series(%s, %s)', tests.token('plan'), n, n
    ))
    from generate_series(1, 10) as n
  $$,
  $$ select case when n <= 8 then 'Strength' else 'too_many_requests' end from generate_series(1, 10) as n $$,
  'SHARED-LIMIT-01: links are opened as often as the limit allows'
);
select results_eq(
  $$
    select left(tests.answer('cid', call), 17)
    from unnest(array[
      'select public.get_shared(''wrong 1'') ->> ''message''',
      'select public.copy_shared(''wrong 2'', tests.id(104)) ->> ''message''',
      'select public.get_shared(''wrong 3'') ->> ''message''', 'select public.get_shared(''wrong 4'')',
      format('select public.get_shared(%L)', tests.token('plan')),
      format('select public.copy_shared(%L, tests.id(104))', tests.token('plan')),
      format('select private.read_shared(%L)', tests.token('plan'))
    ]) as call
  $$,
  array[
    'share_not_found', 'share_not_found', 'share_not_found', 'too_many_requests', 'too_many_requests',
    'too_many_requests', 'too_many_requests'
  ],
  'SHARED-LIMIT-02: who guesses is not told any more whether a guess was right'
);
update private.rate_limit_counters set window_started_at = window_started_at - interval '600 seconds' where true;
select is(
  tests.shared('cid', 'plan') #>> '{shared,name}', 'Strength', 'SHARED-LIMIT-03: until some time has passed'
);

select * from finish();
rollback;
