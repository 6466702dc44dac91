create or replace function private.own_version()
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(max(user_versions.version), 0)
    from private.user_versions
    where user_versions.user_id = (select auth.uid())
  );
end;
$$;

revoke execute on function private.own_version() from public;
grant execute on function private.own_version() to authenticated;

comment on function private.own_version() is
  'The version of the caller''s data; 0 before anything was written. Definer, because clients may not read versions.';
