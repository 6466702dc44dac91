create or replace function public.remove_published_plan(p_id uuid, p_reason text)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.take_down_plan(p_id, p_reason);
$$;

revoke execute on function public.remove_published_plan(uuid, text) from public;
grant execute on function public.remove_published_plan(uuid, text) to authenticated;

comment on function public.remove_published_plan(uuid, text) is
  'For moderators: takes a plan of a user out of the library. The author keeps seeing it, with the reason, and may '
  'submit it again; approved, it is back. Copies stay. p_reason: 1 to 2000 characters. Errors: 403 not_allowed, 409 '
  'id_unusable, 422 invalid_field.';
