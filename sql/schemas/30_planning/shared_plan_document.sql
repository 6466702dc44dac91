create or replace function private.shared_plan_document(p_plan_id uuid, p_keep_exercises_of uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    with days as materialized (
      select
        plan_days.*,
        row_number() over (order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id) as number
      from public.plan_days
      where plan_days.plan_id = p_plan_id
    ),
    -- By their first use: the keys of private.shared_routines() count on in this order.
    used as materialized (
      select first_uses.routine_id, row_number() over (order by first_uses.number) as number
      from (
        select days.routine_id, min(days.number) as number
        from days
        join public.routines on routines.id = days.routine_id
        group by days.routine_id
      ) as first_uses
    )
    select
      jsonb_build_object(
        'type', 'plan',
        'name', plans.name,
        'description', plans.description,
        'goal', plans.goal,
        'level', plans.level,
        'tags', plans.tags,
        'weeks', plans.weeks,
        'deload_weeks', plans.deload_weeks,
        'is_repeating', plans.is_repeating,
        'days', coalesce((
          select jsonb_agg(
            jsonb_build_object(
              'week', days.week,
              'weekday', days.weekday,
              'position', days.position,
              'routine', 'routine-' || used.number,
              'name', days.name,
              'notes', days.notes
            )
            order by days.number
          )
          from days
          left join used on used.routine_id = days.routine_id
        ), '[]')
      )
      || private.shared_routines(
        array(select used.routine_id from used order by used.number), p_keep_exercises_of
      )
    from public.plans
    where plans.id = p_plan_id
  );
end;
$$;

revoke execute on function private.shared_plan_document(uuid, uuid) from public;
grant execute on function private.shared_plan_document(uuid, uuid) to authenticated, service_role;

comment on function private.shared_plan_document(uuid, uuid) is
  'A plan as it is shared: {type, name, description, goal, level, tags, weeks, deload_weeks, is_repeating, days: '
  '[{week, weekday, position, routine: a key or null, name, notes}], routines, exercises}, the last two as '
  'private.shared_routines() says. It does not ask whether the plan is shared: a caller with more rights than its '
  'reader does that first.';
