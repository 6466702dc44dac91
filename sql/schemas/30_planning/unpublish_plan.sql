create or replace function public.unpublish_plan(p_id uuid)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  delete from public.published_plans as plans where plans.id = p_id and plans.user_id = (select auth.uid());
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
end;
$$;

revoke execute on function public.unpublish_plan(uuid) from public;
grant execute on function public.unpublish_plan(uuid) to authenticated;

comment on function public.unpublish_plan(uuid) is
  'Takes a plan of the caller''s out of the library, with its likes and counts. Their own plan, the copies of others '
  'and a submission that is still open stay. Errors: 409 id_unusable.';
