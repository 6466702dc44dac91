create or replace function public.unlike_plan(p_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.end_plan_like(p_id);
$$;

revoke execute on function public.unlike_plan(uuid) from public;
grant execute on function public.unlike_plan(uuid) to authenticated;

comment on function public.unlike_plan(uuid) is
  'Takes back the caller''s like of a plan of the library, also of one that they do not see any more. Without a like it '
  'does nothing.';
