create or replace function private.has_role(p_role text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select 1
    from public.user_roles
    where user_roles.user_id = (select auth.uid()) and user_roles.role in (p_role, 'admin')
  );
$$;

revoke execute on function private.has_role(text) from public;
grant execute on function private.has_role(text) to authenticated, service_role;

comment on function private.has_role(text) is
  'Whether the caller has a role now; an admin has every role. Definer, because policies of user_roles itself ask '
  'it.';
