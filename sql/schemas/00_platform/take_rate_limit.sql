create or replace function private.take_rate_limit(p_policy text, p_subject text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_policy private.rate_limit_policies;
  v_counter private.rate_limit_counters;
begin
  select policies.* into v_policy from private.rate_limit_policies as policies where policies.name = p_policy;
  if not found then
    raise exception 'There is no rate limit named %.', p_policy
      using errcode = 'P0002', hint = 'Add it to sql/settings/10_rate_limits.sql.';
  end if;

  insert into private.rate_limit_counters as counters (policy, subject, window_started_at, count)
  values (p_policy, p_subject, now(), 1)
  on conflict (policy, subject) do update
    set
      window_started_at = case
        when counters.window_started_at + make_interval(secs => v_policy.window_seconds) <= now() then now()
        else counters.window_started_at
      end,
      count = case
        when counters.window_started_at + make_interval(secs => v_policy.window_seconds) <= now() then 1
        else counters.count + 1
      end
  returning counters.* into v_counter;

  return jsonb_build_object(
    'is_allowed', v_counter.count <= v_policy.max_count,
    'limit', v_policy.max_count,
    'remaining', greatest(v_policy.max_count - v_counter.count, 0),
    'reset_seconds', ceil(extract(epoch from
      v_counter.window_started_at + make_interval(secs => v_policy.window_seconds) - now()
    ))::integer
  );
end;
$$;

revoke execute on function private.take_rate_limit(text, text) from public;
grant execute on function private.take_rate_limit(text, text) to service_role;

comment on function private.take_rate_limit(text, text) is
  'Counts one use against a limit and says whether it is allowed: {is_allowed, limit, remaining, reset_seconds}. '
  'Fixed windows that begin with the first use. Definer: nobody else may touch the counters.';
