create or replace function private.sequence_dues(p_enrollment_id uuid, p_on date)
returns table (
  session_number integer,
  routine_id uuid,
  day integer,
  due_on date,
  lapses_on date,
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
        enrollments.user_id, enrollments.plan_id, enrollments.starts_on, plans.weeks, plans.is_repeating,
        pauses.paused_on, pauses.resumed_on
      from public.enrollments
      join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
      cross join lateral (
        select
          array_agg(paused.paused_on order by paused.paused_on) as paused_on,
          array_agg(paused.resumed_on order by paused.paused_on) as resumed_on
        from public.enrollment_pauses as paused
        where paused.user_id = enrollments.user_id and paused.enrollment_id = enrollments.id
      ) as pauses
      where enrollments.id = p_enrollment_id
    ),
    planned as materialized (
      select
        days.id, days.day,
        -- The next day with a session; behind the last one, the plan begins again or is over.
        coalesce(
          min(days.day) over (order by days.day range between 1 following and unbounded following),
          7 * followed.weeks + case when followed.is_repeating then min(days.day) over () else 1 end
        ) - days.day as days_to_next
      from followed
      cross join lateral (
        select plan_days.id, 7 * (plan_days.week - 1) + plan_days.weekday as day
        from public.plan_days
        where plan_days.user_id = followed.user_id
          and plan_days.plan_id = followed.plan_id
          and plan_days.routine_id is not null
      ) as days
    ),
    sessions as (
      select
        sequence.session_number, sequence.routine_id, sequence.workout_id, sequence.done_on, planned.days_to_next,
        7 * followed.weeks * (sequence.cycle - 1) + planned.day as day
      from followed
      cross join private.sequence_sessions(p_enrollment_id, p_on, '-infinity', p_on) as sequence
      join planned on planned.id = sequence.plan_day_id
    ),
    ordered as (
      select
        sessions.*,
        lag(sessions.done_on) over in_order as previous_on,
        sessions.day - lag(sessions.day) over in_order as distance
      from sessions
      window in_order as (order by sessions.session_number)
    )
    select
      ordered.session_number, ordered.routine_id, ordered.day, dues.due_on,
      case
        when followed.paused_on is null then dues.due_on + ordered.days_to_next
        else private.due_after(dues.due_on, ordered.days_to_next, followed.paused_on, followed.resumed_on)
      end,
      case when ordered.done_on <= p_on then ordered.workout_id end,
      case when ordered.done_on <= p_on then ordered.done_on end
    from followed
    cross join ordered
    cross join lateral (
      select
        greatest(ordered.previous_on, followed.starts_on - 1) as since, coalesce(ordered.distance, 1) as distance
    ) as waited
    cross join lateral (
      -- Without pauses, of which there are few, nothing is called for each of many sessions.
      select case
        when followed.paused_on is null then waited.since + waited.distance
        else private.due_after(waited.since, waited.distance, followed.paused_on, followed.resumed_on)
      end as due_on
    ) as dues
    where coalesce(ordered.previous_on, '-infinity') <= p_on
    order by ordered.session_number;
end;
$$;

revoke execute on function private.sequence_dues(uuid, date) from public;
grant execute on function private.sequence_dues(uuid, date) to authenticated, service_role;

comment on function private.sequence_dues(uuid, date) is
  'When the sessions of an enrollment in sequence mode were due: those done by p_on, and the next one. The first is '
  'due when the enrollment starts, each other one as many days after the one before it was done as in the plan (day), '
  'those of pauses not counted. Done on lapses_on, when the session after it would have been due, it is too late to '
  'make up for it. Days are null behind a pause that is open.';
