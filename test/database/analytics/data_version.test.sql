begin;
select plan(8);

select tests.create_user('ada'), tests.create_user('bob');

-- What is written under somebody's lock raises their version. Every table of theirs takes it, or stands here.
create temporary table unlocked (relation, reason) as values
  ('body_facts', 'no answer that is kept by version shows them'),
  ('profiles', 'likewise'),
  ('published_plans', 'likewise');
select set_eq(
  $$
    select distinct attrelid::regclass::text
    from pg_attribute
    join pg_class on oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'user_id' and not attisdropped
      and (
        has_any_column_privilege('authenticated', attrelid, 'insert, update')
        or has_table_privilege('authenticated', attrelid, 'delete')
      )
      and not exists (
        select from pg_trigger where tgrelid = attrelid and tgfoid = 'private.tg_lock_user_data()'::regprocedure
      )
  $$,
  'select relation from unlocked',
  'DVER-01: tables that clients write take the lock of whoever writes'
);

-- Each statement in a transaction of its own is one version; here all are one, so versions are set back between.
create function pg_temp.raises(p_who text, p_statement text)
returns boolean
language plpgsql
as $$
declare
  v_before text;
begin
  update private.user_versions set raised_in = '3' where true;
  v_before := tests.answer(p_who, 'select public.data_version()');
  perform tests.attempt(p_who, p_statement);
  return tests.answer(p_who, 'select public.data_version()') <> v_before;
end;
$$;
select results_eq(
  $$
    select statement from unnest(array[
      'insert into public.gyms (id, name) values (tests.id(1), ''Home'')',
      'update public.profile_settings set week_start = 7 where user_id = auth.uid()',
      'select public.log_workout(''{"id": "0198c1e2-0000-7000-8000-000000000001", "name": "W", "started_at": "2026-03-02T18:00:00Z", "time_zone": "UTC", "exercises": []}'')',
      'delete from public.workouts where user_id = auth.uid()'
    ]) as statement
    where not pg_temp.raises('ada', statement)
  $$,
  $$ select ''::text where false $$,
  'DVER-02: what is written is seen in the version'
);
select is(pg_temp.raises('ada', 'select public.dashboard(''2026-01-01'', ''2026-04-01'')'), false, 'DVER-03: what is read is not');
select is(
  pg_temp.raises('ada', 'insert into public.gyms (id, name) values (tests.id(1), ''Twice'')'), false,
  'DVER-04: nor what failed'
);
create temporary table before as select tests.answer('bob', 'select public.data_version()') as version;
select tests.attempt('ada', 'update public.gyms set name = ''Garage'' where user_id = auth.uid()');
select is(
  tests.answer('bob', 'select public.data_version()'), (select version from before), 'DVER-05: nor what others do'
);
update private.user_versions set raised_in = '3' where true;
insert into public.workouts (id, user_id, name, started_at, time_zone)
values (tests.id(9), tests.user_id('bob'), 'W', '2026-03-02T18:00:00Z', 'UTC');
select isnt(
  tests.answer('bob', 'select public.data_version()'), (select version from before),
  'DVER-06: what the backend writes for somebody and rolls up is theirs'
);
select is(tests.answer('anon', 'select public.data_version()'), '42501', 'DVER-07: nobody has none');
delete from auth.users where id = tests.user_id('ada');
select is_empty(
  $$ select 1 from private.user_versions where user_id = tests.user_id('ada') $$, 'DVER-08: it goes with its user'
);

select * from finish();
rollback;
