create or replace function private.measured_goal(p_goal public.goals, p_on date)
returns table (
  baseline numeric,
  current numeric,
  current_on date,
  share numeric,
  achieved_on date,
  is_on_track boolean,
  forecast jsonb
)
language plpgsql
stable
security invoker
rows 1
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_is_exercise boolean := p_goal.kind = 'exercise';
  v_sign integer := case when private.metric_aggregate(p_goal.metric) = 'min' then -1 else 1 end;
  v_dates date[];
  v_values numeric[];
  v_from numeric;
begin
  select array_agg(series.local_date), array_agg(series.value)
  into v_dates, v_values
  from private.goal_series(p_goal, p_on) as series;

  baseline := p_goal.baseline;
  if baseline is null and v_is_exercise then
    -- What was done years ago is not where somebody begins.
    select max(days.value * v_sign) * v_sign
    into baseline
    from unnest(v_dates, v_values) as days (day, value)
    where days.day > p_goal.starts_on - 84 and days.day <= p_goal.starts_on;
  elsif baseline is null then
    select days.value
    into baseline
    from unnest(v_dates, v_values) as days (day, value)
    order by days.day > p_goal.starts_on, abs(days.day - p_goal.starts_on)
    limit 1;
  end if;
  if not v_is_exercise and p_goal.target < baseline then
    v_sign := -1;
  end if;

  select days.value, days.day
  into current, current_on
  from unnest(v_dates, v_values) as days (day, value)
  where days.day >= p_goal.starts_on or not v_is_exercise
  order by case when v_is_exercise then days.value * v_sign end desc, case when v_is_exercise then days.day end,
    days.day desc
  limit 1;
  current := coalesce(current, baseline);

  select min(days.day)
  into achieved_on
  from unnest(v_dates, v_values) as days (day, value)
  where days.day >= p_goal.starts_on and days.value * v_sign >= p_goal.target * v_sign;

  -- Who has nothing to begin with begins with nothing, but of a pace that is no number.
  v_from := coalesce(baseline, case when v_sign = 1 then 0 end);
  share := case
    when achieved_on is not null then 1
    else least(greatest(coalesce((current - v_from) / nullif(p_goal.target - v_from, 0), 0), 0), 1)
  end;
  if achieved_on is null then
    select private.forecast(array_agg(days.day), array_agg(days.value), p_goal.target, p_on, v_sign)
    into forecast
    from unnest(v_dates, v_values) as days (day, value)
    where days.day > p_on - 84;
  end if;
  is_on_track := case
    when achieved_on is not null then true
    when p_on > p_goal.due_on then false
    when forecast ->> 'reason' in ('too_few_days', 'too_short') then null
    else coalesce((forecast ->> 'expected_on')::date <= coalesce(p_goal.due_on, 'infinity'), false)
  end;
  return next;
end;
$$;

revoke execute on function private.measured_goal(goals, date) from public;
grant execute on function private.measured_goal(goals, date) to authenticated, service_role;

comment on function private.measured_goal(goals, date) is
  'How far a goal of an exercise or of body weight is on p_on. baseline: the goal''s own, else the best of the twelve '
  'weeks to starts_on, of body weight the reading nearest to it, an earlier one first. current: the best since '
  'starts_on, or baseline; of body weight the latest. achieved_on: the first day from starts_on on that reached the '
  'target, from below, or from above for a pace or a body weight that is less than the baseline. share: of the way '
  'from baseline, or 0, to target. forecast: forecast() of the last twelve weeks. is_on_track: whether that is by '
  'due_on; null where it says nothing.';
