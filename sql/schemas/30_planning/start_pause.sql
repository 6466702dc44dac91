create or replace function private.start_pause(p_enrollment_id uuid, p_on date)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
  v_on date := coalesce(p_on, private.own_today());
  v_earliest date;
begin
  if v_enrollment.status = 'paused' then
    return;
  elsif v_enrollment.ended_at is not null then
    perform private.raise_problem(
      'PT409', 'enrollment_ended', 'p_enrollment_id', 'This enrollment has ended.',
      'Resume it, or enroll in the plan again.'
    );
  end if;

  select greatest(v_enrollment.starts_on, max(pauses.resumed_on))
  into v_earliest
  from public.enrollment_pauses as pauses
  where pauses.user_id = v_enrollment.user_id and pauses.enrollment_id = p_enrollment_id;
  if v_on < v_earliest or v_on > private.own_today() then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', format('must be a day from %s to today', v_earliest),
      'A pause begins when the plan has begun, and behind the pause before it.'
    );
  end if;

  insert into public.enrollment_pauses (enrollment_id, user_id, paused_on)
  values (p_enrollment_id, v_enrollment.user_id, v_on);
  update public.enrollments set status = 'paused' where enrollments.id = p_enrollment_id;
end;
$$;

revoke execute on function private.start_pause(uuid, date) from public;
grant execute on function private.start_pause(uuid, date) to authenticated;

comment on function private.start_pause(uuid, date) is
  'Pauses an enrollment of the caller from a day on; nothing where it is paused already. Definer, because clients may '
  'not write enrollments and pauses. Errors: 409 id_unusable, enrollment_ended; 422 invalid_field.';
