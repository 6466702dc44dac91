create or replace function private.custom_access_token_hook(p_event jsonb)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_set(p_event, '{claims,user_roles}', coalesce(
    (
      select jsonb_agg(user_roles.role order by user_roles.role)
      from public.user_roles
      where user_roles.user_id = jsonb_extract_path_text(p_event, 'user_id')::uuid
    ),
    '[]'
  ));
$$;

revoke execute on function private.custom_access_token_hook(jsonb) from public;
grant execute on function private.custom_access_token_hook(jsonb) to supabase_auth_admin;
grant usage on schema private to supabase_auth_admin;

comment on function private.custom_access_token_hook(jsonb) is
  'Adds the claim user_roles to access tokens, for the convenience of clients: policies read the table. Called by '
  'Auth with {user_id, claims}; definer, because Auth''s role may not read in public.';
