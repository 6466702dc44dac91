create or replace function private.visible_plan_document(p_plan_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  if not exists (
    select 1
    from public.plans
    where plans.id = p_plan_id
      and (
        plans.user_id = v_user_id
        or (plans.effective_visibility = 'public' and plans.user_id not in (select private.blocked_user_ids()))
        or (plans.effective_visibility = 'followers' and plans.user_id in (select private.followed_user_ids()))
      )
  ) then
    return null;
  end if;
  return private.shared_plan_document(p_plan_id, v_user_id);
end;
$$;

revoke execute on function private.visible_plan_document(uuid) from public;
grant execute on function private.visible_plan_document(uuid) to authenticated;

comment on function private.visible_plan_document(uuid) is
  'A plan that the caller may see, as private.shared_plan_document() shares it, with all its routines: who shows a plan '
  'shows what it is made of. Null where they do not see it. Definer, because routines may be more private than the '
  'plan, and exercises of others are. It asks as the policy of plans does.';
