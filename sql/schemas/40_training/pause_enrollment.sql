create or replace function public.pause_enrollment(p_enrollment_id uuid, p_on date default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  perform private.start_pause(p_enrollment_id, p_on);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$$;

revoke execute on function public.pause_enrollment(uuid, date) from public;
grant execute on function public.pause_enrollment(uuid, date) to authenticated;

comment on function public.pause_enrollment(uuid, date) is
  'Pauses an enrollment of the caller, from today or a day before it: what was due from then on waits, and moves by '
  'the length of the pause. Answers it as enroll() does; one that is paused already stays as it is. Errors: 409 '
  'id_unusable, enrollment_ended; 422 invalid_field.';
