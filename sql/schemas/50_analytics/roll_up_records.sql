create or replace function private.roll_up_records(p_days private.exercise_day[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_gone analytics.record_history[];
begin
  if cardinality(p_days) = 0 then
    return;
  end if;
  perform private.lock_user_data(touched.user_id)
  from (select distinct day.user_id from unnest(p_days) as day order by day.user_id) as touched;

  -- What was before the first touched day stands, whatever became of that day.
  with gone as (
    delete from analytics.record_history as stored
    using (
      select day.user_id, day.exercise_id, min(day.local_date) as from_on
      from unnest(p_days) as day
      group by day.user_id, day.exercise_id
    ) as touched
    where stored.user_id = touched.user_id
      and stored.exercise_id = touched.exercise_id
      and stored.achieved_on >= touched.from_on
    returning stored.*
  )
  select coalesce(array_agg(gone::analytics.record_history), '{}') into v_gone from gone;

  insert into analytics.record_history (
    user_id, exercise_id, kind, reps, achieved_on, workout_id, workout_set_id, started_at, exercise_kind, value,
    previous_value
  )
  with touched as (
    select
      day.user_id,
      day.exercise_id,
      day.local_date,
      min(day.local_date) over (partition by day.user_id, day.exercise_id) as from_on,
      bool_or(exists (
        select 1
        from unnest(v_gone) as gone
        where gone.user_id = day.user_id and gone.exercise_id = day.exercise_id and gone.achieved_on = day.local_date
      )) over (partition by day.user_id, day.exercise_id) as is_broken
    from unnest(p_days) as day
  ),
  -- Where a touched day had a record that may be gone, sets after it may be records now. Where none had, only records
  -- can cease to be any: the touched days are compared with those that there were.
  spans as (
    select distinct
      touched.user_id,
      touched.exercise_id,
      touched.from_on as before,
      case when touched.is_broken then touched.from_on else touched.local_date end as from_on,
      case when touched.is_broken then 'infinity' else touched.local_date end as through
    from touched
  ),
  performed as (
    select
      spans.before,
      workout_sets.user_id,
      workout_sets.exercise_id,
      workout_sets.exercise_kind,
      workout_sets.local_date,
      workouts.started_at,
      workouts.id as workout_id,
      workout_sets.id,
      row_number() over (
        partition by workouts.id, workout_sets.exercise_id
        order by workout_exercises.position, workout_exercises.id, workout_sets.position, workout_sets.id
      ) as ordinal,
      workout_sets.reps,
      private.lifted_kg(workout_sets.exercise_kind, workout_sets.weight_kg) as load_kg,
      case when workout_sets.exercise_kind = 'assisted_bodyweight' then workout_sets.weight_kg end as assistance_kg,
      workout_sets.duration_seconds,
      workout_sets.distance_meters
    from spans
    cross join lateral (
      select *
      from public.workout_sets as sets
      where sets.user_id = spans.user_id
        and sets.exercise_id = spans.exercise_id
        and sets.local_date between spans.from_on and spans.through
      -- One range of workout_sets_exercise_day_idx each: a join would be planned as a scan of all sets.
      offset 0
    ) as workout_sets
    join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
    join public.workouts on workouts.id = workout_exercises.workout_id
    where workouts.ended_at is not null
      and private.set_counts(
        workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
      )
  ),
  -- A higher score is better in every kind. Assistance for n repetitions is also assistance for fewer, and can be a
  -- record for its own count alone.
  scores as (
    select performed.*, measure.kind, measure.reps as count, measure.score, true as is_own
    from performed
    cross join lateral (
      values
        ('max_weight', 0, case when performed.reps is distinct from 0 then performed.load_kg end),
        ('rep_max', performed.reps, case when performed.reps between 1 and 12 then performed.load_kg end),
        ('set_volume', 0, performed.reps * performed.load_kg),
        (
          'most_reps',
          0,
          case
            when performed.exercise_kind in ('reps_only', 'bodyweight_reps', 'weighted_bodyweight')
              then performed.reps
          end
        ),
        ('longest_duration', 0, performed.duration_seconds),
        ('farthest_distance', 0, performed.distance_meters),
        ('best_pace', 0, -private.pace_seconds(performed.distance_meters, performed.duration_seconds))
    ) as measure (kind, reps, score)
    where measure.score <> 0

    union all

    select
      performed.*, 'least_assistance', counts.count, -performed.assistance_kg, counts.count = least(performed.reps, 12)
    from performed
    cross join lateral generate_series(1, least(performed.reps, 12)) as counts (count)
    where performed.assistance_kg is not null
  ),
  bests as (
    (
      select distinct on (scores.workout_id, scores.exercise_id, scores.kind, scores.count)
        scores.before, scores.user_id, scores.exercise_id, scores.exercise_kind, scores.local_date, scores.started_at,
        scores.workout_id, scores.id, scores.kind, scores.count, scores.score, scores.is_own
      from scores
      -- Of equal assistance, that for more repetitions is the better one; of equals, the first.
      order by
        scores.workout_id, scores.exercise_id, scores.kind, scores.count, scores.score desc,
        case when scores.kind = 'least_assistance' then scores.reps end desc, scores.ordinal
    )

    union all

    select
      performed.before, performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date,
      performed.started_at, performed.workout_id, (array_agg(performed.id order by performed.ordinal desc))[1],
      'session_volume', 0, sum(performed.reps * performed.load_kg), true
    from performed
    where performed.reps * performed.load_kg > 0
    group by
      performed.before, performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date,
      performed.started_at, performed.workout_id

    union all

    select
      touched.from_on, gone.user_id, gone.exercise_id, gone.exercise_kind, gone.achieved_on, gone.started_at,
      gone.workout_id, gone.workout_set_id, gone.kind, counts.count,
      case when gone.kind in ('best_pace', 'least_assistance') then -gone.value else gone.value end,
      counts.count = gone.reps
    from unnest(v_gone) as gone
    join (select distinct touched.user_id, touched.exercise_id, touched.from_on, touched.is_broken from touched) as touched
      on touched.user_id = gone.user_id and touched.exercise_id = gone.exercise_id and not touched.is_broken
    cross join lateral generate_series(
      case when gone.kind = 'least_assistance' then 1 else gone.reps end, gone.reps
    ) as counts (count)
  ),
  chain as (
    select
      bests.*,
      greatest(
        max(bests.score) over (
          partition by bests.user_id, bests.exercise_id, bests.kind, bests.count
          order by bests.local_date, bests.started_at, bests.workout_id
          rows between unbounded preceding and 1 preceding
        ),
        (
          select
            case
              when bests.kind in ('best_pace', 'least_assistance') then -min(earlier.value)
              else max(earlier.value)
            end
          from analytics.record_history as earlier
          where earlier.user_id = bests.user_id
            and earlier.exercise_id = bests.exercise_id
            and earlier.kind = bests.kind
            and earlier.reps between bests.count and case when bests.kind = 'least_assistance' then 12 else bests.count end
            and earlier.achieved_on < bests.before
        )
      ) as best_before
    from bests
  )
  select
    chain.user_id, chain.exercise_id, chain.kind, chain.count, chain.local_date, chain.workout_id, chain.id,
    chain.started_at, chain.exercise_kind, abs(chain.score), abs(chain.best_before)
  from chain
  where chain.is_own and (chain.best_before is null or chain.score > chain.best_before);
end;
$$;

revoke execute on function private.roll_up_records(private.exercise_day[]) from public;

comment on function private.roll_up_records(private.exercise_day[]) is
  'Makes the rows of analytics.record_history anew from the first of these days of each exercise on. Definer, because '
  'nobody else may write rollups.';
