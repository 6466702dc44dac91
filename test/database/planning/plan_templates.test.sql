begin;
select plan(9);

select tests.create_user(name) from unnest(array['ada', 'bob', 'mod']) as name;
insert into public.user_roles (user_id, role) values (tests.user_id('mod'), 'moderator');

-- A copy is the document that it was copied from, keys and all that stands for nothing aside.
create function tests.content(p_document jsonb)
returns jsonb
language sql
as $$
  with recursive keys as (
    select
      routine.node ->> 'key' as key, 'routine-' || row_number() over (order by min(day.ordinal)) as first_use
    from jsonb_array_elements(p_document -> 'routines') as routine (node)
    join jsonb_array_elements(p_document -> 'days') with ordinality as day (node, ordinal)
      on day.node ->> 'routine' = routine.node ->> 'key'
    group by routine.node ->> 'key'
  )
  select jsonb_strip_nulls(jsonb_build_object(
    'name', p_document -> 'name', 'description', p_document -> 'description', 'goal', p_document -> 'goal',
    'level', p_document -> 'level', 'tags', p_document -> 'tags', 'weeks', p_document -> 'weeks',
    'deload_weeks', p_document -> 'deload_weeks', 'is_repeating', p_document -> 'is_repeating',
    'days', (
      select jsonb_agg(day || jsonb_build_object(
        'routine', (select keys.first_use from keys where keys.key = day ->> 'routine'),
        'position', coalesce(day -> 'position', '1')
      ))
      from jsonb_array_elements(p_document -> 'days') as day
    ),
    'routines', (
      select jsonb_agg(
        routine || jsonb_build_object('key', keys.first_use, 'exercises', (
          select jsonb_agg(used || jsonb_build_object('sets', (
            select jsonb_agg(jsonb_build_object('set_type', 'normal') || aim)
            from jsonb_array_elements(used -> 'sets') as aim
          )))
          from jsonb_array_elements(routine -> 'exercises') as used
        ))
        order by keys.first_use
      )
      from jsonb_array_elements(p_document -> 'routines') as routine
      join keys on keys.key = routine ->> 'key'
    )
  ));
$$;

select tests.sign_in('ada');
select cmp_ok(
  (select count(*) from public.published_plans where user_id is null), '>=', 5::bigint, 'TPL-01: there are templates'
);
select is(
  (public.copy_plan(id, tests.id(row_number() over (order by slug)::integer)) #>> '{plan,name}'), name,
  'TPL-02: ' || name || ' is copied'
)
from public.published_plans
where user_id is null
order by slug
limit 5;
select tests.act_as('postgres');
select is_empty(
  $$
    select published_plans.slug
    from public.published_plans
    join public.plan_sources on plan_sources.published_plan_id = published_plans.id
    where tests.content(private.shared_plan_document(plan_sources.plan_id)) is distinct from tests.content(published_plans.document)
  $$,
  'TPL-03: and the copy says what the template says'
);

select is_empty(
  $$
    select who, statement, tests.attempt(who, statement)
    from (values
      ('ada', 'select from public.published_plans where user_id is null limit 1', '1'),
      ('mod', 'select from public.published_plans where user_id is null limit 1', '1'),
      ('anon', 'select from public.published_plans limit 1', '42501'),
      ('service_role', 'update public.published_plans set name = name where slug = ''531-wave''', '1'),
      ('ada', 'update public.published_plans set name = ''Mine'' where true', '42501'),
      ('mod', 'update public.published_plans set name = ''Mine'' where true', '42501'),
      ('anon', 'update public.published_plans set name = ''Mine'' where true', '42501'),
      ('ada', 'delete from public.published_plans where true', '0'),
      ('mod', 'delete from public.published_plans where true', '0'),
      ('ada', 'insert into public.published_plans (id, name) values (tests.id(1), ''Mine'')', '42501'),
      ('mod', 'insert into public.published_plans (id, name) values (tests.id(1), ''Mine'')', '42501'),
      ('ada', 'select private.load_plan_templates(''[]'')', '42501')
    ) as attempts (who, statement, outcome)
    where tests.attempt(who, statement) <> outcome
  $$,
  'TPL-RLS-01: templates are for reading, by whoever is signed in'
);
select throws_ok(
  $$ select private.load_plan_templates('[{"slug": "x", "routines": [{"exercises": [{"exercise": "no-such"}]}]}]') $$,
  'P0002', 'There is no exercise no-such.',
  'TPL-04: a template of an exercise that does not exist is not loaded'
);

select * from finish();
rollback;
