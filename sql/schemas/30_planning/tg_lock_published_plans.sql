create or replace function private.tg_lock_published_plans()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Whoever hides their profile has it before the plans.
  perform from public.profiles where profiles.user_id = old.id for update;
  perform
  from public.published_plans as plans
  where plans.user_id = old.id
    or plans.id in (select plan_likes.published_plan_id from public.plan_likes where plan_likes.user_id = old.id)
    or plans.id in (select plan_uses.published_plan_id from public.plan_uses where plan_uses.user_id = old.id)
  order by plans.id
  for update;
  return old;
end;
$$;

revoke execute on function private.tg_lock_published_plans() from public;

comment on function private.tg_lock_published_plans() is
  'Locks the plans whose rows or counts go with a user before anything of the user goes. Published plans are locked '
  'before likes and uses of them, and several in the order of their ids: whoever likes, takes back, unpublishes or '
  'leaves then waits, and never for each other. Definer, because Auth deletes users as a role that has no rights here.';
