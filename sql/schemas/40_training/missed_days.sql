create or replace function private.missed_days(p_enrollment_id uuid, p_on date)
returns datemultirange
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_enrollment public.enrollments;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;

  if v_enrollment.mode = 'calendar' then
    return (
      select coalesce(range_agg(daterange(sessions.scheduled_on, sessions.scheduled_on + 1)), '{}')
      from private.enrollment_sessions(p_enrollment_id, v_enrollment.starts_on, p_on, p_on) as sessions
      where sessions.status = 'missed' or sessions.done_on > p_on
    );
  end if;

  return (
    select
      coalesce(range_agg(daterange(dues.due_on, least(dues.done_on, p_on))), '{}')
        - private.enrollment_pause_days(p_enrollment_id)
    from private.sequence_dues(p_enrollment_id, p_on) as dues
    where dues.due_on < least(dues.done_on, p_on) and (dues.done_on is null or dues.done_on >= dues.lapses_on)
  );
end;
$$;

revoke execute on function private.missed_days(uuid, date) from public;
grant execute on function private.missed_days(uuid, date) to authenticated, service_role;

comment on function private.missed_days(uuid, date) is
  'The days before p_on on which something of an enrollment was to be done and was not. calendar: the days of sessions '
  'that no workout did, late or early, by p_on. sequence: the days from when a session was due until it was done, '
  'unless that was before the one after it would have been due; also behind the last day of the enrollment.';
