create or replace function private.raise_stale_version(p_version integer)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.raise_problem(
    'PT409', 'stale_version', 'version',
    'This is not the version that is stored: it was changed meanwhile.',
    format('Version %s is stored. Read it, make the change again there, and send that; nothing was stored.', p_version)
  );
end;
$$;

revoke execute on function private.raise_stale_version(integer) from public;
grant execute on function private.raise_stale_version(integer) to authenticated, service_role;

comment on function private.raise_stale_version(integer) is
  'The one answer for a save that was made from another version than the stored one, which the argument names. 409 '
  'stale_version.';
