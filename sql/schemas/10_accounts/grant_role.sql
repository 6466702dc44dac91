create or replace function public.grant_role(p_user_id uuid, p_role text)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.change_role(p_user_id, p_role, true);
$$;

revoke execute on function public.grant_role(uuid, text) from public;
grant execute on function public.grant_role(uuid, text) to authenticated;

comment on function public.grant_role(uuid, text) is
  'Gives a user the role moderator or admin. For admins; granting what is granted changes nothing. Errors: 403 '
  'not_allowed, 409 id_unusable, 422 invalid_field.';
