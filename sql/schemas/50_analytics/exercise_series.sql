create or replace function private.exercise_series(
  p_exercise_id uuid,
  p_from date,
  p_to date,
  p_metric text,
  p_formula text
)
returns table (
  local_date date,
  value numeric
)
language plpgsql
stable
security invoker
rows 200
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  v_user_id uuid := (select auth.uid());
  v_exercise_ids uuid[] := private.merged_exercise_ids(p_exercise_id);
  v_aggregate text := private.metric_aggregate(p_metric);
  v_factors numeric[];
begin
  -- Where the body is part of the load, the loads added to it do not tell what can be lifted once.
  if p_metric = 'e1rm' then
    if not exists (
      select 1 from public.exercises where exercises.id = v_exercise_ids[1] and exercises.kind = 'weight_reps'
    ) then
      return;
    end if;
    v_factors := private.one_rep_max_factors(p_formula);
  end if;

  if cardinality(v_exercise_ids) = 1 then
    return query
      select days.local_date, days.value
      from (
        select
          exercise_days.local_date,
          private.exercise_day_value(exercise_days, p_metric, v_factors) as value
        from analytics.exercise_days
        where exercise_days.user_id = v_user_id
          and exercise_days.exercise_id = v_exercise_ids[1]
          and exercise_days.local_date >= coalesce(p_from, '-infinity')
          and exercise_days.local_date < coalesce(p_to, 'infinity')
        -- Lets no value be computed once to compare it and once to answer it.
        offset 0
      ) as days
      where days.value > 0
      order by days.local_date;
    return;
  end if;

  -- Ids that were merged into one may both have the same day until the merge is through: hence the grouping.
  return query
    select
      days.local_date,
      case v_aggregate when 'max' then max(days.value) when 'min' then min(days.value) else sum(days.value) end
    from (
      select
        exercise_days.local_date,
        private.exercise_day_value(exercise_days, p_metric, v_factors) as value
      from analytics.exercise_days
      where exercise_days.user_id = v_user_id
        and exercise_days.exercise_id = any(v_exercise_ids)
        and exercise_days.local_date >= coalesce(p_from, '-infinity')
        and exercise_days.local_date < coalesce(p_to, 'infinity')
      offset 0
    ) as days
    where days.value > 0
    group by days.local_date
    order by days.local_date;
end;
$$;

revoke execute on function private.exercise_series(uuid, date, date, text, text) from public;
grant execute on function private.exercise_series(uuid, date, date, text, text) to authenticated, service_role;

comment on function private.exercise_series(uuid, date, date, text, text) is
  'One metric of the caller in one exercise, a value a day, oldest first, p_from ≤ day < p_to, null for without end; '
  'days that do not tell the metric are left out. e1rm: best estimated one-repetition maximum by p_formula, from '
  'sets of up to 10 repetitions, of exercises whose load is all external. max_weight: heaviest external load. '
  'set_volume, most_reps, longest_duration, farthest_distance, best_pace: of the best set. volume: reps × external '
  'load. sets, reps, duration, distance: in all. What every trend is computed from.';
