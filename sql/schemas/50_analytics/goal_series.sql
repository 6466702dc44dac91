create or replace function private.goal_series(p_goal public.goals, p_on date)
returns table (
  local_date date,
  value numeric
)
language plpgsql
stable
security invoker
rows 200
set search_path = ''
as $$
#variable_conflict use_column
begin
  if p_goal.kind = 'exercise' then
    return query
      select series.local_date, series.value
      from private.exercise_series(
        p_goal.exercise_id, null, p_on + 1, p_goal.metric, private.own_formula(null)
      ) as series;
    return;
  end if;

  return query
    select series.local_date, series.weight_kg
    from private.body_weight_series(null, p_on + 1) as series;
end;
$$;

revoke execute on function private.goal_series(goals, date) from public;
grant execute on function private.goal_series(goals, date) to authenticated, service_role;

comment on function private.goal_series(goals, date) is
  'What a goal of an exercise or of body weight is judged by, a value a day, oldest first, to p_on: the metric of the '
  'exercise, or the mean of the day''s body weights.';
