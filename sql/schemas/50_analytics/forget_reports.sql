create or replace function private.forget_reports()
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  delete from private.report_cache
  where report_cache.claimed_at <= greatest(
    now() - interval '23 hours',
    (select kept.claimed_at from private.report_cache as kept order by kept.claimed_at desc offset 20000 limit 1)
  );
$$;

revoke execute on function private.forget_reports() from public;

comment on function private.forget_reports() is
  'Removes reports of 23 hours and more, and all but the newest 20,000. A cron job calls it each hour.';
