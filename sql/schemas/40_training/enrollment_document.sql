create or replace function private.enrollment_document(p_enrollment_id uuid)
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
      'id', enrollments.id,
      'version', enrollments.version,
      'plan_id', enrollments.plan_id,
      'plan_name', plans.name,
      'mode', enrollments.mode,
      'starts_on', enrollments.starts_on,
      'gym_id', enrollments.gym_id,
      'start_weights', enrollments.start_weights,
      'status', next.status,
      'ended_at', enrollments.ended_at,
      'pauses', coalesce((
        select jsonb_agg(
          jsonb_build_object('paused_on', pauses.paused_on, 'resumed_on', pauses.resumed_on)
          order by pauses.paused_on, pauses.resumed_on
        )
        from public.enrollment_pauses as pauses
        where pauses.user_id = enrollments.user_id and pauses.enrollment_id = enrollments.id
      ), '[]'),
      'next_session', case
        when next.plan_day_id is not null then jsonb_build_object(
          'plan_day_id', next.plan_day_id,
          'routine_id', next.routine_id,
          'name', coalesce(plan_days.name, routines.name),
          'week', next.week,
          'cycle', next.cycle,
          'session_number', next.session_number,
          'scheduled_on', next.scheduled_on,
          'is_deload', next.is_deload
        )
      end
    )
    from public.enrollments
    join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
    cross join lateral private.next_session(enrollments.id) as next
    left join public.plan_days on plan_days.id = next.plan_day_id
    left join public.routines on routines.id = next.routine_id
    where enrollments.id = p_enrollment_id
  );
end;
$$;

revoke execute on function private.enrollment_document(uuid) from public;
grant execute on function private.enrollment_document(uuid) to authenticated, service_role;

comment on function private.enrollment_document(uuid) is
  'An enrollment with its pauses and what is next, under the caller''s rights; null where they do not see it. status is '
  'completed also where the last day of the plan has passed without a workout.';
