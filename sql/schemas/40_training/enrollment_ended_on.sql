create or replace function private.enrollment_ended_on(p_enrollment_id uuid)
returns date
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select private.local_date(enrollments.ended_at, settings.time_zone, settings.day_start_hour)
    from public.enrollments
    join public.profile_settings as settings on settings.user_id = enrollments.user_id
    where enrollments.id = p_enrollment_id
  );
end;
$$;

revoke execute on function private.enrollment_ended_on(uuid) from public;
grant execute on function private.enrollment_ended_on(uuid) to authenticated, service_role;

comment on function private.enrollment_ended_on(uuid) is
  'The day on which an enrollment was completed or cancelled, by its owner''s time zone; null of one that is neither.';
