create or replace function public.exercise_plateau(
  p_exercise_id uuid,
  p_on date default null,
  p_weeks integer default 6,
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
  v_to date := coalesce(p_on, private.own_today()) + 1;
  v_from date;
  v_sign integer := case when private.metric_aggregate(p_metric) = 'min' then -1 else 1 end;
  v_before jsonb;
  v_within jsonb;
  v_rate jsonb;
begin
  perform private.check_metric(p_metric);
  perform private.check_window(p_on, p_weeks);
  v_from := v_to - p_weeks * 7;

  select
    private.best_of(
      array_agg(series.local_date) filter (where series.local_date < v_from),
      array_agg(series.value) filter (where series.local_date < v_from),
      v_sign
    ),
    private.best_of(
      array_agg(series.local_date) filter (where series.local_date >= v_from),
      array_agg(series.value) filter (where series.local_date >= v_from),
      v_sign
    ),
    private.rate_document(
      array_agg(series.local_date) filter (where series.local_date >= v_from),
      array_agg(series.value) filter (where series.local_date >= v_from)
    )
  into v_before, v_within, v_rate
  from private.exercise_series(p_exercise_id, null, v_to, p_metric, v_formula) as series;

  return private.trend_document(p_exercise_id, p_metric, v_formula) || jsonb_build_object(
    'from', v_from,
    'to', v_to,
    'status', case
      when v_before is null or v_rate ->> 'reason' is not null then 'too_little_data'
      when greatest(v_sign * (v_rate ->> 'lower')::numeric, v_sign * (v_rate ->> 'upper')::numeric) < 0 then 'declining'
      when v_sign * (v_within ->> 'value')::numeric > v_sign * (v_before ->> 'value')::numeric then 'progressing'
      when least(v_sign * (v_rate ->> 'lower')::numeric, v_sign * (v_rate ->> 'upper')::numeric) > 0 then 'recovering'
      else 'plateau'
    end,
    'best_before', v_before,
    'best_within', v_within,
    'rate', v_rate
  );
end;
$$;

revoke execute on function public.exercise_plateau(uuid, date, integer, text, text) from public;
grant execute on function public.exercise_plateau(uuid, date, integer, text, text) to authenticated;

comment on function public.exercise_plateau(uuid, date, integer, text, text) is
  'Whether the caller stands still in one exercise, in the p_weeks (3 to 52) up to and with p_on, their today unless '
  'told otherwise, and what shows it: {exercise_id, metric, unit, formula, from, to, status, best_before: {value, '
  'on}, best_within: {value, on}, rate: as exercise_rate() answers it, of these weeks}. status: plateau, when '
  'nothing within is better than the best before, and the 90 per cent interval of the rate holds 0; progressing, '
  'with something better; recovering, with nothing better and an interval of improvement; declining, with an '
  'interval of the contrary; too_little_data, without a rate, or without anything before. null for a best that is '
  'not there. p_metric and p_formula as in exercise_trend(). Errors: 422 invalid_field.';
