create or replace function private.enrollment_sessions(p_enrollment_id uuid, p_from date, p_to date, p_on date)
returns table (
  plan_day_id uuid,
  routine_id uuid,
  week smallint,
  cycle integer,
  session_number integer,
  scheduled_on date,
  is_deload boolean,
  workout_id uuid,
  done_on date,
  status text
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_enrollment public.enrollments;
  v_ended_on date := private.enrollment_ended_on(p_enrollment_id);
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;

  return query
    select
      found.*,
      case
        when found.workout_id is not null then 'done'
        when found.scheduled_on < p_on then 'missed'
        when found.scheduled_on = p_on then 'today'
        else 'upcoming'
      end
    from (
      select calendar.*
      from private.calendar_sessions(p_enrollment_id, p_from, p_to) as calendar
      where v_enrollment.mode = 'calendar'

      union all

      select sequence.*
      from private.sequence_sessions(p_enrollment_id, p_on, p_from, p_to) as sequence
      where v_enrollment.mode = 'sequence'
    ) as found
    -- What is not done of an enrollment that has ended, or whose turn nobody knows, is not due.
    where found.workout_id is not null
      or not (
        found.scheduled_on > v_ended_on
        or (v_enrollment.mode = 'sequence' and v_enrollment.status <> 'active')
      )
      is true;
end;
$$;

revoke execute on function private.enrollment_sessions(uuid, date, date, date) from public;
grant execute on function private.enrollment_sessions(uuid, date, date, date) to authenticated, service_role;

comment on function private.enrollment_sessions(uuid, date, date, date) is
  'Sessions of an enrollment in either mode, p_from ≤ day < p_to, with what each of them is on p_on: done, missed, today '
  'or upcoming. In sequence mode there may be more of them, outside those days.';
