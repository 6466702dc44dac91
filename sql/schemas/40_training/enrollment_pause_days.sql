create or replace function private.enrollment_pause_days(p_enrollment_id uuid)
returns datemultirange
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select coalesce(range_agg(daterange(pauses.paused_on, pauses.resumed_on)), '{}')
    from public.enrollments
    join public.enrollment_pauses as pauses
      on pauses.user_id = enrollments.user_id and pauses.enrollment_id = enrollments.id
    where enrollments.id = p_enrollment_id
  );
end;
$$;

revoke execute on function private.enrollment_pause_days(uuid) from public;
grant execute on function private.enrollment_pause_days(uuid) to authenticated, service_role;

comment on function private.enrollment_pause_days(uuid) is 'The days on which an enrollment was paused.';
