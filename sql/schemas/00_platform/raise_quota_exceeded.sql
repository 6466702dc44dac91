create or replace function private.raise_quota_exceeded(p_name text)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_quota private.quotas;
begin
  select quotas.* into strict v_quota from private.quotas where quotas.name = p_name;
  perform private.raise_problem(
    'PT409', 'quota_exceeded', v_quota.name,
    format('There may be %s at most: %s', v_quota.max_count, v_quota.description),
    'Delete what is no longer needed, then try again.',
    v_quota.max_count
  );
end;
$$;

revoke execute on function private.raise_quota_exceeded(text) from public;

comment on function private.raise_quota_exceeded(text) is
  'Refuses what exceeds a quota, and says which and how much it is. Granted to nobody: definer functions call it. '
  'Errors: 409 quota_exceeded.';
