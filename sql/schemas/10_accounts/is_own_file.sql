create or replace function private.is_own_file(p_name text)
returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select
    starts_with(p_name, (select auth.uid())::text || '/')
    and p_name !~ '\.\.'
    and p_name ~ '^[0-9a-f-]{36}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){1,3}$';
$$;

revoke execute on function private.is_own_file(text) from public;
grant execute on function private.is_own_file(text) to authenticated, service_role;

comment on function private.is_own_file(text) is
  'Whether a file lies in the caller''s own folder, under a name that no reading of paths can lead out of: ASCII '
  'letters, digits, dot, underscore and hyphen, one to three levels, no two dots in a row.';
