create or replace function private.periodic_goal(p_goal public.goals, p_on date)
returns table (
  current numeric,
  period_from date,
  period_to date,
  share numeric,
  is_on_track boolean
)
language plpgsql
stable
security invoker
rows 1
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_on date := least(p_on, p_goal.due_on);
  v_week_start smallint := coalesce((
    select settings.week_start from public.profile_settings as settings where settings.user_id = p_goal.user_id
  ), 1::smallint);
  v_days_left integer;
begin
  if p_goal.period = 'week' then
    period_from := private.week_start_of(v_on, v_week_start);
    period_to := period_from + 7;
  else
    period_from := date_trunc('month', v_on)::date;
    period_to := (period_from + interval '1 month')::date;
  end if;

  if p_goal.kind = 'frequency' then
    -- Today is left as long as nobody has trained on it.
    select count(*), period_to - v_on - count(*) filter (where trained = v_on)
    into current, v_days_left
    from private.trained_dates(p_goal.user_id, period_from, v_on + 1) as trained;
    is_on_track := p_goal.target - current <= v_days_left;
  else
    select coalesce(sum(days.distance_meters), 0)
    into current
    from analytics.exercise_days as days
    where days.user_id = p_goal.user_id
      and days.local_date >= period_from
      and days.local_date <= v_on
      and (p_goal.exercise_id is null or days.exercise_id = any(private.merged_exercise_ids(p_goal.exercise_id)));
    is_on_track := current >= p_goal.target * (v_on - period_from) / (period_to - period_from);
  end if;

  share := least(current / p_goal.target, 1);
  if p_on < p_goal.starts_on or p_on > p_goal.due_on then
    is_on_track := null;
  end if;
  return next;
end;
$$;

revoke execute on function private.periodic_goal(goals, date) from public;
grant execute on function private.periodic_goal(goals, date) to authenticated, service_role;

comment on function private.periodic_goal(goals, date) is
  'How far a goal of frequency or distance is in the week or month of p_on, or of its last day. is_on_track: whether '
  'enough days are left; of a distance whether it is not behind an even pace, the days before p_on counted; null on '
  'days for which the goal is not meant.';
