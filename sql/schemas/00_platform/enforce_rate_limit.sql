create or replace function private.enforce_rate_limit(p_policy text, p_subject text)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_use jsonb := private.take_rate_limit(p_policy, p_subject);
begin
  -- Raising takes back this use but none that was allowed: the count stays at the limit until the window ends.
  if not (v_use ->> 'is_allowed')::boolean then
    perform private.raise_problem(
      'PT429', 'too_many_requests', p_policy,
      format('At most %s within the window.', v_use ->> 'limit'),
      format('Try again in %s seconds.', v_use ->> 'reset_seconds')
    );
  end if;
end;
$$;

revoke execute on function private.enforce_rate_limit(text, text) from public;

comment on function private.enforce_rate_limit(text, text) is
  'Counts one use against a limit, and refuses it beyond. Granted to nobody: definer functions call it for their '
  'callers. Errors: 429 too_many_requests.';
