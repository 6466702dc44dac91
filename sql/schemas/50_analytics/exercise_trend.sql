create or replace function public.exercise_trend(
  p_exercise_id uuid,
  p_from date default null,
  p_to date default null,
  p_bucket text default 'day',
  p_metric text default 'e1rm',
  p_formula text default null
)
returns table (
  bucket_start date,
  value numeric,
  moving_average numeric,
  days integer
)
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  v_formula text := private.own_formula(p_formula);
  v_aggregate text := private.metric_aggregate(p_metric);
  v_week_start smallint;
  v_before interval := case p_bucket when 'month' then '2 months' else '27 days' end;
  v_neighbours integer := case p_bucket when 'week' then 3 else 2 end;
  v_first integer;
begin
  perform private.check_metric(p_metric);
  if private.bucket_start(current_date, p_bucket, 1::smallint) is null then
    perform private.raise_problem(
      'PT422', 'invalid_field', 'p_bucket', 'must be the name of a bucket', 'Send day, week or month.'
    );
  end if;

  -- The averages of the first buckets look back beyond p_from, so that a range shows what a longer one would.
  if p_bucket = 'day' then
    return query
      select days.local_date, round(days.value, 3), round(days.average, 3), 1
      from (
        select series.local_date, series.value, avg(series.value) over lately as average
        from private.exercise_series(p_exercise_id, p_from - 27, p_to, p_metric, v_formula) as series
        window lately as (
          order by private.bucket_number(series.local_date, 'day') range between 27 preceding and current row
        )
      ) as days
      where days.local_date >= coalesce(p_from, '-infinity')
      order by days.local_date;
    return;
  end if;

  v_week_start := coalesce(
    (select settings.week_start from public.profile_settings as settings where settings.user_id = (select auth.uid())),
    1::smallint
  );
  -- A bucket without training adds nothing to a sum, but takes part in its average from the first bucket of all on.
  if v_aggregate = 'sum' then
    v_first := private.bucket_number(
      private.bucket_start(
        (
          select min(exercise_days.local_date)
          from analytics.exercise_days
          where exercise_days.user_id = (select auth.uid())
            and exercise_days.exercise_id = any(private.merged_exercise_ids(p_exercise_id))
        ),
        p_bucket,
        v_week_start
      ),
      p_bucket
    );
  end if;

  return query
    select
      averaged.bucket_start,
      round(averaged.value, 3),
      round(
        averaged.sum
        / case
          when v_aggregate = 'sum' then least(averaged.number - v_first, v_neighbours) + 1
          else averaged.buckets
        end,
        3
      ),
      averaged.days
    from (
      select
        buckets.*,
        private.bucket_number(buckets.bucket_start, p_bucket) as number,
        sum(buckets.whole) over lately as sum,
        count(*) over lately as buckets
      from (
        select
          private.bucket_start(series.local_date, p_bucket, v_week_start) as bucket_start,
          case v_aggregate
            when 'max' then max(series.value)
            when 'min' then min(series.value)
            else sum(series.value)
          end as whole,
          case v_aggregate
            when 'max' then max(series.value) filter (where series.local_date >= coalesce(p_from, '-infinity'))
            when 'min' then min(series.value) filter (where series.local_date >= coalesce(p_from, '-infinity'))
            else sum(series.value) filter (where series.local_date >= coalesce(p_from, '-infinity'))
          end as value,
          (count(*) filter (where series.local_date >= coalesce(p_from, '-infinity')))::integer as days
        from private.exercise_series(
          p_exercise_id,
          (private.bucket_start(p_from, p_bucket, v_week_start) - v_before)::date,
          p_to,
          p_metric,
          v_formula
        ) as series
        group by 1
      ) as buckets
      window lately as (
        order by private.bucket_number(buckets.bucket_start, p_bucket)
        range between v_neighbours preceding and current row
      )
    ) as averaged
    where averaged.days > 0
    order by averaged.bucket_start;
end;
$$;

revoke execute on function public.exercise_trend(uuid, date, date, text, text, text) from public;
grant execute on function public.exercise_trend(uuid, date, date, text, text, text) to authenticated;

comment on function public.exercise_trend(uuid, date, date, text, text, text) is
  'The caller''s progress in one exercise, p_from ≤ day < p_to, null for all there is: a row for each day, week or '
  'month (p_bucket) that tells the metric, oldest first. value, of the days within the range: the best of e1rm '
  '(estimated one-repetition maximum of exercises whose load is all external, by p_formula, else the formula of the '
  'settings), max_weight, set_volume (kg), most_reps, longest_duration (s), farthest_distance (m) and best_pace '
  '(s/km, the least), each of one set; the sum of volume (reps × external load, kg), sets, reps, duration (s) and '
  'distance (m). moving_average: mean of the buckets that begin in the 28 days up to this one''s start, or the 3 '
  'months with this one, whether in the range or before it; a week or month without training counts as 0 in what is '
  'summed, and is left out of what is not. days: how many tell the metric. Weeks begin on the caller''s week_start. '
  'Errors: 422 invalid_field.';
