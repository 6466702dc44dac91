create or replace function public.next_workout(p_enrollment_id uuid, p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_plan jsonb;
  v_session record;
begin
  if p_on not between '1970-01-01' and '2100-12-31' then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_on', 'must be a date, such as 2026-01-31', 'Correct the field and call again.'
    );
  end if;

  select jsonb_build_object('id', plans.id, 'name', plans.name)
  into v_plan
  from public.enrollments
  join public.plans on plans.id = enrollments.plan_id
  where enrollments.id = p_enrollment_id and enrollments.user_id = (select auth.uid());
  if not found then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;

  select sessions.* into v_session from private.next_session(p_enrollment_id, p_on) as sessions;
  return jsonb_build_object(
    'enrollment_id', p_enrollment_id,
    'plan', v_plan,
    'status', v_session.status,
    'session', case when v_session.plan_day_id is not null then jsonb_build_object(
      'number', v_session.session_number,
      'week', v_session.week,
      'cycle', v_session.cycle,
      'scheduled_on', v_session.scheduled_on,
      'plan_day_id', v_session.plan_day_id,
      'is_deload', v_session.is_deload
    ) end
  ) || coalesce(
    private.prescription(v_session.routine_id, p_enrollment_id, v_session.is_deload),
    '{"routine": null, "exercises": []}'
  );
end;
$$;

revoke execute on function public.next_workout(uuid, date) from public;
grant execute on function public.next_workout(uuid, date) to authenticated;

comment on function public.next_workout(uuid, date) is
  'The next session of an enrollment of the caller, ready to be done: {enrollment_id, plan: {id, name}, status, '
  'session: {number, week, cycle, scheduled_on, plan_day_id, is_deload}, routine: {id, name, notes}, exercises: '
  '[{routine_exercise_id, exercise_id, name, kind, position, superset_group, notes, rest_seconds, warmup: [{reps, '
  'weight_kg, rest_seconds, plates}], sets: [{position, set_type, min_reps, max_reps, goal_reps, weight_kg, exact_kg, '
  'duration_seconds, distance_meters, rpe, rir, rest_seconds, plates}], progression: {scheme, state, reason: {code, '
  'data, text}}}]}. weight_kg is rounded to what the gym has; reason says why it is what it is. p_on is the day to ask '
  'for, by default the caller''s today. Where nothing is next (paused, completed, cancelled) session and routine are '
  'null. Send the targets back in each set''s target, also of sets that were left out: a session is judged by what it '
  'was asked, however the routine changes. Errors: 409 id_unusable, 422 invalid_field.';
