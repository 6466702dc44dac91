create or replace function private.forget_rate_limits()
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  delete from private.rate_limit_counters as counters
  using private.rate_limit_policies as policies
  where policies.name = counters.policy
    and counters.window_started_at + make_interval(secs => policies.window_seconds) <= now();
$$;

revoke execute on function private.forget_rate_limits() from public;

comment on function private.forget_rate_limits() is
  'Removes the counters of windows that have ended. A cron job calls it.';
