create or replace function private.sequence_adherence(p_enrollment_id uuid, p_from date, p_to date, p_on date)
returns table (planned integer, done integer, missed integer, moved integer, extra integer, in_order integer)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_plan record;
  v_first record;
  v_open datemultirange;
  v_due_by_now integer;
  v_due_before integer;
begin
  select
    7 * plans.weeks as length, plans.is_repeating,
    array_agg(
      7 * (plan_days.week - 1) + plan_days.weekday
      order by plan_days.week, plan_days.weekday, plan_days.position, plan_days.id
    ) as days
  into v_plan
  from public.enrollments
  join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
  join public.plan_days on plan_days.user_id = plans.user_id and plan_days.plan_id = plans.id
  where enrollments.id = p_enrollment_id and plan_days.routine_id is not null
  group by plans.id;

  select
    count(*) filter (where dues.done_on >= p_from and dues.done_on < p_to),
    count(*) filter (where dues.done_on >= p_from and dues.done_on < p_to and dues.done_on <> dues.due_on),
    count(*) filter (
      where dues.done_on >= p_from and dues.done_on < p_to and workouts.routine_id = dues.routine_id
    )
  into done, moved, in_order
  from private.sequence_dues(p_enrollment_id, p_on) as dues
  left join public.workouts on workouts.id = dues.workout_id;

  -- What was next when the days began, from which the plan is counted on at its own pace.
  select dues.session_number, dues.day, dues.due_on
  into v_first
  from private.sequence_dues(p_enrollment_id, p_on) as dues
  where dues.done_on is null or dues.done_on >= p_from
  order by dues.session_number
  limit 1;
  v_open :=
    private.enrollment_span(p_enrollment_id, p_on)::datemultirange
    * datemultirange(daterange(least(greatest(p_from, v_first.due_on), p_to), p_to))
    - private.enrollment_pause_days(p_enrollment_id);

  select
    count(*) filter (where ahead.days < private.count_days(v_open)),
    count(*) filter (where ahead.days < private.count_days(v_open * datemultirange(daterange(null, p_on + 1)))),
    count(*) filter (where ahead.days < private.count_days(v_open * datemultirange(daterange(null, p_on))))
  into planned, v_due_by_now, v_due_before
  from generate_series(
    v_first.session_number - 1,
    case
      when v_plan.is_repeating
        then v_first.session_number - 1 + cardinality(v_plan.days) * ((p_to - p_from) / v_plan.length + 1)
      else cardinality(v_plan.days) - 1
    end
  ) as number
  cross join lateral (
    select
      number / cardinality(v_plan.days) * v_plan.length + v_plan.days[number % cardinality(v_plan.days) + 1]
        - v_first.day as days
  ) as ahead;

  extra := greatest(done - v_due_by_now, 0);
  done := done - extra;
  missed := greatest(v_due_before - done, 0);
  return next;
end;
$$;

revoke execute on function private.sequence_adherence(uuid, date, date, date) from public;
grant execute on function private.sequence_adherence(uuid, date, date, date) to authenticated, service_role;

comment on function private.sequence_adherence(uuid, date, date, date) is
  'How an enrollment in sequence mode was followed, p_from ≤ day < p_to, as seen on p_on: sessions that the plan has '
  'in as many days, those of pauses not counted, from the one that was next; those done at that pace, those it is '
  'behind by (missed), those done on another day than they were due (moved), those it is ahead by (extra), and those '
  'whose workout was of the routine that was next (in_order).';
