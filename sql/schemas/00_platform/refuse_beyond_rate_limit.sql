create or replace function private.refuse_beyond_rate_limit(p_policy text, p_subject text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_max_count integer;
  v_ends_at timestamptz;
begin
  select policies.max_count, counters.window_started_at + make_interval(secs => policies.window_seconds)
  into v_max_count, v_ends_at
  from private.rate_limit_policies as policies
  join private.rate_limit_counters as counters on counters.policy = policies.name
  where policies.name = p_policy and counters.subject = p_subject and counters.count >= policies.max_count;

  if v_ends_at > now() then
    perform private.raise_problem(
      'PT429', 'too_many_requests', p_policy,
      format('At most %s within the window.', v_max_count),
      format('Try again in %s seconds.', ceil(extract(epoch from v_ends_at - now())))
    );
  end if;
end;
$$;

revoke execute on function private.refuse_beyond_rate_limit(text, text) from public;

comment on function private.refuse_beyond_rate_limit(text, text) is
  'Refuses whoever used a limit up, without counting a use: for limits on failures, which are counted by '
  'private.take_rate_limit() once something failed. Granted to nobody: definer functions call it for their callers. '
  'Errors: 429 too_many_requests.';
