create or replace function private.enrollment_days(p_enrollment_id uuid, p_from date, p_to date, p_on date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_enrollment public.enrollments;
  v_plan public.plans;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  select plans.* into v_plan from public.plans where plans.id = v_enrollment.plan_id;

  return (
    with pauses as materialized (
      select paused.paused_on, paused.resumed_on
      from public.enrollment_pauses as paused
      where paused.user_id = v_enrollment.user_id and paused.enrollment_id = p_enrollment_id
    ),
    sessions as materialized (
      select found.*
      from private.enrollment_sessions(p_enrollment_id, p_from, p_to, p_on) as found
    ),
    -- Null where there is none: a plan that repeats, a pause that is open.
    last as (
      select least(
        private.enrollment_ended_on(p_enrollment_id),
        case
          when v_plan.is_repeating then null
          when v_enrollment.mode = 'calendar' then private.plan_last_on(p_enrollment_id)
          else (
            select max(sessions.scheduled_on)
            from sessions
            where sessions.session_number = (
              select count(*)
              from public.plan_days
              where plan_days.plan_id = v_plan.id and plan_days.routine_id is not null
            )
          )
        end
      ) as day
    )
    select coalesce(jsonb_agg(
      jsonb_build_object(
        'on', days.day,
        'status', coalesce(
          (
            select sessions.status
            from sessions
            where sessions.scheduled_on = days.day
            order by sessions.status = 'done', sessions.session_number
            limit 1
          ),
          (
            select 'paused'
            from pauses
            where pauses.paused_on <= days.day and days.day < coalesce(pauses.resumed_on, 'infinity')
            limit 1
          ),
          'rest'
        ),
        'sessions', coalesce((
          select jsonb_agg(
            jsonb_build_object(
              'plan_day_id', sessions.plan_day_id,
              'routine_id', sessions.routine_id,
              'name', coalesce(plan_days.name, routines.name),
              'week', sessions.week,
              'cycle', sessions.cycle,
              'session_number', sessions.session_number,
              'is_deload', sessions.is_deload,
              'status', sessions.status,
              'workout_id', sessions.workout_id,
              'done_on', sessions.done_on
            )
            order by sessions.session_number
          )
          from sessions
          join public.plan_days on plan_days.id = sessions.plan_day_id
          join public.routines on routines.id = sessions.routine_id
          where sessions.scheduled_on = days.day
        ), '[]')
      )
      order by days.day
    ), '[]')
    from last
    cross join lateral (
      select (greatest(p_from, v_enrollment.starts_on) + number)::date as day
      from generate_series(0, least(p_to - 1, last.day) - greatest(p_from, v_enrollment.starts_on)) as number
    ) as days
  );
end;
$$;

revoke execute on function private.enrollment_days(uuid, date, date, date) from public;
grant execute on function private.enrollment_days(uuid, date, date, date) to authenticated, service_role;

comment on function private.enrollment_days(uuid, date, date, date) is
  'The days of an enrollment, p_from ≤ day < p_to, as seen on p_on, from its first day to its last: [{on, status, '
  'sessions}], as enrollment_schedule() answers them.';
