begin;
select plan(34);

select tests.create_user('ada'), tests.create_user('bob');
select tests.set_visibility('bob', 'public');
insert into public.routines (id, user_id, name, visibility)
values
  (tests.id(11), tests.user_id('ada'), 'A', 'private'), (tests.id(12), tests.user_id('ada'), 'B', 'private'),
  (tests.id(13), tests.user_id('bob'), 'C', 'public');

-- A plan of two days of training and a rest day (21, 22 and 23).
create function tests.plan_with(p_changes jsonb default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'id', tests.id(1), 'name', 'Strength', 'weeks', 2, 'deload_weeks', '[2]'::jsonb, 'tags', '["short", "5x5"]'::jsonb,
    'days', jsonb_build_array(
      jsonb_build_object('id', tests.id(22), 'week', 2, 'weekday', 1, 'routine_id', tests.id(12), 'name', 'Heavy'),
      jsonb_build_object('id', tests.id(21), 'week', 1, 'weekday', 1, 'routine_id', tests.id(11)),
      jsonb_build_object('id', tests.id(23), 'week', 1, 'weekday', 2, 'position', 3, 'notes', 'Walk')
    )
  ) || p_changes;
$$;

create function tests.plan_at(p_path text, p_value jsonb)
returns jsonb
language sql
as $$
  select jsonb_set(tests.plan_with(), p_path::text[], p_value);
$$;

-- What Ada gets for a plan: the version that is stored, or key and path of the refusal.
create function tests.save(p_who text, p_plan jsonb)
returns text
language plpgsql
as $$
declare
  v_answer text;
  v_detail text;
begin
  perform tests.become(p_who);
  begin
    v_answer := public.save_plan(p_plan) #>> '{plan,version}';
  exception
    when others then
      get stacked diagnostics v_detail = pg_exception_detail;
      v_answer := case
        when sqlstate like 'PT%' then concat_ws(' ', sqlerrm, v_detail::jsonb ->> 'path')
        else concat_ws(' ', sqlstate, sqlerrm)
      end;
  end;
  perform tests.act_as('postgres');
  return v_answer;
end;
$$;

-- When rows were written, to tell whether they were written again. Triggers of one transaction would all say now().
create function tests.age_plans()
returns void
language plpgsql
as $$
begin
  set local session_replication_role = replica;
  update public.plans set updated_at = '2026-01-01Z' where true;
  update public.plan_days set updated_at = '2026-01-01Z' where true;
  set local session_replication_role = origin;
end;
$$;

-- What is stored
select is(
  tests.answer('ada', format('select public.save_plan(%L) -> ''plan''', tests.plan_with()))::jsonb,
  jsonb_build_object(
    'id', tests.id(1), 'version', 1, 'name', 'Strength', 'description', null, 'goal', null, 'level', null,
    'tags', '["short", "5x5"]'::jsonb, 'weeks', 2, 'deload_weeks', '[2]'::jsonb, 'is_repeating', false,
    'visibility', 'private',
    'days', jsonb_build_array(
      jsonb_build_object('id', tests.id(21), 'week', 1, 'weekday', 1, 'position', 1, 'routine_id', tests.id(11),
        'name', null, 'notes', null),
      jsonb_build_object('id', tests.id(23), 'week', 1, 'weekday', 2, 'position', 3, 'routine_id', null, 'name', null,
        'notes', 'Walk'),
      jsonb_build_object('id', tests.id(22), 'week', 2, 'weekday', 1, 'position', 1, 'routine_id', tests.id(12),
        'name', 'Heavy', 'notes', null)
    )
  ),
  'PLAN-SAVE-01: a new plan has version 1, its days in order, and what is left out has its default'
);
select is(tests.save('ada', tests.plan_with()), '1', 'PLAN-SAVE-02: the same again is a retry, which changes nothing');
select is(
  tests.save('ada', tests.plan_with('{"weeks": 2.0, "name": "Power", "version": 1.0}')), '2',
  'PLAN-SAVE-03: an edit of the stored version raises it'
);
select is(
  tests.save('ada', tests.plan_with('{"name": "Power", "version": 1}')), '2',
  'PLAN-SAVE-04: what is stored already is no conflict, whatever version it was made from'
);
select is(
  tests.save('ada', tests.plan_with('{"name": "Other", "version": 1}')), 'stale_version version',
  'PLAN-SAVE-05: an edit of an older version is refused'
);
select is(
  tests.save('ada', tests.plan_with('{"name": "Other"}')), 'stale_version version',
  'PLAN-SAVE-06: and so is a new plan under a stored id'
);
select is((select name from public.plans where id = tests.id(1)), 'Power', 'PLAN-SAVE-07: of neither anything was stored');
select is(
  tests.save('ada', tests.plan_with(jsonb_build_object('id', tests.id(9), 'version', 1))), 'id_unusable id',
  'PLAN-SAVE-08: a plan with a version that is not stored is not there'
);

-- Edits in place
select tests.age_plans();
select is(
  tests.save('ada', tests.plan_with('{"version": 2, "name": "Power"}') #- '{days,2}'), '3',
  'PLAN-SAVE-09: days left out go'
);
select results_eq(
  $$ select id, updated_at = '2026-01-01Z' from public.plan_days order by id $$,
  $$ values (tests.id(21), true), (tests.id(22), true) $$,
  'PLAN-SAVE-10: and days that stay as they are are not written'
);
select is(
  tests.save('ada', jsonb_set(tests.plan_with('{"version": 3, "weeks": 1, "deload_weeks": []}'), '{days,0,week}', '1')),
  '5', 'PLAN-SAVE-11: a plan becomes shorter as its days move'
);
select is(
  tests.save('ada', jsonb_set(tests.plan_with('{"version": 5, "weeks": 9}'), '{days,0,week}', '9')), '6',
  'PLAN-SAVE-12: and longer'
);
select results_eq(
  $$ select weeks::integer, array_agg(week::integer order by plan_days.id) from public.plans
     join public.plan_days on plan_id = plans.id group by plans.id $$,
  $$ values (9, array[1, 9, 1]) $$,
  'PLAN-SAVE-13: with the days where they were sent'
);

-- What is refused, by the path of its field
select is(tests.save('ada', plan), refusal, id)
from (values
  ('PLAN-BAD-01: no object', '[]'::jsonb, 'invalid_field plan'),
  ('PLAN-BAD-02: no name', tests.plan_with() - 'name', 'missing_field name'),
  ('PLAN-BAD-03: a field that nobody knows', tests.plan_with('{"user_id": "x"}'), 'unknown_field user_id'),
  ('PLAN-BAD-04: a tag with a space', tests.plan_with('{"tags": ["two words"]}'), 'invalid_field tags'),
  ('PLAN-BAD-05: a tag that is a number', tests.plan_with('{"tags": [5]}'), 'invalid_field tags'),
  ('PLAN-BAD-06: too many weeks', tests.plan_with('{"weeks": 53}'), 'invalid_field weeks'),
  ('PLAN-BAD-07: a deload in no week of the plan', tests.plan_with('{"deload_weeks": [3]}'), 'invalid_field deload_weeks'),
  ('PLAN-BAD-08: a deload in half a week', tests.plan_with('{"deload_weeks": [1.5]}'), 'invalid_field deload_weeks'),
  ('PLAN-BAD-09: a deload that is text', tests.plan_with('{"deload_weeks": ["1"]}'), 'invalid_field deload_weeks'),
  ('PLAN-BAD-10: a day after the last week', tests.plan_with('{"weeks": 1, "deload_weeks": []}'), 'invalid_field days[0].week'),
  ('PLAN-BAD-11: a weekday that no week has', tests.plan_at('{days,1,weekday}', '8'), 'invalid_field days[1].weekday'),
  ('PLAN-BAD-12: a day without an id', tests.plan_at('{days,1,id}', 'null'), 'missing_field days[1].id'),
  ('PLAN-BAD-13: a day twice', tests.plan_at('{days,1,id}', to_jsonb(tests.id(22))), 'id_unusable days[1].id'),
  ('PLAN-BAD-14: a routine that does not exist', tests.plan_at('{days,1,routine_id}', to_jsonb(tests.id(99))), 'id_unusable days[1].routine_id'),
  ('PLAN-BAD-15: a routine that another shows', tests.plan_at('{days,1,routine_id}', to_jsonb(tests.id(13))), 'id_unusable days[1].routine_id')
) as refused (id, plan, refusal);

-- Ids of others, and of other plans
select is(
  tests.save('bob', tests.plan_with('{"days": []}')), 'id_unusable id', 'PLAN-SAVE-14: a plan of another is not there'
);
select is(
  tests.save('bob', jsonb_build_object('id', tests.id(2), 'name', 'Mine', 'days', jsonb_build_array(
    jsonb_build_object('id', tests.id(21), 'week', 1, 'weekday', 1)
  ))), 'id_unusable days[].id', 'PLAN-SAVE-15: nor is a day of theirs'
);
select is(
  tests.save('ada', jsonb_build_object('id', tests.id(2), 'name', 'Mine', 'days', jsonb_build_array(
    jsonb_build_object('id', tests.id(21), 'week', 1, 'weekday', 1)
  ))), 'id_unusable days[].id', 'PLAN-SAVE-16: and a day stays in its plan'
);

-- Edits through the tables
select results_eq(
  $$
    select tests.answer('ada', statement)
    from unnest(array[
      'update public.plans set weeks = 8 where id = tests.id(1) returning id',
      'update public.plan_days set week = 10 where id = tests.id(22) returning id',
      'insert into public.plan_days (id, plan_id, week, weekday) values (tests.id(29), tests.id(1), 10, 1) returning id',
      'update public.plan_days set week = 2 where id = tests.id(22) returning week',
      'update public.plans set weeks = 2 where id = tests.id(1) returning weeks'
    ]) as statement
  $$,
  $$ values ('invalid_field'), ('invalid_field'), ('invalid_field'), ('2'), ('2') $$,
  'PLAN-SAVE-17: the tables keep days within their plan too'
);
select cmp_ok(
  (select version from public.plans where id = tests.id(1)), '>', 6, 'PLAN-SAVE-18: and raise its version'
);
select is(
  tests.save('ada', tests.plan_with('{"version": 6, "name": "Other"}')), 'stale_version version',
  'PLAN-SAVE-19: which a save made before them is held to'
);

select * from finish();
rollback;
