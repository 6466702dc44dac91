create or replace function public.resume_enrollment(p_enrollment_id uuid, p_on date default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.end_pause(p_enrollment_id, p_on);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$$;

revoke execute on function public.resume_enrollment(uuid, date) from public;
grant execute on function public.resume_enrollment(uuid, date) to authenticated;

comment on function public.resume_enrollment(uuid, date) is
  'Takes an enrollment of the caller up again, from today or a day before it back to its pause; also one that was '
  'ended. Answers it as enroll() does; one that is active stays as it is. Errors: 409 id_unusable; 422 invalid_field.';
