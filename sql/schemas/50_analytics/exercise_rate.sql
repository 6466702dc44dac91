create or replace function public.exercise_rate(
  p_exercise_id uuid,
  p_from date default null,
  p_to date default null,
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
begin
  perform private.check_metric(p_metric);

  return (
    select
      private.trend_document(p_exercise_id, p_metric, v_formula)
      || jsonb_build_object(
        'from', p_from,
        'to', p_to,
        'rate', private.rate_document(array_agg(series.local_date), array_agg(series.value))
      )
    from private.exercise_series(p_exercise_id, p_from, p_to, p_metric, v_formula) as series
  );
end;
$$;

revoke execute on function public.exercise_rate(uuid, date, date, text, text) from public;
grant execute on function public.exercise_rate(uuid, date, date, text, text) to authenticated;

comment on function public.exercise_rate(uuid, date, date, text, text) is
  'How fast the caller changes in one exercise, p_from ≤ day < p_to, null for all there is: {exercise_id, metric, '
  'unit, formula, from, to, rate: {days, points, days_per_point, first_on, last_on, per_week, lower, upper, '
  'reason}}. per_week is the Theil–Sen slope of the metric''s daily values, in units a week, which single bad or '
  'mistyped days do not bend; lower and upper hold it with 90 per cent confidence, if days scatter about one line. '
  'More than 120 days are taken as means of weeks: days_per_point says of how many days. Without a rate, reason says '
  'why: too_few_days (fewer than 5), too_short (within two weeks). p_metric and p_formula as in exercise_trend(). '
  'Errors: 422 invalid_field.';
