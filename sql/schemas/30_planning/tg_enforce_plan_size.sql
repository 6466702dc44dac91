create or replace function private.tg_enforce_plan_size()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_most_exercises integer;
  v_most_sets integer;
  v_plan_ids uuid[];
  v_plan_id uuid;
  v_routine_ids uuid[];
begin
  -- What is added to a routine is added to every plan that it is in.
  if tg_table_name = 'plan_days' then
    v_plan_ids := array(select distinct new_rows.plan_id from new_rows);
  else
    v_plan_ids := array(
      select distinct plan_days.plan_id
      from (select distinct new_rows.user_id, new_rows.routine_id from new_rows) as touched
      join public.plan_days
        on plan_days.user_id = touched.user_id and plan_days.routine_id = touched.routine_id
    );
  end if;
  if v_plan_ids = '{}' then
    return null;
  end if;

  select
    max(quotas.max_count) filter (where quotas.name = 'exercises_per_plan'),
    max(quotas.max_count) filter (where quotas.name = 'sets_per_plan')
  into v_most_exercises, v_most_sets
  from private.quotas
  where quotas.name in ('exercises_per_plan', 'sets_per_plan');

  -- Reads no more than the quotas' numbers of rows, however many there are.
  foreach v_plan_id in array v_plan_ids loop
    v_routine_ids := array(
      select distinct plan_days.routine_id
      from public.plan_days
      where plan_days.plan_id = v_plan_id and plan_days.routine_id is not null
    );
    if exists (
      select from public.routine_exercises where routine_exercises.routine_id = any(v_routine_ids) offset v_most_exercises
    ) then
      perform private.raise_quota_exceeded('exercises_per_plan');
    end if;
    if exists (
      select from public.routine_sets where routine_sets.routine_id = any(v_routine_ids) offset v_most_sets
    ) then
      perform private.raise_quota_exceeded('sets_per_plan');
    end if;
  end loop;
  return null;
end;
$$;

revoke execute on function private.tg_enforce_plan_size() from public;

comment on function private.tg_enforce_plan_size() is
  'Refuses what makes a plan larger than it may be with all that its routines hold, each counted once: a day that is '
  'added or changed, and what is added to a routine. Its triggers are for each statement, with the transition table '
  'new_rows. Definer, because it reads quotas, and counts rows whoever writes them. Errors: 409 quota_exceeded.';
