create or replace function private.raise_own_version()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.raise_user_version((select auth.uid()));
end;
$$;

revoke execute on function private.raise_own_version() from public;
grant execute on function private.raise_own_version() to authenticated, service_role;

comment on function private.raise_own_version() is
  'Raises the version of the caller''s data. Definer, because clients may not write versions.';
