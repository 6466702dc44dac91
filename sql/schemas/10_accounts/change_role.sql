create or replace function private.change_role(p_user_id uuid, p_role text, p_is_granted boolean)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if not private.has_role('admin') then
    perform private.raise_problem(
      'PT403', 'not_allowed', 'role', 'Only an admin changes roles.', 'Ask an admin.'
    );
  end if;
  if p_role is null or p_role not in ('moderator', 'admin') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_role', 'must be one of moderator, admin', 'Correct the role and call again.'
    );
  end if;
  if not exists (select 1 from auth.users where users.id = p_user_id) then
    perform private.raise_id_unusable('p_user_id');
  end if;

  if p_is_granted then
    insert into public.user_roles (user_id, role, granted_by)
    values (p_user_id, p_role, (select auth.uid()))
    on conflict do nothing;
  else
    delete from public.user_roles where user_roles.user_id = p_user_id and user_roles.role = p_role;
  end if;
end;
$$;

revoke execute on function private.change_role(uuid, text, boolean) from public;
grant execute on function private.change_role(uuid, text, boolean) to authenticated;

comment on function private.change_role(uuid, text, boolean) is
  'Grants or revokes a role in the name of the caller, who must be an admin now. Definer, because nobody may write '
  'user_roles.';
