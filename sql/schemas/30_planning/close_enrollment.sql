create or replace function private.close_enrollment(p_enrollment_id uuid, p_status text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
begin
  update public.enrollment_pauses
  set resumed_on = greatest(paused_on, private.own_today())
  where enrollment_pauses.enrollment_id = p_enrollment_id and enrollment_pauses.resumed_on is null;
  update public.enrollments
  set status = p_status, ended_at = coalesce(v_enrollment.ended_at, now())
  where enrollments.id = p_enrollment_id;
end;
$$;

revoke execute on function private.close_enrollment(uuid, text) from public;
grant execute on function private.close_enrollment(uuid, text) to authenticated;

comment on function private.close_enrollment(uuid, text) is
  'Ends an enrollment of the caller, and its pause with it; one that has ended keeps the time of that. Definer, because '
  'clients may not write enrollments and pauses. Errors: 409 id_unusable.';
