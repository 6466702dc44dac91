create or replace function private.tg_complete_enrollment()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.enrollments
  set status = 'completed', ended_at = new.ended_at
  where enrollments.id = new.enrollment_id
    and enrollments.status = 'active'
    and (select next.status from private.next_session(new.enrollment_id, new.local_date) as next) = 'completed';
  if found then
    perform private.count_plan_completion(new.enrollment_id, new.id);
  end if;
  return null;
end;
$$;

revoke execute on function private.tg_complete_enrollment() from public;

comment on function private.tg_complete_enrollment() is
  'Completes the enrollment whose last session was done, and counts that where the plan is of the library. Nothing is taken back when history changes: '
  'resume_enrollment() does that. Definer, because clients may not write enrollments.';
