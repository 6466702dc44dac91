create or replace function public.revoke_role(p_user_id uuid, p_role text)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.change_role(p_user_id, p_role, false);
$$;

revoke execute on function public.revoke_role(uuid, text) from public;
grant execute on function public.revoke_role(uuid, text) to authenticated;

comment on function public.revoke_role(uuid, text) is
  'Takes a role from a user, at once. For admins; the last admin cannot go. Errors: 403 not_allowed, 409 '
  'id_unusable, 409 last_admin, 422 invalid_field.';
