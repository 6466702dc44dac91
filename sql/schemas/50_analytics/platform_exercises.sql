create or replace function public.platform_exercises(p_month date, p_limit integer default 50)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return private.count_exercises(p_month, p_limit);
end;
$$;

revoke execute on function public.platform_exercises(date, integer) from public;
grant execute on function public.platform_exercises(date, integer) to authenticated;

comment on function public.platform_exercises(date, integer) is
  'For admins: the global exercises that most people trained in the month of a day: {month, exercises: [{exercise_id, '
  'name, users, sets}]}, most people first. Those that fewer than ten trained are left out; months are whole, so that two '
  'answers cannot be subtracted to one day. Errors: 403 not_allowed; 422 invalid_field.';
