create or replace function private.due_prescription(p_routine_id uuid, p_enrollment_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_due_routine_id uuid;
  v_is_deload boolean;
  v_status text;
  v_prescription jsonb;
begin
  if p_enrollment_id is not null then
    if not exists (
      select 1
      from public.enrollments
      where enrollments.id = p_enrollment_id and enrollments.user_id = (select auth.uid())
    ) then
      perform private.raise_id_unusable('p_enrollment_id');
    end if;
    select sessions.routine_id, sessions.is_deload, sessions.status
    into v_due_routine_id, v_is_deload, v_status
    from private.next_session(p_enrollment_id) as sessions;
    if v_due_routine_id is null then
      perform private.raise_problem(
        'PT409', 'no_next_session', 'p_enrollment_id', format('The enrollment is %s.', v_status),
        'Resume it first, or start a routine without it.'
      );
    end if;
  elsif p_routine_id is null then
    return null;
  end if;

  v_prescription := case
    when p_enrollment_id is null then private.prescription(p_routine_id)
    -- Another routine than the one that is due may be done as a session too; it is light in no week of its own.
    when p_routine_id <> v_due_routine_id then private.prescription(p_routine_id, p_enrollment_id)
    else private.prescription(v_due_routine_id, p_enrollment_id, v_is_deload)
  end;
  if v_prescription is null then
    perform private.raise_id_unusable('p_routine_id');
  end if;
  return v_prescription;
end;
$$;

revoke execute on function private.due_prescription(uuid, uuid) from public;
grant execute on function private.due_prescription(uuid, uuid) to authenticated;

comment on function private.due_prescription(uuid, uuid) is
  'What to do now of a routine, of the next session of an enrollment, or of a routine as a session of an enrollment: '
  'Prescription of types/contracts/prescription.ts; null where neither is named. Errors: 409 id_unusable, '
  'no_next_session.';
