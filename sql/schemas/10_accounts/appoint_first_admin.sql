create or replace function private.appoint_first_admin(p_email text)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('user_roles:admin', 0));
  if exists (select 1 from public.user_roles where user_roles.role = 'admin') then
    raise exception 'There is an admin already.' using hint = 'Ask them to call grant_role().';
  end if;
  select users.id into v_user_id
  from auth.users
  where lower(users.email) = lower(p_email)
    and users.email_confirmed_at is not null
    -- Whoever runs an identity provider for SSO says there what they like.
    and not users.is_sso_user;
  if not found then
    raise exception 'Nobody with a confirmed address % has signed up.', p_email
      using hint = 'Sign up in the app and confirm the address first.';
  end if;

  insert into public.user_roles (user_id, role) values (v_user_id, 'admin');
  return v_user_id;
end;
$$;

revoke execute on function private.appoint_first_admin(text) from public;

comment on function private.appoint_first_admin(text) is
  'Makes the user with this confirmed address the first admin. Only the owner of the database can call it: npx '
  'supabase db query "select private.appoint_first_admin(''me@example.com'')".';
