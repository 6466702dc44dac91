begin;
select plan(6);

select tests.create_user('ada'), tests.create_user('bob');
update private.quotas set max_count = 3 where name = 'routine_folders';

select is(
  tests.attempt('ada', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(1, 3) as n $$),
  '3', 'QUOTA-01: as many as the quota are kept'
);
select is(
  tests.answer('ada', $$ insert into public.routine_folders (id, name) values (tests.id(4), 'Folder') returning 'kept' $$),
  'quota_exceeded', 'QUOTA-02: and not one more'
);
select throws_matching(
  $$
    select tests.sign_in('ada');
    insert into public.routine_folders (id, name) values (tests.id(4), 'Folder');
  $$, 'quota_exceeded', 'QUOTA-03: the refusal has a stable key'
);
select tests.act_as('postgres');
select is(
  tests.attempt('bob', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(11, 13) as n $$),
  '3', 'QUOTA-04: what others keep does not count'
);
select is(
  tests.attempt('ada', $$
    insert into public.routine_folders (id, name) values (tests.id(3), 'Renamed')
    on conflict (id) do update set name = excluded.name
  $$), '1', 'QUOTA-05: changing what is there is no addition'
);
select is(
  tests.attempt('ada', $$ insert into public.routine_folders (id, name) select tests.id(n), 'Folder' from generate_series(21, 24) as n $$),
  'PT409', 'QUOTA-06: nor do many at once slip past'
);

select * from finish();
rollback;
