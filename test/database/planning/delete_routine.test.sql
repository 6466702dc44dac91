begin;
select plan(9);

select tests.create_user('ada');
select tests.sign_in('ada');
insert into public.routine_folders (id, name) values (tests.id(1), 'Gym'), (tests.id(2), 'Home');
insert into public.routines (id, folder_id, name)
values (tests.id(11), tests.id(1), 'Push'), (tests.id(12), tests.id(1), 'Pull'), (tests.id(13), null, 'Legs');
insert into public.plans (id, name) values (tests.id(21), 'Strength'), (tests.id(22), 'Endurance');
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
values
  (tests.id(31), tests.id(21), 1, 1, tests.id(11)), (tests.id(32), tests.id(22), 1, 1, tests.id(11)),
  (tests.id(33), tests.id(22), 1, 3, tests.id(13));

select throws_ok(
  $$ delete from public.routines where id = tests.id(11) $$, 'PT409', 'in_use',
  'RTN-USE-01: a routine that a plan uses is not deleted'
);
create function pg_temp.refused_because()
returns text
language plpgsql
as $$
declare
  v_detail text;
begin
  delete from public.routines where id = tests.id(11);
  return 'deleted';
exception
  when others then
    get stacked diagnostics v_detail = pg_exception_detail;
    return v_detail::jsonb ->> 'text';
end;
$$;
select is(
  pg_temp.refused_because(), 'The plan "Endurance" uses this routine.', 'RTN-USE-02: and the refusal names a plan'
);
select lives_ok($$ delete from public.routines where id = tests.id(12) $$, 'RTN-USE-03: one that none uses is deleted');
delete from public.plans where id = tests.id(22);
select lives_ok(
  $$ delete from public.routines where id = tests.id(13) $$, 'RTN-USE-04: so is one whose plan was deleted'
);
update public.plan_days set routine_id = null where id = tests.id(31);
select lives_ok(
  $$ delete from public.routines where id = tests.id(11); set constraints all immediate $$,
  'RTN-USE-05: and one that was taken out of its plan'
);

-- Folders
insert into public.routines (id, folder_id, name) values (tests.id(14), tests.id(1), 'Arms');
select lives_ok($$ delete from public.routine_folders where id = tests.id(1) $$, 'RTN-FOLD-01: a folder is deleted');
select results_eq(
  $$ select id, folder_id from public.routines $$, $$ values (tests.id(14), null::uuid) $$,
  'RTN-FOLD-02: and its routines are kept, in none'
);

-- The backend erases users in any order.
set constraints all deferred;
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
values (tests.id(34), tests.id(21), 1, 5, tests.id(14));
select tests.act_as('postgres');
select lives_ok(
  $$
    delete from public.routines where id = tests.id(14);
    delete from public.plans where id = tests.id(21);
    set constraints all immediate
  $$,
  'RTN-USE-06: which may take a routine before the plan that uses it'
);
insert into public.routines (id, user_id, name) values (tests.id(15), tests.user_id('ada'), 'Core');
insert into public.plans (id, user_id, name) values (tests.id(23), tests.user_id('ada'), 'Power');
insert into public.plan_days (id, plan_id, week, weekday, routine_id)
values (tests.id(35), tests.id(23), 1, 1, tests.id(15));
select throws_ok(
  $$ delete from public.routines where id = tests.id(15); set constraints all immediate $$, '23503', null,
  'RTN-USE-07: but not without it'
);

select * from finish();
rollback;
