create or replace function public.end_enrollment(p_enrollment_id uuid, p_status text)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if coalesce(p_status, '') not in ('completed', 'cancelled') then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_status', 'must be one of completed, cancelled', 'Correct the field and call again.'
    );
  end if;

  perform private.close_enrollment(p_enrollment_id, p_status);
  return jsonb_build_object('enrollment', private.enrollment_document(p_enrollment_id));
end;
$$;

revoke execute on function public.end_enrollment(uuid, text) from public;
grant execute on function public.end_enrollment(uuid, text) to authenticated;

comment on function public.end_enrollment(uuid, text) is
  'Ends an enrollment of the caller: completed, or cancelled. It completes by itself with the last session of a plan '
  'that does not repeat. Answers it as enroll() does. Errors: 409 id_unusable; 422 invalid_field.';
