create or replace function public.enrollment_schedule(p_enrollment_id uuid, p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_from is null or p_to is null or p_to - p_from not between 1 and 400 then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_to', 'must be from 1 to 400 days after p_from', 'Ask for fewer days at once.', 400
    );
  end if;
  if not exists (select 1 from public.enrollments where enrollments.id = p_enrollment_id) then
    perform private.raise_id_unusable('p_enrollment_id');
  end if;
  return jsonb_build_object(
    'from', p_from,
    'to', p_to,
    'days', private.enrollment_days(p_enrollment_id, p_from, p_to, private.own_today())
  );
end;
$$;

revoke execute on function public.enrollment_schedule(uuid, date, date) from public;
grant execute on function public.enrollment_schedule(uuid, date, date) to authenticated;

comment on function public.enrollment_schedule(uuid, date, date) is
  'The days of an enrollment of the caller, p_from ≤ day < p_to, at most 400, from its first to its last: {from, to, '
  'days: [{on, status, sessions: [{plan_day_id, routine_id, name, week, cycle, session_number, is_deload, status, '
  'workout_id, done_on}]}]}. A session is done, missed, today or upcoming; a day is what its first session that is not '
  'done is, or done, or without a session paused or rest. In sequence mode what is to come stands where it falls if '
  'the next session is done when it is due. Errors: 409 id_unusable; 422 invalid_field.';
