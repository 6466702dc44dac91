create or replace function private.plan_document(p_plan_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select jsonb_build_object(
      'id', plans.id,
      'version', plans.version,
      'name', plans.name,
      'description', plans.description,
      'goal', plans.goal,
      'level', plans.level,
      'tags', plans.tags,
      'weeks', plans.weeks,
      'deload_weeks', plans.deload_weeks,
      'is_repeating', plans.is_repeating,
      'visibility', plans.visibility,
      'days', coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'id', plan_days.id,
            'week', plan_days.week,
            'weekday', plan_days.weekday,
            'position', plan_days.position,
            'routine_id', plan_days.routine_id,
            'name', plan_days.name,
            'notes', plan_days.notes
          )
          order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id
        )
        from public.plan_days
        where plan_days.plan_id = plans.id
      ), '[]')
    )
    from public.plans
    where plans.id = p_plan_id
  );
end;
$$;

revoke execute on function private.plan_document(uuid) from public;
grant execute on function private.plan_document(uuid) to authenticated, service_role;

comment on function private.plan_document(uuid) is
  'A plan as save_plan() takes and answers it, under the caller''s rights; null where they do not see it.';
