create or replace function private.ensure_cron_jobs()
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.ensure_secret('cron_token', 'By which functions know this database''s cron jobs.');
  perform cron.schedule('forget-rate-limits', '*/10 * * * *', 'select private.forget_rate_limits()');
  perform cron.schedule(
    'forget-held-usernames', '7 3 * * *', 'delete from private.held_usernames where expires_at <= now()'
  );
  perform cron.schedule('forget-tombstones', '27 * * * *', 'select private.forget_tombstones()');
  perform cron.schedule(
    'forget-access-tokens', '17 4 * * *',
    'delete from public.access_tokens where least(revoked_at, expires_at) <= now() - interval ''90 days'''
  );
  perform cron.schedule(
    'forget-share-links', '13 3 * * *',
    'delete from public.share_links where expires_at <= now() - interval ''90 days'''
  );
  perform cron.schedule(
    'forget-finished-jobs', '23 3 * * *',
    'delete from public.jobs where finished_at <= now() - interval ''30 days'''
  );
  perform cron.schedule('forget-reports', '47 * * * *', 'select private.forget_reports()');
  -- The worker is woken only where there is work: an idle project pays for no calls.
  perform cron.schedule(
    'work-jobs', '* * * * *',
    'select private.call_function(''training/work-jobs'', 120)
     where exists (select from public.jobs where status in (''queued'', ''running'') and due_at <= now())'
  );
  -- One user a minute: whoever is checked waits for nobody else.
  perform cron.schedule('verify-rollups', '* 3 * * *', 'select private.verify_rollups(1)');
  perform cron.schedule('remove-orphaned-files', '17 3 * * *', 'select private.call_function(''ops/orphaned-files'')');
end;
$$;

revoke execute on function private.ensure_cron_jobs() from public;

comment on function private.ensure_cron_jobs() is
  'Schedules every job that runs by the clock, by name, so that doing it again changes nothing; makes the token by '
  'which functions know them. Called by sql/settings in every environment.';
