create or replace function private.require_admin()
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if not private.has_role('admin') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'role', 'Only an admin sees how the platform is used.', 'Ask an admin.'
    );
  end if;
end;
$$;

revoke execute on function private.require_admin() from public;
grant execute on function private.require_admin() to authenticated;

comment on function private.require_admin() is 'Refuses a caller who is no admin now. Errors: 403 not_allowed.';
