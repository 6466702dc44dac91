create or replace function private.change_enrollment(p_enrollment_id uuid, p_gym_id uuid, p_start_weights jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_enrollment public.enrollments := private.own_enrollment(p_enrollment_id);
begin
  if p_gym_id is not null and not exists (
    select 1 from public.gyms where gyms.id = p_gym_id and gyms.user_id = v_enrollment.user_id
  ) then
    perform private.raise_id_unusable('gym_id');
  end if;
  update public.enrollments
  set gym_id = p_gym_id, start_weights = p_start_weights
  where enrollments.id = p_enrollment_id;
end;
$$;

revoke execute on function private.change_enrollment(uuid, uuid, jsonb) from public;
grant execute on function private.change_enrollment(uuid, uuid, jsonb) to authenticated;

comment on function private.change_enrollment(uuid, uuid, jsonb) is
  'Changes where an enrollment of the caller trains and where its loads begin. Definer, because clients may not write '
  'enrollments. Errors: 409 id_unusable.';
