create or replace function public.exercise_trend(p_exercise_id uuid, p_from date, p_to date)
returns table (
  local_date date,
  sets integer,
  reps bigint,
  volume_kg numeric,
  max_weight_kg numeric,
  best_e1rm_kg numeric,
  duration_seconds bigint,
  distance_meters numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- plpgsql keeps the plan between calls; a function in SQL is planned anew each time.
  return query
    select
      exercise_days.local_date,
      exercise_days.sets,
      exercise_days.reps,
      exercise_days.volume_kg,
      exercise_days.max_weight_kg,
      private.estimated_one_rep_max(exercise_days.best_weights_kg),
      exercise_days.duration_seconds,
      exercise_days.distance_meters
    from analytics.exercise_days
    where exercise_days.user_id = (select auth.uid())
      and exercise_days.exercise_id = p_exercise_id
      and exercise_days.local_date >= p_from
      and exercise_days.local_date < p_to
    order by exercise_days.local_date;
end;
$$;

revoke execute on function public.exercise_trend(uuid, date, date) from public;
grant execute on function public.exercise_trend(uuid, date, date) to authenticated;

comment on function public.exercise_trend(uuid, date, date) is
  'The caller''s progress in one exercise, a row for each day with sets that count, oldest first, p_from ≤ day < '
  'p_to. Weights in kg, durations in seconds, distances in metres; best_e1rm_kg by Epley from sets of up to 10 '
  'repetitions.';
