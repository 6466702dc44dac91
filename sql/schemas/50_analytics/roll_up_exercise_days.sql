create or replace function private.roll_up_exercise_days(p_days private.exercise_day[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if cardinality(p_days) = 0 then
    return;
  end if;

  -- Who writes in their own name holds their lock already. The backend takes it here, for everybody it wrote for.
  perform private.lock_user_data(touched.user_id), private.raise_user_version(touched.user_id)
  from (select distinct day.user_id from unnest(p_days) as day order by day.user_id) as touched;

  -- A maximum cannot be subtracted from, so a touched day is always made anew from its sets: a handful of rows, which
  -- one range of workout_sets_exercise_day_idx holds.
  delete from analytics.exercise_days as stored
  using unnest(p_days) as day
  where stored.user_id = day.user_id and stored.exercise_id = day.exercise_id and stored.local_date = day.local_date;

  insert into analytics.exercise_days (
    user_id, exercise_id, local_date, sets, reps, volume_kg, max_weight_kg, duration_seconds, distance_meters,
    best_weights_kg, best_set_volume_kg, most_reps, longest_seconds, farthest_meters, best_pace_seconds,
    assisted_kg
  )
  select day.user_id, day.exercise_id, day.local_date, figures.*
  from unnest(p_days) as day
  -- Added up day by day, each from one range of the index: a join would be planned as a scan of everybody's sets.
  cross join lateral (
    select
      count(*) as sets,
      coalesce(sum(counted.reps), 0),
      coalesce(sum(counted.reps * counted.load_kg), 0),
      max(counted.load_kg) filter (where counted.reps is distinct from 0),
      coalesce(sum(counted.duration_seconds), 0),
      coalesce(sum(counted.distance_meters), 0),
      array[
        max(counted.load_kg) filter (where counted.reps = 1), max(counted.load_kg) filter (where counted.reps = 2),
        max(counted.load_kg) filter (where counted.reps = 3), max(counted.load_kg) filter (where counted.reps = 4),
        max(counted.load_kg) filter (where counted.reps = 5), max(counted.load_kg) filter (where counted.reps = 6),
        max(counted.load_kg) filter (where counted.reps = 7), max(counted.load_kg) filter (where counted.reps = 8),
        max(counted.load_kg) filter (where counted.reps = 9), max(counted.load_kg) filter (where counted.reps = 10),
        max(counted.load_kg) filter (where counted.reps = 11), max(counted.load_kg) filter (where counted.reps = 12),
        max(counted.load_kg) filter (where counted.reps = 13), max(counted.load_kg) filter (where counted.reps = 14),
        max(counted.load_kg) filter (where counted.reps = 15)
      ],
      max(counted.reps * counted.load_kg),
      max(counted.reps),
      max(counted.duration_seconds),
      max(counted.distance_meters),
      min(private.pace_seconds(counted.distance_meters, counted.duration_seconds)),
      coalesce(sum(counted.reps * counted.assistance_kg), 0)
    from (
      select
        workout_sets.reps,
        workout_sets.duration_seconds,
        workout_sets.distance_meters,
        private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg) as load_kg,
        case when workout_sets.exercise_kind = 'assisted_bodyweight' then workout_sets.weight_kg end as assistance_kg
      from public.workout_sets
      where workout_sets.user_id = day.user_id
        and workout_sets.exercise_id = day.exercise_id
        and workout_sets.local_date = day.local_date
        and private.set_counts(
          workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
        )
    ) as counted
    having count(*) > 0
  ) as figures
  order by day.user_id, day.exercise_id, day.local_date;

  perform private.roll_up_training_days(touched.user_id, touched.dates)
  from (
    select day.user_id, array_agg(distinct day.local_date) as dates
    from unnest(p_days) as day
    group by day.user_id
    order by day.user_id
  ) as touched;
end;
$$;

revoke execute on function private.roll_up_exercise_days(private.exercise_day[]) from public;

comment on function private.roll_up_exercise_days(private.exercise_day[]) is
  'Makes these rows of analytics.exercise_days anew from raw sets, and then those of analytics.training_days; a day '
  'without sets that count has none. Definer, because nobody else may write rollups.';
