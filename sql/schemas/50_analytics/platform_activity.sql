create or replace function public.platform_activity(p_from date, p_to date)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return private.count_activity(p_from, p_to);
end;
$$;

revoke execute on function public.platform_activity(date, date) from public;
grant execute on function public.platform_activity(date, date) to authenticated;

comment on function public.platform_activity(date, date) is
  'For admins: how many people trained, day by day, p_from ≤ day < p_to, at most 400 days: {from, to, days: [{day, '
  'daily_users, weekly_users, monthly_users, workouts}]}. weekly_users trained in the 7 days up to the day, '
  'monthly_users in 30; workouts were finished on the day. Days are those of the people. A figure behind which fewer '
  'than ten people stand is null. Errors: 403 not_allowed; 422 invalid_field.';
