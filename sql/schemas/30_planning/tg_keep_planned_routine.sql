create or replace function private.tg_keep_planned_routine()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_plan_name text;
begin
  -- Without a caller it is the backend, which erases a user's routines and plans in any order.
  if (select auth.uid()) is null then
    return old;
  end if;
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  select plans.name
  into v_plan_name
  from public.plan_days
  join public.plans on plans.id = plan_days.plan_id
  where plan_days.user_id = old.user_id and plan_days.routine_id = old.id
  order by plans.name
  limit 1;
  if found then
    perform private.raise_problem(
      'PT409', 'in_use', 'id', format('The plan "%s" uses this routine.', v_plan_name),
      'Take the routine out of the plan, or delete the plan, then try again.'
    );
  end if;
  return old;
end;
$$;

revoke execute on function private.tg_keep_planned_routine() from public;

comment on function private.tg_keep_planned_routine() is
  'Keeps a routine that a plan uses from being deleted by its owner, and names the plan. Errors: 409 in_use.';
