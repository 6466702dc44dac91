create or replace function private.end_plan_like(p_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
begin
  perform private.lock_user_data(v_user_id);
  -- Before the like: whoever deletes the plan has it first, and its likes after.
  perform from public.published_plans as plans where plans.id = p_id for no key update;
  delete from public.plan_likes
  where plan_likes.user_id = v_user_id and plan_likes.published_plan_id = p_id;
end;
$$;

revoke execute on function private.end_plan_like(uuid) from public;
grant execute on function private.end_plan_like(uuid) to authenticated;

comment on function private.end_plan_like(uuid) is
  'Answers unlike_plan(). Definer, because clients may not write likes, nor lock the plans of others.';
