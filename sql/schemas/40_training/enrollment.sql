create or replace function public.enrollment(p_enrollment_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_enrollment jsonb := private.enrollment_document(p_enrollment_id);
begin
  if v_enrollment is null then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return jsonb_build_object('enrollment', v_enrollment);
end;
$$;

revoke execute on function public.enrollment(uuid) from public;
grant execute on function public.enrollment(uuid) to authenticated;

comment on function public.enrollment(uuid) is
  'An enrollment of the caller, as enroll() answers it, with what is next today. Lists are read from the table '
  'enrollments. Errors: 409 id_unusable.';
