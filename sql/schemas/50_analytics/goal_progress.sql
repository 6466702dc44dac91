create or replace function public.goal_progress(p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_on date := private.training_today(p_on);
begin
  return jsonb_build_object('on', v_on, 'items', (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'goal_id', goals.id,
          'kind', goals.kind,
          'name', goals.name,
          'exercise_id', goals.exercise_id,
          'metric', goals.metric,
          'unit', case goals.kind
            when 'exercise' then private.metric_unit(goals.metric)
            when 'body_weight' then 'kg'
            when 'frequency' then 'days'
            when 'distance' then 'm'
            else goals.unit
          end,
          'period', goals.period,
          'period_from', found.period_from,
          'period_to', found.period_to,
          'starts_on', goals.starts_on,
          'due_on', goals.due_on,
          'baseline', found.baseline,
          'target', goals.target,
          'current', found.current,
          'current_on', found.current_on,
          'share', round(found.share, 4),
          'achieved_on', found.achieved_on,
          'is_on_track', found.is_on_track,
          'forecast', found.forecast
        )
        order by goals.starts_on, goals.id
      ),
      '[]'
    )
    from public.goals
    cross join lateral (
      select
        measured.baseline, measured.current, measured.current_on, measured.share, measured.achieved_on,
        measured.is_on_track, measured.forecast, null::date as period_from, null::date as period_to
      from private.measured_goal(goals, v_on) as measured
      where goals.kind in ('exercise', 'body_weight')

      union all

      select
        null, periodic.current, null, periodic.share, null, periodic.is_on_track, null, periodic.period_from,
        periodic.period_to
      from private.periodic_goal(goals, v_on) as periodic
      where goals.kind in ('frequency', 'distance')

      union all

      select
        goals.baseline, goals.current_value, null,
        case
          when goals.achieved_on <= v_on then 1
          else least(greatest(
            (goals.current_value - coalesce(goals.baseline, 0))
              / nullif(goals.target - coalesce(goals.baseline, 0), 0),
            0
          ), 1)
        end,
        case when goals.achieved_on <= v_on then goals.achieved_on end,
        case when goals.achieved_on <= v_on then true when goals.due_on < v_on then false end,
        null, null, null
      where goals.kind = 'custom'
    ) as found
    where goals.user_id = (select auth.uid())
  ));
end;
$$;

revoke execute on function public.goal_progress(date) from public;
grant execute on function public.goal_progress(date) to authenticated;

comment on function public.goal_progress(date) is
  'How far the caller''s goals are on a day of theirs, by default today: {on, items: [{goal_id, kind, name, '
  'exercise_id, metric, unit, period, period_from, period_to, starts_on, due_on, baseline, target, current, '
  'current_on, share, achieved_on, is_on_track, forecast: as exercise_projection() answers it}]}, oldest first. Of an '
  'exercise current is the best since starts_on, and achieved_on the first day that reached the target; of body weight '
  'the latest reading. A frequency or distance is judged anew in each period: current, share and is_on_track are of '
  'the one around the day. What is custom is as its owner wrote it. is_on_track is null where too little is known. '
  'Errors: 422 invalid_field.';
