create or replace function private.add_plan_like(p_id uuid)
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

  -- As the policy of published plans asks. Before the like: its foreign key locks the plan too, but less than counting
  -- does, and whoever asks for more later may wait for one who waits for them.
  perform
  from public.published_plans as plans
  where plans.id = p_id
    and (
      plans.user_id is null
      or (
        plans.user_id <> v_user_id
        and plans.effective_visibility = 'public'
        and plans.user_id not in (select private.blocked_user_ids())
      )
    )
  for no key update;
  if not found then
    perform private.raise_id_unusable('p_id');
  end if;

  insert into public.plan_likes (user_id, published_plan_id)
  values (v_user_id, p_id)
  on conflict do nothing;
end;
$$;

revoke execute on function private.add_plan_like(uuid) from public;
grant execute on function private.add_plan_like(uuid) to authenticated;

comment on function private.add_plan_like(uuid) is
  'Answers like_plan(). Definer, because clients may not write likes: what counts them is locked in an order that a '
  'statement of theirs would not keep (private.tg_lock_published_plans()). Errors: 409 id_unusable, quota_exceeded.';
