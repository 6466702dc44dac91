create or replace function private.write_plan(p_plan jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_sent public.plans := jsonb_populate_record(null::public.plans, p_plan);
  v_days public.plan_days[] := array(select jsonb_populate_recordset(null::public.plan_days, p_plan -> 'days'));
begin
  -- Until its days are what they shall be, it is as long as the longer of both.
  update public.plans as stored
  set
    name = v_sent.name, description = v_sent.description, goal = v_sent.goal, level = v_sent.level, tags = v_sent.tags,
    weeks = greatest(stored.weeks, v_sent.weeks), deload_weeks = v_sent.deload_weeks,
    is_repeating = v_sent.is_repeating, visibility = v_sent.visibility
  where stored.id = v_sent.id and stored.user_id = (select auth.uid());
  if not found then
    insert into public.plans (
      id, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, visibility
    )
    values (
      v_sent.id, v_sent.name, v_sent.description, v_sent.goal, v_sent.level, v_sent.tags, v_sent.weeks,
      v_sent.deload_weeks, v_sent.is_repeating, v_sent.visibility
    );
  end if;

  delete from public.plan_days as stored
  where stored.plan_id = v_sent.id and stored.id not in (select sent.id from unnest(v_days) as sent);

  -- What stays as it is is not written: whoever syncs need not read it again.
  update public.plan_days as stored
  set
    week = sent.week, weekday = sent.weekday, position = sent.position, routine_id = sent.routine_id,
    name = sent.name, notes = sent.notes
  from unnest(v_days) as sent
  where stored.id = sent.id and stored.plan_id = v_sent.id
    and (stored.week, stored.weekday, stored.position, stored.routine_id, stored.name, stored.notes)
      is distinct from (sent.week, sent.weekday, sent.position, sent.routine_id, sent.name, sent.notes);

  insert into public.plan_days (id, plan_id, week, weekday, position, routine_id, name, notes)
  select sent.id, v_sent.id, sent.week, sent.weekday, sent.position, sent.routine_id, sent.name, sent.notes
  from unnest(v_days) as sent
  where sent.id not in (select stored.id from public.plan_days as stored where stored.plan_id = v_sent.id);

  update public.plans set weeks = v_sent.weeks where plans.id = v_sent.id and plans.weeks > v_sent.weeks;
end;
$$;

revoke execute on function private.write_plan(jsonb) from public;
grant execute on function private.write_plan(jsonb) to authenticated, service_role;

comment on function private.write_plan(jsonb) is
  'Makes the tables say what a plan from private.read_plan() says, with the rights of the caller: days with known ids '
  'are changed in place, new ones added, those left out deleted.';
