create or replace function private.tg_keep_last_admin()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if old.role <> 'admin' then
    return case tg_op when 'DELETE' then old else new end;
  end if;

  -- One at a time: two admins who revoke each other at once must not both succeed.
  perform pg_advisory_xact_lock(hashtextextended('user_roles:admin', 0));
  if not exists (
    select 1 from public.user_roles where user_roles.role = 'admin' and user_roles.user_id <> old.user_id
  ) then
    perform private.raise_problem(
      'PT409', 'last_admin', 'role',
      'The last admin cannot go.',
      'Make somebody else an admin first.'
    );
  end if;
  return case tg_op when 'DELETE' then old else new end;
end;
$$;

revoke execute on function private.tg_keep_last_admin() from public;

comment on function private.tg_keep_last_admin() is
  'Refuses to remove the last admin, whichever way: revoke_role(), the backend, or the deletion of the account. The '
  'owner of the table alone ever writes it, and sees every admin. Errors: 409 last_admin.';
