create or replace function public.like_plan(p_id uuid)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.add_plan_like(p_id);
$$;

revoke execute on function public.like_plan(uuid) from public;
grant execute on function public.like_plan(uuid) to authenticated;

comment on function public.like_plan(uuid) is
  'Likes a plan of the library: one that the caller sees, and not their own. Once, however often it is called. Errors: '
  '409 id_unusable, quota_exceeded.';
