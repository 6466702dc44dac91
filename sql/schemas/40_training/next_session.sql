create or replace function private.next_session(p_enrollment_id uuid, p_on date default null)
returns table (
  plan_day_id uuid,
  routine_id uuid,
  week smallint,
  cycle integer,
  session_number integer,
  scheduled_on date,
  is_deload boolean,
  status text
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_enrollment public.enrollments;
  v_weeks integer;
  v_on date := coalesce(p_on, private.own_today());
  v_last_on date;
  v_until date;
begin
  select enrollments.* into v_enrollment from public.enrollments where enrollments.id = p_enrollment_id;
  if not found then
    return;
  end if;
  select plans.weeks into v_weeks from public.plans where plans.id = v_enrollment.plan_id;

  if v_enrollment.status <> 'active' then
    status := v_enrollment.status;
    return next;
    return;
  end if;

  if v_enrollment.mode = 'calendar' then
    v_on := greatest(v_on, v_enrollment.starts_on);
    select max(workouts.local_date)
    into v_last_on
    from public.workouts
    where workouts.user_id = v_enrollment.user_id and workouts.enrollment_id = p_enrollment_id;
    -- Mostly within two weeks; else by a week more than the plan behind all that was done, when something comes round
    -- that is not.
    foreach v_until in array array[v_on + 14, greatest(v_on, v_last_on) + 7 * (v_weeks + 1)] loop
      select sessions.*
      into plan_day_id, routine_id, week, cycle, session_number, scheduled_on, is_deload
      from private.calendar_sessions(p_enrollment_id, v_on, v_until) as sessions
      where sessions.workout_id is null
      order by sessions.session_number
      limit 1;
      exit when found;
    end loop;
  else
    select sessions.*
    into plan_day_id, routine_id, week, cycle, session_number, scheduled_on, is_deload
    from private.sequence_sessions(p_enrollment_id, v_on, v_on, v_on) as sessions
    where sessions.workout_id is null
    order by sessions.session_number
    limit 1;
  end if;
  status := case when plan_day_id is null then 'completed' else 'active' end;
  return next;
end;
$$;

revoke execute on function private.next_session(uuid, date) from public;
grant execute on function private.next_session(uuid, date) to authenticated, service_role;

comment on function private.next_session(uuid, date) is
  'What an enrollment has next on a day, by default the caller''s today: one row, without a session where the status '
  'is paused, completed or cancelled; completed also once no session is left. calendar: the first session on or after '
  'the day that is not done. sequence: the first one not done, whenever; scheduled_on says when it is due. No row for '
  'an enrollment that the caller does not see.';
