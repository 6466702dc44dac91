create or replace function private.tg_check_plan_week()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if new.week > (select plans.weeks from public.plans where plans.id = new.plan_id and plans.user_id = new.user_id) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'week', 'must be a week of the plan', 'Make the plan longer first.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_check_plan_week() from public;

comment on function private.tg_check_plan_week() is
  'Refuses a day after the last week of its plan. Definer, so that it sees the plan whoever writes the row. Errors: 422 '
  'invalid_field.';
