create or replace function private.import_enrollment(p_user_id uuid, p_enrollment jsonb)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_row record := private.imported_row(p_user_id, 'enrollments', 'json ' || lower(p_enrollment ->> 'id'));
  v_plan_id uuid := private.imported_reference(p_user_id, 'plans', p_enrollment ->> 'plan_id');
  v_namespace uuid := private.import_namespace(p_user_id);
begin
  if v_row.outcome is not null then
    return v_row.outcome;
  end if;
  if v_plan_id is null then
    perform private.raise_id_unusable('plan_id');
  end if;

  -- enroll() begins one today; this one has begun, been paused and ended as its document says.
  insert into public.enrollments (id, user_id, plan_id, mode, starts_on, gym_id, start_weights, status, ended_at)
  select
    v_row.id, p_user_id, v_plan_id, sent.mode, sent.starts_on,
    private.imported_reference(p_user_id, 'gyms', p_enrollment ->> 'gym_id'),
    coalesce((
      select jsonb_object_agg(private.imported_exercise_reference(p_user_id, started.key), started.value)
      from jsonb_each(sent.start_weights) as started
    ), '{}'),
    sent.status, sent.ended_at
  from jsonb_populate_record(null::public.enrollments, p_enrollment) as sent;

  insert into public.enrollment_pauses (id, enrollment_id, user_id, paused_on, resumed_on)
  select
    private.imported_id(v_namespace, 'enrollment_pauses', 'json ' || sent.id), v_row.id, p_user_id, sent.paused_on,
    sent.resumed_on
  from jsonb_populate_recordset(null::public.enrollment_pauses, p_enrollment -> 'pauses') as sent;
  return 'added';
end;
$$;

revoke execute on function private.import_enrollment(uuid, jsonb) from public;
grant execute on function private.import_enrollment(uuid, jsonb) to service_role;

comment on function private.import_enrollment(uuid, jsonb) is
  'Adds an enrollment of a document with its pauses to the plan that was imported before, and answers added, known or '
  'deleted. Where its gym is not there it has none. Errors: 409 id_unusable, quota_exceeded.';
