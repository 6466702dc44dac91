begin;
select plan(11);

select tests.create_user('eve');

select set_eq(
  'select jobname, schedule, active from cron.job',
  $$
    values ('forget-rate-limits', '*/10 * * * *', true), ('forget-held-usernames', '7 3 * * *', true),
      ('forget-finished-jobs', '23 3 * * *', true), ('work-jobs', '* * * * *', true),
      ('forget-tombstones', '27 * * * *', true), ('verify-rollups', '* 3 * * *', true), ('forget-reports', '47 * * * *', true),
      ('forget-access-tokens', '17 4 * * *', true), ('forget-share-links', '13 3 * * *', true),
      ('remove-orphaned-files', '17 3 * * *', true)
  $$,
  'CRON-01: these jobs run by the clock'
);
create temporary table token as
  select decrypted_secret as text, (select count(*) from cron.job) as jobs
  from vault.decrypted_secrets
  where name = 'cron_token';
grant select on token to service_role;
select private.ensure_cron_jobs();
select results_eq(
  $$
    select (select count(*) from cron.job),
      (select array_agg(decrypted_secret) from vault.decrypted_secrets where name = 'cron_token')
  $$,
  'select jobs, array[text] from token',
  'CRON-02: making sure of them again changes nothing, the token neither'
);
select matches((select text from token), '^[0-9a-f]{64}$', 'CRON-03: the token cannot be guessed');

-- The token
select is(
  tests.answer('service_role', 'select public.is_cron_token(text) from token'), 'true',
  'CRON-TOKEN-01: the functions learn that a request comes from our jobs'
);
select is_empty(
  $$
    select wrong
    from token
    cross join unnest(array['', null, 'x', left(text, 63), text || '0', upper(text), ' ' || text]) as wrong
    where tests.answer('service_role', format('select public.is_cron_token(%L)', wrong)) is distinct from 'false'
  $$,
  'CRON-TOKEN-02: and that another does not'
);
delete from vault.secrets where name = 'cron_token';
select is_empty(
  $$
    select wrong
    from unnest(array['', null, 'x']) as wrong
    where tests.answer('service_role', format('select public.is_cron_token(%L)', wrong)) is distinct from 'false'
  $$,
  'CRON-TOKEN-03: without a token in the vault nothing is one'
);
select is_empty(
  $$
    select who, statement, attempt
    from unnest(array['eve', 'anon']) as who
    cross join unnest(array[
      'select public.is_cron_token(''x'')', 'select private.matches_cron_token(''x'')',
      'select private.call_function(''ops/orphaned-files'')', 'select private.ensure_cron_jobs()',
      'select private.forget_rate_limits()', 'select from vault.decrypted_secrets',
      'select public.orphaned_files()'
    ]) as statement
    cross join tests.attempt(who, statement) as attempt
    where attempt <> '42501'
  $$,
  'CRON-RLS-01: no client tries tokens, wakes a function or does the work of a job'
);
select is(
  tests.attempt('service_role', 'select private.call_function(''ops/orphaned-files'')'), '42501',
  'CRON-RLS-02: nor does the backend send requests with our token'
);

-- The work
select throws_ok(
  $$ select private.call_function('ops/orphaned-files') $$, 'P0001', null,
  'CRON-CALL-01: without an address or a token no function is called, and it says so'
);
insert into private.rate_limit_counters (policy, subject, window_started_at, count)
select 'username_check', age, now() - age::interval, 30
from unnest(array['0 seconds', '59 seconds', '60 seconds', '1 day']) as age;
select private.forget_rate_limits();
select set_eq(
  $$ select subject from private.rate_limit_counters where subject ~ '(seconds|day)$' $$, array['0 seconds', '59 seconds'],
  'CRON-FORGET-01: counters go when their window has ended, and not before'
);

insert into storage.buckets (id, name, public)
select name, name, false from unnest(array['uploads', 'avatars', 'exports', 'imports']) as name
on conflict do nothing;
insert into storage.objects (bucket_id, name, created_at, updated_at)
select file.bucket_id, file.name, now() - file.age::interval, now() - file.age::interval
from (values
  ('uploads', 'eve/new.jpg', '23 hours'), ('uploads', 'eve/left.jpg', '25 hours'),
  ('avatars', 'eve/now/64.webp', '1 year'), ('avatars', 'eve/was/64.webp', '1 year'),
  ('avatars', 'eve/soon/64.webp', '59 minutes'),
  ('exports', 'eve/old.zip', '8 days'), ('exports', 'eve/new.zip', '6 days'),
  ('imports', 'eve/old.csv', '9 days'), ('imports', 'eve/new.csv', '6 days')
) as file (bucket_id, name, age);
update public.profiles set avatar_path = 'eve/now' where user_id = tests.user_id('eve');
select is(
  tests.answer('service_role', 'select array_agg(name) from public.orphaned_files()'),
  '{eve/was/64.webp,eve/old.csv,eve/old.zip,eve/left.jpg}',
  'CRON-ORPHAN-01: uploads that nobody took, avatars that are nobody''s, old imports and exports are found, oldest first'
);

select * from finish();
rollback;
