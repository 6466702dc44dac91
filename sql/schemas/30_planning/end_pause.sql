create or replace function private.end_pause(p_enrollment_id uuid, p_on date)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
  v_on date := coalesce(p_on, private.own_today());
  v_paused_on date;
begin
  select pauses.paused_on
  into v_paused_on
  from public.enrollment_pauses as pauses
  where pauses.enrollment_id = p_enrollment_id and pauses.resumed_on is null;
  if v_on < v_paused_on or v_on > private.own_today() then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', format('must be a day from %s to today', v_paused_on),
      'A pause ends when it has begun.'
    );
  end if;

  update public.enrollment_pauses
  set resumed_on = v_on
  where enrollment_pauses.enrollment_id = p_enrollment_id and enrollment_pauses.resumed_on is null;
  update public.enrollments set status = 'active', ended_at = null where enrollments.id = p_enrollment_id;
end;
$$;

revoke execute on function private.end_pause(uuid, date) from public;
grant execute on function private.end_pause(uuid, date) to authenticated;

comment on function private.end_pause(uuid, date) is
  'Takes an enrollment of the caller up again, be it paused or ended; nothing where it is active. Definer, because '
  'clients may not write enrollments and pauses. Errors: 409 id_unusable; 422 invalid_field.';
