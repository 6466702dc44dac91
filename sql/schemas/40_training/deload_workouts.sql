create or replace function private.deload_workouts(p_enrollment_id uuid)
returns uuid[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_followed record;
begin
  select enrollments.mode, enrollments.starts_on, max(workouts.local_date) as last_on
  into v_followed
  from public.enrollments
  join public.plans on plans.id = enrollments.plan_id
  join public.workouts on workouts.user_id = enrollments.user_id and workouts.enrollment_id = enrollments.id
  where enrollments.id = p_enrollment_id and plans.deload_weeks <> '{}'
  group by enrollments.id;
  if not found then
    return '{}';
  end if;

  if v_followed.mode = 'calendar' then
    return array(
      select sessions.workout_id
      from private.calendar_sessions(p_enrollment_id, v_followed.starts_on, v_followed.last_on + 7) as sessions
      where sessions.is_deload and sessions.workout_id is not null
    );
  end if;
  return array(
    select sessions.workout_id
    from private.sequence_sessions(
      p_enrollment_id, v_followed.starts_on, '-infinity', v_followed.starts_on
    ) as sessions
    where sessions.is_deload and sessions.workout_id is not null
  );
end;
$$;

revoke execute on function private.deload_workouts(uuid) from public;
grant execute on function private.deload_workouts(uuid) to authenticated, service_role;

comment on function private.deload_workouts(uuid) is
  'Finished workouts of an enrollment that did sessions of its plan''s deload weeks.';
