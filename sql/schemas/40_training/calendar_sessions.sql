create or replace function private.calendar_sessions(p_enrollment_id uuid, p_from date, p_to date)
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
        plans.is_repeating, pauses.paused_on, pauses.resumed_on, pauses.days
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      cross join lateral (
        select
          array_agg(paused.paused_on order by paused.paused_on) as paused_on,
          array_agg(paused.resumed_on order by paused.paused_on) as resumed_on,
          coalesce(sum(paused.resumed_on - paused.paused_on), 0)::integer as days
        from public.enrollment_pauses as paused
        where paused.user_id = enrollments.user_id and paused.enrollment_id = enrollments.id
      ) as pauses
      where enrollments.id = p_enrollment_id
    ),
    planned as materialized (
      select plan_days.*, count(*) over () as of_plan
      from followed
      join public.plan_days on plan_days.user_id = followed.user_id and plan_days.plan_id = followed.plan_id
      where plan_days.routine_id is not null
    ),
    -- The weeks of the plan, counted on over its cycles, that may reach into the days asked for.
    weeks as materialized (
      select
        number,
        (number % followed.weeks + 1)::smallint as week,
        number / followed.weeks + 1 as cycle,
        private.move_behind_pauses(
          followed.starts_on + 7 * number, '-infinity', followed.paused_on, followed.resumed_on
        ) as starts_on,
        private.move_behind_pauses(
          followed.starts_on + 7 * (number + 1), '-infinity', followed.paused_on, followed.resumed_on
        ) as ends_on
      from followed
      cross join lateral generate_series(
        greatest((p_from - followed.starts_on - followed.days) / 7 - 1, 0),
        least((p_to - followed.starts_on) / 7, case when not followed.is_repeating then followed.weeks - 1 end)
      ) as number
    ),
    sessions as materialized (
      select
        planned.id, planned.routine_id, planned.position, weeks.number, weeks.week, weeks.cycle, days.scheduled_on,
        (weeks.cycle - 1) * planned.of_plan
          + (select count(*) from planned as earlier where earlier.week < weeks.week)
          + row_number() over (
            partition by weeks.number order by days.scheduled_on, planned.position, planned.id
          ) as session_number,
        weeks.week = any(followed.deload_weeks) as is_deload,
        row_number() over (
          partition by weeks.number, planned.routine_id, days.scheduled_on order by planned.position, planned.id
        ) as nth_of_day
      from followed
      cross join weeks
      join planned on planned.week = weeks.week
      cross join lateral (
        select weeks.starts_on + (planned.weekday - extract(isodow from weeks.starts_on)::integer + 7) % 7 as meant_on
      ) as meant
      cross join lateral (
        -- Without pauses, of which there are few, nothing is called for each of many sessions.
        select case
          when followed.paused_on is null then meant.meant_on
          else private.move_behind_pauses(
            meant.meant_on, weeks.starts_on, followed.paused_on, followed.resumed_on
          )
        end as scheduled_on
      ) as days
    ),
    -- Weeks follow each other without gaps, so that the one of a day is found by halving.
    reach as materialized (
      select
        min(weeks.number) as first_number,
        array_agg(weeks.starts_on order by weeks.number) as starts_on,
        coalesce((array_agg(weeks.ends_on order by weeks.number desc))[1], 'infinity') as ends_on
      from weeks
      where weeks.starts_on is not null
    ),
    performed as materialized (
      select
        workouts.id, workouts.routine_id, workouts.local_date, workouts.started_at, held.number,
        row_number() over (
          partition by held.number, workouts.routine_id, workouts.local_date order by workouts.started_at, workouts.id
        ) as nth_of_day
      from followed
      cross join reach
      join public.workouts
        on workouts.user_id = followed.user_id
        and workouts.enrollment_id = p_enrollment_id
        and workouts.ended_at is not null
        and workouts.local_date >= reach.starts_on[1]
        and workouts.local_date < reach.ends_on
      cross join lateral (
        select reach.first_number - 1 + width_bucket(workouts.local_date, reach.starts_on) as number
      ) as held
    ),
    done_on_day as materialized (
      select sessions.number, sessions.id, performed.id as workout_id, performed.local_date
      from sessions
      join performed
        on performed.number = sessions.number
        and performed.routine_id = sessions.routine_id
        and performed.local_date = sessions.scheduled_on
        and performed.nth_of_day = sessions.nth_of_day
    ),
    -- Whatever is left of a routine in a week belongs together in the order of its days.
    done_in_week as materialized (
      select missing.number, missing.id, spare.id as workout_id, spare.local_date
      from (
        select
          sessions.*,
          row_number() over (
            partition by sessions.number, sessions.routine_id order by sessions.session_number
          ) as nth
        from sessions
        where (sessions.number, sessions.id) not in (select done.number, done.id from done_on_day as done)
      ) as missing
      join (
        select
          performed.*,
          row_number() over (
            partition by performed.number, performed.routine_id order by performed.started_at, performed.id
          ) as nth
        from performed
        where performed.id not in (select done.workout_id from done_on_day as done)
      ) as spare
        on spare.number = missing.number and spare.routine_id = missing.routine_id and spare.nth = missing.nth
    ),
    -- Joined before days are chosen: for the one session that is then expected, all others would be gone through again.
    matched as materialized (
      select sessions.*, done.workout_id, done.local_date
      from sessions
      left join (
        select * from done_on_day
        union all
        select * from done_in_week
      ) as done on done.number = sessions.number and done.id = sessions.id
    )
    select
      matched.id, matched.routine_id, matched.week, matched.cycle, matched.session_number::integer,
      matched.scheduled_on, matched.is_deload, matched.workout_id, matched.local_date
    from matched
    where matched.scheduled_on >= p_from and matched.scheduled_on < p_to
    order by matched.session_number;
end;
$$;

revoke execute on function private.calendar_sessions(uuid, date, date) from public;
grant execute on function private.calendar_sessions(uuid, date, date) to authenticated, service_role;

comment on function private.calendar_sessions(uuid, date, date) is
  'Sessions of an enrollment in calendar mode, p_from ≤ day < p_to, each with the workout that did it, if any. Week n '
  'of the plan is seven days from starts_on + 7 (n - 1), later by the pauses before it, and a session falls on its '
  'weekday within them, later by a pause that began meanwhile. A finished workout of the routine does the session of '
  'its day; else one of that routine in the same week of the plan, late or early.';
