create or replace function private.own_enrollment(p_enrollment_id uuid)
returns public.enrollments
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_enrollment public.enrollments;
begin
  perform private.lock_user_data(v_user_id);
  select enrollments.*
  into v_enrollment
  from public.enrollments
  where enrollments.id = p_enrollment_id and enrollments.user_id = v_user_id;
  if not found then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return v_enrollment;
end;
$$;

revoke execute on function private.own_enrollment(uuid) from public;

comment on function private.own_enrollment(uuid) is
  'An enrollment of the caller, whose other writers wait from here on. Errors: 409 id_unusable.';
