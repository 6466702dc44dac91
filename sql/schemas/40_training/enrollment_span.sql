create or replace function private.enrollment_span(p_enrollment_id uuid, p_on date)
returns daterange
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_enrollment public.enrollments;
  v_last_on date;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;

  if v_enrollment.mode = 'calendar' then
    v_last_on := private.plan_last_on(p_enrollment_id);
  elsif exists (
    select 1
    from public.plans
    where plans.user_id = v_enrollment.user_id and plans.id = v_enrollment.plan_id and not plans.is_repeating
  ) then
    -- The day of the plan's last session, once that was done.
    select case when count(*) = count(dues.done_on) then max(dues.done_on) end
    into v_last_on
    from private.sequence_dues(p_enrollment_id, p_on) as dues;
  end if;

  v_last_on := least(v_last_on, private.enrollment_ended_on(p_enrollment_id));
  if v_last_on < v_enrollment.starts_on then
    return 'empty';
  end if;
  return daterange(v_enrollment.starts_on, v_last_on + 1);
end;
$$;

revoke execute on function private.enrollment_span(uuid, date) from public;
grant execute on function private.enrollment_span(uuid, date) to authenticated, service_role;

comment on function private.enrollment_span(uuid, date) is
  'The days from the first to the last of an enrollment, pauses among them, as seen on p_on; without an end where nobody '
  'knows it.';
