begin;
select plan(23);

-- Ada has a job, Sam is anybody, Mia moderates.
select tests.create_user(name) from unnest(array['ada', 'sam', 'mia']) as name;
insert into public.user_roles (user_id, role) values (tests.user_id('mia'), 'moderator');

-- Work that counts to three, unless it is told to fail.
create function private.step_trial(p_job public.jobs)
returns private.job_step
language plpgsql
as $$
declare
  v_count integer := coalesce((p_job.state ->> 'count')::integer, 0) + 1;
begin
  if p_job.input ? 'fails' then
    raise 'as it was told';
  end if;
  return (
    v_count = 3, v_count * 33, jsonb_build_object('count', v_count),
    case when v_count = 3 then jsonb_build_object('counted', v_count) end
  );
end;
$$;
grant execute on function private.step_trial(public.jobs) to service_role;

create temporary table asked as
  select private.enqueue_job(tests.user_id('ada'), 'trial', '{}', 'first') as of_ada,
    private.enqueue_job(null, 'trial', '{"system": true}') as of_system;
grant select on asked to public;

-- Rights
select results_eq(
  $$
    select who,
      tests.answer(who, 'select count(id) filter (where id = of_ada) from public.jobs, asked'),
      tests.answer(who, 'select count(id) filter (where id = of_system) from public.jobs, asked'),
      tests.attempt(who, 'update public.jobs set status = ''queued'' where false'),
      tests.attempt(who, 'delete from public.jobs where false'),
      tests.attempt(who, 'insert into public.jobs (type) select ''trial'' where false')
    from unnest(array['ada', 'sam', 'mia', 'anon', 'service_role']) as who
  $$,
  $$
    values
      ('ada', '1', '0', '42501', '42501', '42501'), ('sam', '0', '0', '42501', '42501', '42501'),
      ('mia', '0', '1', '42501', '42501', '42501'), ('anon', '42501', '42501', '42501', '42501', '42501'),
      ('service_role', '1', '1', '0', '0', '0')
  $$,
  'JOB-RLS-01: an owner reads their jobs, moderators the system''s, and clients write none'
);
select is_empty(
  $$
    select name, tests.attempt('ada', format('select %I from public.jobs', name))
    from unnest(array['input', 'state', 'lease', 'due_at', 'attempts', 'idempotency_key']) as name
    where tests.attempt('ada', format('select %I from public.jobs', name)) <> '42501'
  $$,
  'JOB-RLS-02: how it is worked at is nobody''s to read'
);
select is_empty(
  $$
    select who, call, tests.attempt(who, 'select ' || call || ' from asked')
    from unnest(array['ada', 'mia', 'anon']) as who
    cross join unnest(array[
      'public.claim_job()', 'public.step_job(of_ada, of_ada)', 'public.release_job(of_ada, of_ada)',
      'private.enqueue_job(tests.user_id(''ada''), ''trial'', ''{}'')'
    ]) as call
    where tests.attempt(who, 'select ' || call || ' from asked') <> '42501'
  $$,
  'JOB-ATT-01: nor to do, nor to ask for past the RPC of the work'
);
select results_eq(
  $$
    select what, tests.answer(who, format('select public.cancel_job(%s) from asked', id))
    from (values
      ('another''s', 'sam', 'of_ada'), ('a moderator, another''s', 'mia', 'of_ada'), ('the system''s', 'ada', 'of_system'),
      ('none', 'ada', 'tests.id(9)')
    ) as targets (what, who, id)
  $$,
  $$
    values
      ('another''s', 'id_unusable'), ('a moderator, another''s', 'id_unusable'), ('the system''s', 'id_unusable'),
      ('none', 'id_unusable')
  $$,
  'JOB-ATT-02: nobody cancels what is not theirs'
);

-- Asking
select is(
  private.enqueue_job(tests.user_id('ada'), 'trial', '{}', 'first'), (select of_ada from asked),
  'JOB-KEY-01: the same key again is the same job'
);
select throws_ok(
  $$ select private.enqueue_job(tests.user_id('ada'), 'trial', '{"fails": true}', 'first') $$,
  'PT409', 'id_unusable', 'JOB-KEY-02: the key of other work is refused'
);
select isnt(
  private.enqueue_job(tests.user_id('sam'), 'trial', '{}', 'first'), (select of_ada from asked),
  'JOB-KEY-03: and another user''s keys are their own'
);
delete from public.jobs where user_id = tests.user_id('sam');
update private.quotas set max_count = 2 where name = 'jobs';
select throws_ok(
  $$ select private.enqueue_job(tests.user_id('ada'), 'trial', '{}') from generate_series(1, 2) $$,
  'PT409', 'quota_exceeded', 'JOB-QUOTA-01: a user has as many jobs as the quota allows'
);
delete from public.jobs where user_id is null;

-- Working
create function tests.claim()
returns text
language sql
as $$ select tests.answer('service_role', 'select public.claim_job()') $$;
create function tests.step()
returns text
language sql
as $$
  select tests.answer('service_role', format('select public.step_job(%L, %L) ->> ''status''', id, lease))
  from public.jobs
$$;
-- As if the time of the lease were up.
create procedure tests.let_time_pass()
language sql
as $$ update public.jobs set due_at = now() where true; $$;

create temporary table claims (claim jsonb);
insert into claims select tests.claim()::jsonb;
select results_eq(
  $$ select claim ->> 'type', (claim ->> 'id')::uuid, (claim ->> 'lease')::uuid from claims $$,
  $$ select 'trial', id, lease from public.jobs where status = 'running' $$,
  'JOB-WORK-01: a job that is due is leased'
);
select is(tests.claim(), null, 'JOB-WORK-02: to one worker');
select results_eq(
  $$ select tests.step(), status, progress, started_at is null from public.jobs $$,
  $$ values ('running', 'running', 0::smallint, false) $$,
  'JOB-WORK-03: a step is done'
);
select is(progress, 33::smallint, 'JOB-WORK-04: and its progress is told') from public.jobs;

-- A worker that went away
call tests.let_time_pass();
select isnt(tests.claim(), null, 'JOB-CRASH-01: once the lease runs out, another worker has the job');
select is(
  tests.answer('service_role', format(
    'select public.step_job(%L, %L) ->> ''status''', claim ->> 'id', claim ->> 'lease'
  )), 'lost',
  'JOB-CRASH-02: what the first one does when it comes back is not done'
) from claims;
select tests.answer('service_role', format(
  'select public.release_job(%L, %L)', claim ->> 'id', claim ->> 'lease'
)) from claims;
select results_eq(
  $$ select tests.step(), tests.step() $$, $$ values ('running', 'succeeded') $$,
  'JOB-CRASH-03: and the job goes on where it was'
);
select results_eq(
  $$ select status, progress, result, error, lease, attempts from public.jobs $$,
  $$ values ('succeeded', 100::smallint, '{"counted": 3}'::jsonb, null::jsonb, null::uuid, 0::smallint) $$,
  'JOB-WORK-05: to its end, with its report'
);
select is(
  tests.answer('ada', 'select public.cancel_job(of_ada) ->> ''status'' from asked'), 'succeeded',
  'JOB-CANCEL-01: what has ended is not cancelled'
);
delete from public.jobs where true;

-- One that fails, five times
select private.enqueue_job(tests.user_id('ada'), 'trial', '{"fails": true}');
do $$
begin
  for attempt in 1..5 loop
    perform tests.claim(), tests.step();
    perform tests.answer('service_role', format(
      'select public.release_job(%L, %L, ''{"code": "internal_error"}'')', id, lease
    )) from public.jobs;
    call tests.let_time_pass();
  end loop;
end;
$$;
select results_eq(
  $$ select status, attempts, error, lease, tests.claim() from public.jobs $$,
  $$ values ('failed', 5::smallint, '{"code": "internal_error"}'::jsonb, null::uuid, null) $$,
  'JOB-FAIL-01: a job that fails five times has failed'
);
delete from public.jobs where true;
select private.enqueue_job(tests.user_id('ada'), 'trial', '{}');
do $$
begin
  for attempt in 1..5 loop
    perform tests.claim();
    call tests.let_time_pass();
  end loop;
end;
$$;
select results_eq(
  $$ select tests.claim(), status from public.jobs $$, $$ values (null, 'running') $$,
  'JOB-FAIL-02: so has one under which five workers died'
);
select results_eq(
  'select status, error from public.jobs', $$ values ('failed', '{"code": "given_up"}'::jsonb) $$,
  'JOB-FAIL-03: though nobody was left to say why'
);
delete from public.jobs where true;

-- Cancelled in the middle
select private.enqueue_job(tests.user_id('ada'), 'trial', '{}');
select tests.claim(), tests.step();
create temporary table held as select id, lease from public.jobs;
select is(
  tests.answer('ada', 'select public.cancel_job(id) ->> ''status'' from public.jobs'), 'cancelled',
  'JOB-CANCEL-02: an owner cancels a job that is being done'
);
select is(
  tests.answer('service_role', format('select public.step_job(%L, %L) ->> ''status''', id, lease)), 'lost',
  'JOB-CANCEL-03: no further step is done'
) from held;
select results_eq(
  $$ select status, progress, tests.claim() from public.jobs $$, $$ values ('cancelled', 33::smallint, null) $$,
  'JOB-CANCEL-04: and nobody takes it up again'
);

select * from finish();
rollback;
