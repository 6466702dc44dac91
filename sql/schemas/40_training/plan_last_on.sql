create or replace function private.plan_last_on(p_enrollment_id uuid)
returns date
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return (
    select
      private.move_behind_pauses(
        enrollments.starts_on + 7 * plans.weeks, '-infinity', pauses.paused_on, pauses.resumed_on
      ) - 1
    from public.enrollments
    join public.plans on plans.user_id = enrollments.user_id and plans.id = enrollments.plan_id
    cross join lateral (
      select
        array_agg(paused.paused_on order by paused.paused_on) as paused_on,
        array_agg(paused.resumed_on order by paused.paused_on) as resumed_on
      from public.enrollment_pauses as paused
      where paused.user_id = enrollments.user_id and paused.enrollment_id = enrollments.id
    ) as pauses
    where enrollments.id = p_enrollment_id and not plans.is_repeating
  );
end;
$$;

revoke execute on function private.plan_last_on(uuid) from public;
grant execute on function private.plan_last_on(uuid) to authenticated, service_role;

comment on function private.plan_last_on(uuid) is
  'The last day of the plan that an enrollment in calendar mode follows, its pauses counted; null of a plan that '
  'repeats, and behind a pause that is open.';
