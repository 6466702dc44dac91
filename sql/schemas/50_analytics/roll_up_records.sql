create or replace function private.roll_up_records(p_days private.exercise_day[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_days private.exercise_day[];
  v_gone analytics.record_history[];
begin
  if cardinality(p_days) = 0 then
    return;
  end if;
  perform private.lock_user_data(touched.user_id)
  from (select distinct day.user_id from unnest(p_days) as day order by day.user_id) as touched;

  v_days := private.record_breaking_days(p_days);
  if cardinality(v_days) = 0 then
    return;
  end if;

  -- What was before the first touched day stands, whatever became of that day.
  with gone as (
    delete from analytics.record_history as stored
    using (
      select day.user_id, day.exercise_id, min(day.local_date) as from_on
      from unnest(v_days) as day
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
    select day.user_id, day.exercise_id, min(day.local_date) as from_on, max(day.local_date) as to_on
    from unnest(v_days) as day
    -- Of users that are being erased nothing is made anew.
    where exists (select 1 from auth.users where users.id = day.user_id)
    group by day.user_id, day.exercise_id
  ),
  -- Where a touched day had a record that may be gone, sets after it may be records now, up to the next record of that
  -- kind on a day that was not touched. Where none had, only records can cease to be any.
  broken as (
    select gone.user_id, gone.exercise_id, max(coalesce(next.achieved_on, 'infinity')) as to_on
    from unnest(v_gone) as gone
    join unnest(v_days) as day
      on day.user_id = gone.user_id and day.exercise_id = gone.exercise_id and day.local_date = gone.achieved_on
    cross join lateral (
      select min(later.achieved_on) as achieved_on
      from unnest(v_gone) as later
      where later.user_id = gone.user_id
        and later.exercise_id = gone.exercise_id
        and later.kind = gone.kind
        and later.kind <> 'least_assistance'
        and later.reps = gone.reps
        and later.achieved_on > gone.achieved_on
        and (later.user_id, later.exercise_id, later.achieved_on)::private.exercise_day <> all(v_days)
    ) as next
    group by gone.user_id, gone.exercise_id
  ),
  -- What is read from sets: the whole time that may have changed, or the touched days alone.
  spans as (
    select touched.user_id, touched.exercise_id, touched.from_on, greatest(touched.to_on, broken.to_on) as to_on
    from touched
    join broken on broken.user_id = touched.user_id and broken.exercise_id = touched.exercise_id
    union all
    select distinct touched.user_id, touched.exercise_id, day.local_date, day.local_date
    from touched
    join unnest(v_days) as day on day.user_id = touched.user_id and day.exercise_id = touched.exercise_id
    where not exists (
      select 1 from broken where broken.user_id = touched.user_id and broken.exercise_id = touched.exercise_id
    )
  ),
  -- What stood on the morning of the first touched day.
  standing as (
    select
      earlier.user_id,
      earlier.exercise_id,
      earlier.kind,
      counts.count,
      case
        when earlier.kind in ('best_pace', 'least_assistance') then -min(earlier.value)
        else max(earlier.value)
      end as score
    from touched
    cross join lateral (
      select *
      from analytics.record_history
      where record_history.user_id = touched.user_id
        and record_history.exercise_id = touched.exercise_id
        and record_history.achieved_on < touched.from_on
      -- One range of an index each: a join would be planned as a scan of everybody's.
      offset 0
    ) as earlier
    cross join lateral generate_series(
      case when earlier.kind = 'least_assistance' then 1 else earlier.reps end, earlier.reps
    ) as counts (count)
    group by earlier.user_id, earlier.exercise_id, earlier.kind, counts.count
  ),
  performed as (
    select
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
        and sets.local_date between spans.from_on and spans.to_on
      -- Likewise.
      offset 0
    ) as workout_sets
    cross join lateral (
      select workout_exercises.id, workout_exercises.position, workout_exercises.workout_id
      from public.workout_exercises
      where workout_exercises.id = workout_sets.workout_exercise_id
      offset 0
    ) as workout_exercises
    cross join lateral (
      select workouts.id, workouts.started_at
      from public.workouts
      where workouts.id = workout_exercises.workout_id and workouts.ended_at is not null
      -- One row each: of tables that are taken to be almost empty, a join would be planned without an index.
      offset 0
    ) as workouts
    where private.set_counts(
      workout_sets.set_type, workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters
    )
  ),
  -- A higher score is better in every kind. Assistance for n repetitions is also assistance for fewer, and can be a
  -- record for its own count alone.
  scores as (
    select
      performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date, performed.started_at,
      performed.workout_id, performed.id, performed.ordinal, null::integer as assisted_reps, measure.kind,
      measure.reps as count, measure.score, true as is_own
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
      performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date, performed.started_at,
      performed.workout_id, performed.id, performed.ordinal, performed.reps, 'least_assistance', counts.count,
      -performed.assistance_kg, counts.count = least(performed.reps, 12)
    from performed
    cross join lateral generate_series(1, least(performed.reps, 12)) as counts (count)
    where performed.assistance_kg is not null

    union all

    select
      performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date, performed.started_at,
      performed.workout_id, (array_agg(performed.id order by performed.ordinal desc))[1], null, null, 'session_volume',
      0, sum(performed.reps * performed.load_kg), true
    from performed
    where performed.reps * performed.load_kg > 0
    group by
      performed.user_id, performed.exercise_id, performed.exercise_kind, performed.local_date, performed.started_at,
      performed.workout_id

    union all

    select
      gone.user_id, gone.exercise_id, gone.exercise_kind, gone.achieved_on, gone.started_at, gone.workout_id,
      gone.workout_set_id, null, gone.reps, gone.kind, counts.count,
      case when gone.kind in ('best_pace', 'least_assistance') then -gone.value else gone.value end,
      counts.count = gone.reps
    from unnest(v_gone) as gone
    join touched on touched.user_id = gone.user_id and touched.exercise_id = gone.exercise_id
    cross join lateral generate_series(
      case when gone.kind = 'least_assistance' then 1 else gone.reps end, gone.reps
    ) as counts (count)
    where not exists (
      select 1
      from spans
      where spans.user_id = gone.user_id
        and spans.exercise_id = gone.exercise_id
        and gone.achieved_on between spans.from_on and spans.to_on
    )
  ),
  -- Most sets of most workouts beat nothing, and need not be put in order. Of a workout the best counts: of equal
  -- assistance that for more repetitions, of equals the first.
  bests as (
    select distinct on (scores.workout_id, scores.exercise_id, scores.kind, scores.count)
      scores.*, standing.score as standing_score
    from scores
    left join standing on standing.user_id = scores.user_id
      and standing.exercise_id = scores.exercise_id
      and standing.kind = scores.kind
      and standing.count = scores.count
    where standing.score is null or scores.score > standing.score
    order by
      scores.workout_id, scores.exercise_id, scores.kind, scores.count, scores.score desc, scores.assisted_reps desc,
      scores.ordinal
  ),
  chain as (
    select
      bests.*,
      greatest(
        bests.standing_score,
        max(bests.score) over (
          partition by bests.user_id, bests.exercise_id, bests.kind, bests.count
          order by bests.local_date, bests.started_at, bests.workout_id
          rows between unbounded preceding and 1 preceding
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
