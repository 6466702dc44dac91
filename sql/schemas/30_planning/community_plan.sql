create or replace function public.community_plan(p_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_document jsonb;
begin
  select plans.document into v_document from public.published_plans as plans where plans.id = p_id;
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;
  return jsonb_build_object('plan', private.published_plan_items(array[p_id]) -> 0, 'shared', v_document);
end;
$$;

revoke execute on function public.community_plan(uuid) from public;
grant execute on function public.community_plan(uuid) to authenticated;

comment on function public.community_plan(uuid) is
  'A plan of the library, whole: {plan, shared}. plan is what community_plans() lists, shared its routines and '
  'exercises as get_shared() answers them. copy_plan() copies it. Errors: 409 id_unusable.';
