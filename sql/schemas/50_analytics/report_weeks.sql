create or replace function private.report_weeks(
  p_from date,
  p_to date,
  p_through date,
  p_bucket text,
  p_week_start smallint
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with trained as (
      select days.*
      from analytics.training_days as days
      where days.user_id = (select auth.uid())
        and days.local_date >= p_from
        and days.local_date < p_through
        and days.is_training_day
    ),
    buckets as (
      select greatest(bucket_start::date, p_from) as start_on, least(bucket_start::date + step, p_to) as end_on
      from (select case when p_bucket = 'day' then 1 else 7 end) as width (step)
      cross join lateral generate_series(
        (case when p_bucket = 'day' then p_from else private.week_start_of(p_from, p_week_start) end)::timestamp,
        (p_to - 1)::timestamp,
        make_interval(days => step)
      ) as bucket_start
    ),
    weeks as (
      select
        private.week_start_of(day::date, p_week_start) as week_start,
        bool_or(trained.local_date is not null) as is_trained
      from generate_series(p_from::timestamp, (p_through - 1)::timestamp, interval '1 day') as day
      left join trained on trained.local_date = day::date
      group by 1
    ),
    runs as (
      select count(*) as weeks
      from (
        select weeks.week_start - 7 * row_number() over (order by weeks.week_start)::integer as run
        from weeks
        where weeks.is_trained
      ) as numbered
      group by numbered.run
    )
    select jsonb_build_object(
      'series', (
        select jsonb_agg(
          jsonb_build_object(
            'start_on', buckets.start_on,
            'training_days', figures.training_days,
            'sets', figures.sets,
            'volume_kg', figures.volume_kg,
            'duration_seconds', figures.duration_seconds,
            'session_load', figures.session_load
          )
          order by buckets.start_on
        )
        from buckets
        cross join lateral (
          select
            count(*) as training_days,
            coalesce(sum(trained.sets), 0) as sets,
            coalesce(sum(trained.volume_kg), 0) as volume_kg,
            coalesce(sum(trained.duration_seconds), 0) as duration_seconds,
            sum(trained.session_load) as session_load
          from trained
          where trained.local_date >= buckets.start_on and trained.local_date < buckets.end_on
        ) as figures
      ),
      'days', coalesce((
        select jsonb_agg(
          jsonb_build_object('local_date', trained.local_date, 'sets', trained.sets, 'volume_kg', trained.volume_kg)
          order by trained.local_date
        )
        from trained
      ), '[]'),
      'consistency', jsonb_build_object(
        'weeks', (select count(*) from weeks),
        'training_weeks', (select count(*) from weeks where weeks.is_trained),
        'longest_run_weeks', coalesce((select max(runs.weeks) from runs), 0),
        'days_per_week', round((select count(*) from trained) * 7.0 / greatest(p_through - p_from, 1), 1)
      )
    )
  );
end;
$$;

revoke execute on function private.report_weeks(date, date, date, text, smallint) from public;
grant execute on function private.report_weeks(date, date, date, text, smallint) to authenticated, service_role;

comment on function private.report_weeks(date, date, date, text, smallint) is
  'The caller''s training in the order of time: {series: every day or week of p_from ≤ day < p_to, days: those with '
  'training, consistency: over the days before p_through}.';
