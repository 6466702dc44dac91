create or replace function public.exercise_projection(
  p_exercise_id uuid,
  p_target numeric,
  p_on date default null,
  p_weeks integer default 12,
  p_metric text default 'e1rm',
  p_formula text default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_formula text := private.own_formula(p_formula);
  v_on date := coalesce(p_on, private.own_today());
  v_from date;
  v_sign integer := case when private.metric_aggregate(p_metric) = 'min' then -1 else 1 end;
  v_dates date[];
  v_values numeric[];
  v_reached_on date;
begin
  perform private.check_metric(p_metric);
  perform private.check_window(p_on, p_weeks);
  if coalesce(p_target <= 0 or p_target >= 1e9, true) then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_target', 'must be more than 0', 'Send the value to reach, in the metric''s unit.'
    );
  end if;
  v_from := v_on + 1 - p_weeks * 7;

  select
    array_agg(series.local_date) filter (where series.local_date >= v_from),
    array_agg(series.value) filter (where series.local_date >= v_from),
    min(series.local_date) filter (where series.value * v_sign >= p_target * v_sign)
  into v_dates, v_values, v_reached_on
  from private.exercise_series(p_exercise_id, null, v_on + 1, p_metric, v_formula) as series;

  return private.trend_document(p_exercise_id, p_metric, v_formula) || jsonb_build_object(
    'target', p_target,
    'from', v_from,
    'on', v_on,
    'reached_on', v_reached_on,
    'rate', private.rate_document(v_dates, v_values),
    'forecast', case
      when v_reached_on is null then private.forecast(v_dates, v_values, p_target, v_on, v_sign)
    end
  );
end;
$$;

revoke execute on function public.exercise_projection(uuid, numeric, date, integer, text, text) from public;
grant execute on function public.exercise_projection(uuid, numeric, date, integer, text, text) to authenticated;

comment on function public.exercise_projection(uuid, numeric, date, integer, text, text) is
  'When the caller reaches p_target in one exercise if they go on as in the p_weeks (3 to 52) up to and with p_on, '
  'their today unless told otherwise: {exercise_id, metric, unit, formula, target, from, on, reached_on, rate: as '
  'exercise_rate() answers it, of these weeks, forecast: {level, expected_on, earliest_on, latest_on, reason}}. '
  'reached_on is the first day of all that reached it, and forecast is null then. level is what the trend shows on '
  'p_on; earliest_on and latest_on are by the ends of the rate''s 90 per cent interval. A date is null where that '
  'rate does not lead there, or only after a year. reason says why there is no expected_on: too_few_days, too_short, '
  'no_progress or too_far. p_metric and p_formula as in exercise_trend(). Errors: 422 invalid_field.';
