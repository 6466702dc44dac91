create or replace function private.write_sync_enrollment(p_record jsonb)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_id uuid := (p_record ->> 'id')::uuid;
  v_status text := coalesce(p_record ->> 'status', 'active');
  v_stored_status text;
begin
  -- The same call again changes nothing.
  perform public.enroll(
    (p_record ->> 'plan_id')::uuid, (p_record ->> 'starts_on')::date, p_record ->> 'mode', v_id,
    (p_record ->> 'gym_id')::uuid, coalesce((p_record ->> 'start_weights')::jsonb, '{}')
  );
  perform public.update_enrollment(v_id, jsonb_build_object(
    'gym_id', p_record -> 'gym_id', 'start_weights', coalesce((p_record ->> 'start_weights')::jsonb, '{}')
  ));

  select enrollments.status into v_stored_status from public.enrollments where enrollments.id = v_id;
  if v_status = v_stored_status then
    return;
  end if;
  if v_status = 'paused' then
    perform public.pause_enrollment(v_id);
  elsif v_status = 'active' then
    perform public.resume_enrollment(v_id);
  else
    perform public.end_enrollment(v_id, v_status);
  end if;
end;
$$;

revoke execute on function private.write_sync_enrollment(jsonb) from public;
grant execute on function private.write_sync_enrollment(jsonb) to authenticated;

comment on function private.write_sync_enrollment(jsonb) is
  'Stores an enrollment as sync carries it, by the RPCs beside enroll(): a status that the device changed pauses, '
  'resumes or ends it, from the day of the sync. Its pauses are derived, and only pulled.';
