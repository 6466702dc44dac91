create or replace function private.tg_keep_days_in_plan()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Volatile, because the statement may have waited for the owner's lock: what was committed meanwhile counts.
  if exists (select 1 from public.plan_days where plan_days.plan_id = new.id and plan_days.week > new.weeks) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'weeks', format('There are days after week %s.', new.weeks),
      'Delete or move those days first.'
    );
  end if;
  return new;
end;
$$;

revoke execute on function private.tg_keep_days_in_plan() from public;

comment on function private.tg_keep_days_in_plan() is
  'Refuses to make a plan shorter than its days. Definer, so that it sees them whoever writes the row. Errors: 422 '
  'invalid_field.';
