create or replace function private.raise_quota_exceeded(p_quota private.quotas)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  perform private.raise_problem(
    'PT409', 'quota_exceeded', p_quota.name,
    format('There may be %s at most: %s', p_quota.max_count, p_quota.description),
    'Delete what is no longer needed, then try again.',
    p_quota.max_count
  );
end;
$$;

revoke execute on function private.raise_quota_exceeded(private.quotas) from public;

comment on function private.raise_quota_exceeded(private.quotas) is
  'Refuses what exceeds a quota. Errors: 409 quota_exceeded.';
