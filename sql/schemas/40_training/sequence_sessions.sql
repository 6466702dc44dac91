create or replace function private.sequence_sessions(p_enrollment_id uuid, p_on date, p_from date, p_to date)
returns table (
  plan_day_id uuid,
  routine_id uuid,
  week smallint,
  cycle integer,
  session_number integer,
  scheduled_on date,
  is_deload boolean,
  workout_id uuid,
  done_on date
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    with followed as materialized (
      select
        enrollments.user_id, enrollments.plan_id, enrollments.starts_on, plans.weeks, plans.deload_weeks,
        plans.is_repeating
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      where enrollments.id = p_enrollment_id
    ),
    planned as materialized (
      select
        plan_days.id, plan_days.routine_id, plan_days.week,
        7 * (plan_days.week - 1) + plan_days.weekday as day,
        row_number() over (order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id) as nth,
        (count(*) over ())::integer as of_plan
      from followed
      join public.plan_days on plan_days.user_id = followed.user_id and plan_days.plan_id = followed.plan_id
      where plan_days.routine_id is not null
    ),
    performed as materialized (
      select
        workouts.id, workouts.local_date,
        row_number() over (order by workouts.started_at, workouts.id) as nth
      from followed
      join public.workouts on workouts.user_id = followed.user_id and workouts.enrollment_id = p_enrollment_id
      where workouts.ended_at is not null
    ),
    done as materialized (
      select
        count(*)::integer as sessions,
        max(performed.local_date) as last_on,
        count(*) filter (where performed.local_date < p_from)::integer as before
      from performed
    ),
    -- Days count on over the cycles of the plan, so that the distance of any two sessions is a difference.
    sessions as materialized (
      select
        planned.id, planned.routine_id, planned.week, number / planned.of_plan + 1 as cycle, number + 1 as number,
        number / planned.of_plan * 7 * followed.weeks + planned.day as day
      from followed
      cross join done
      cross join (select max(planned.of_plan) as of_plan from planned) as plan
      cross join lateral generate_series(
        greatest(least(done.before, done.sessions - 1), 0),
        least(
          done.sessions + case when p_to > p_on then plan.of_plan * ((p_to - p_on) / (7 * followed.weeks) + 1) else 0 end,
          case when not followed.is_repeating then plan.of_plan - 1 end
        )
      ) as number
      join planned on planned.nth = number % plan.of_plan + 1
    ),
    next as (
      select
        sessions.day, greatest(p_on, followed.starts_on, done.last_on + sessions.day - last.day) as scheduled_on
      from followed
      cross join done
      join sessions on sessions.number = done.sessions + 1
      left join sessions as last on last.number = done.sessions
    )
    select
      sessions.id, sessions.routine_id, sessions.week, sessions.cycle, sessions.number,
      coalesce(performed.local_date, next.scheduled_on + sessions.day - next.day),
      sessions.week = any(followed.deload_weeks), performed.id, performed.local_date
    from followed
    cross join sessions
    left join performed on performed.nth = sessions.number
    left join next on performed.id is null
    order by sessions.number;
end;
$$;

revoke execute on function private.sequence_sessions(uuid, date, date, date) from public;
grant execute on function private.sequence_sessions(uuid, date, date, date) to authenticated, service_role;

comment on function private.sequence_sessions(uuid, date, date, date) is
  'Sessions of an enrollment in sequence mode: those that were done since p_from, and the last one in any case, on the '
  'day of their workout; the next one; and as many more as reach p_to at least. The finished workouts of the '
  'enrollment do the plan''s sessions one by one. The next is due as long after the last as in the plan, but not before '
  'p_on, and the others follow at the plan''s distances.';
