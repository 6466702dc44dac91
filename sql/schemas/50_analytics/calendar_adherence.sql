create or replace function private.calendar_adherence(p_enrollment_id uuid, p_from date, p_to date, p_on date)
returns table (planned integer, done integer, missed integer, moved integer, extra integer, in_order integer)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  -- A session is done on any day of its week of the plan, which the pauses in it make longer.
  v_reach integer := 7 + (
    select coalesce(sum(pauses.resumed_on - pauses.paused_on), 0)
    from public.enrollments
    join public.enrollment_pauses as pauses
      on pauses.user_id = enrollments.user_id and pauses.enrollment_id = enrollments.id
    where enrollments.id = p_enrollment_id
  );
begin
  return query
    with sessions as materialized (
      select
        found.scheduled_on, found.workout_id,
        found.scheduled_on >= p_from and found.scheduled_on < p_to as is_asked_for,
        case when found.done_on <= p_on then found.done_on end as done_on
      from private.enrollment_sessions(p_enrollment_id, p_from - v_reach, p_to + v_reach, p_on) as found
    )
    select
      (count(*) filter (where sessions.is_asked_for))::integer,
      (count(sessions.done_on) filter (where sessions.is_asked_for))::integer,
      (count(*) filter (
        where sessions.is_asked_for and sessions.done_on is null and sessions.scheduled_on < p_on
      ))::integer,
      (count(*) filter (where sessions.is_asked_for and sessions.done_on <> sessions.scheduled_on))::integer,
      (
        select count(*)::integer
        from public.enrollments
        join public.workouts
          on workouts.user_id = enrollments.user_id
          and workouts.enrollment_id = enrollments.id
          and workouts.local_date >= p_from
          and workouts.local_date < least(p_to, p_on + 1)
          and workouts.ended_at is not null
        where enrollments.id = p_enrollment_id
          and not exists (select 1 from sessions as doing where doing.workout_id = workouts.id)
      ),
      null::integer
    from sessions;
end;
$$;

revoke execute on function private.calendar_adherence(uuid, date, date, date) from public;
grant execute on function private.calendar_adherence(uuid, date, date, date) to authenticated, service_role;

comment on function private.calendar_adherence(uuid, date, date, date) is
  'How an enrollment in calendar mode was followed, p_from ≤ day < p_to, as seen on p_on: sessions that fall on these '
  'days, those done, those missed, those done on another day (moved), and workouts on these days that did none '
  '(extra).';
