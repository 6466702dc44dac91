create or replace function public.report(p_period text, p_on date default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_time record;
  v_settings public.profile_settings;
  v_bucket text := case when p_period = 'week' then 'day' else 'week' end;
  v_locale text;
  v_totals jsonb;
  v_previous jsonb;
begin
  v_time := private.report_period(p_period, p_on);
  select settings.* into v_settings
  from public.profile_settings as settings
  where settings.user_id = (select auth.uid());
  v_locale := private.catalog_locale(coalesce(v_settings.locale, 'en'));
  v_totals := private.period_totals(v_time.period_from, v_time.through);
  v_previous := private.period_totals(v_time.previous_from, v_time.previous_to);

  return jsonb_build_object(
    'period', p_period,
    'from', v_time.period_from,
    'to', v_time.period_to,
    'through', v_time.through,
    'previous', jsonb_build_object('from', v_time.previous_from, 'to', v_time.previous_to),
    'locale', coalesce(v_settings.locale, 'en'),
    'unit_system', coalesce(v_settings.unit_system, 'metric'),
    'week_start', coalesce(v_settings.week_start, 1),
    'totals', v_totals,
    'previous_totals', v_previous,
    'change', private.relative_change(v_totals, v_previous),
    'bucket', v_bucket,
    'load', private.training_load(v_time.through - 1),
    'body_weight', private.report_body_weight(v_time.period_from, v_time.through)
  )
  || private.report_weeks(
    v_time.period_from, v_time.period_to, v_time.through, v_bucket, coalesce(v_settings.week_start, 1::smallint)
  )
  || private.report_exercises(
    v_time.period_from, v_time.through, v_time.previous_from, v_time.previous_to, v_locale
  )
  || private.report_records(v_time.period_from, v_time.through, v_locale);
end;
$$;

revoke execute on function public.report(text, date) from public;
grant execute on function public.report(text, date) to authenticated;

comment on function public.report(text, date) is
  'One week, month or year of the caller''s training, as GET /analytics/reports shows it: that which holds p_on, or '
  'today. {period, from, to, through, previous: {from, to}, locale, unit_system, week_start, totals, previous_totals, '
  'change, load, bucket, series, days, muscles, exercises, exercises_count, records, records_count, baselines_count, '
  'consistency, body_weight}. Volumes are of external load. A period that runs is compared with as many days of the '
  'one before. Errors: 422 invalid_field.';
