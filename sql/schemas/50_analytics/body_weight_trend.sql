create or replace function public.body_weight_trend(p_from date default null, p_to date default null)
returns table (
  local_date date,
  weight_kg numeric,
  readings integer,
  mean_kg numeric,
  ewma_kg numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_from date := coalesce(p_from, '-infinity');
  v_left_of_a_day constant double precision := 1 - private.ewma_lambda(19);
  v_dates date[];
  v_weights numeric[];
  v_readings integer[];
  v_ewmas double precision[] := '{}';
  v_ewma double precision;
begin
  -- A reading of a year before weighs less than a gram by the first day: averages are those of a longer range.
  select array_agg(series.local_date), array_agg(series.weight_kg), array_agg(series.readings)
  into v_dates, v_weights, v_readings
  from private.body_weight_series(v_from - 365, p_to) as series;

  for v_nth in 1..coalesce(cardinality(v_dates), 0) loop
    v_ewma := case
      when v_nth = 1 then v_weights[1]
      else v_weights[v_nth]
        + (v_ewma - v_weights[v_nth]) * power(v_left_of_a_day, v_dates[v_nth] - v_dates[v_nth - 1])
    end;
    v_ewmas := v_ewmas || v_ewma;
  end loop;

  return query
    select
      days.local_date,
      round(days.weight_kg, 3),
      days.readings,
      round(days.mean_kg, 3),
      round(days.ewma_kg::numeric, 3)
    from (
      select
        series.*,
        avg(series.weight_kg) over (
          order by series.local_date range between interval '6 days' preceding and current row
        ) as mean_kg
      from unnest(v_dates, v_weights, v_readings, v_ewmas) as series (local_date, weight_kg, readings, ewma_kg)
    ) as days
    where days.local_date >= v_from
    order by days.local_date;
end;
$$;

revoke execute on function public.body_weight_trend(date, date) from public;
grant execute on function public.body_weight_trend(date, date) to authenticated;

comment on function public.body_weight_trend(date, date) is
  'The caller''s body weight, p_from ≤ day < p_to, null for all there is: a row for each day with a reading, oldest '
  'first. weight_kg: mean of the day''s readings. mean_kg: mean of the days with one among the seven up to this. '
  'ewma_kg: average in which what was read fades by a tenth a day, days without a reading too (Walker, The Hacker''s '
  'Diet, 1991). Both look back beyond p_from, so that a range shows what a longer one would.';
