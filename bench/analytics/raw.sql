-- What analytics keeps, as views over the rows that it is kept of: so that the same functions answer the same from raw
-- rows. The benchmark's training is of loads and repetitions alone, and so are these records.
create schema raw;
grant usage on schema raw to authenticated;

create view raw.exercise_days with (security_invoker = true) as
select
  workout_sets.user_id,
  workout_sets.exercise_id,
  workout_sets.local_date,
  count(*)::integer as sets,
  sum(workout_sets.reps) as reps,
  sum(workout_sets.reps * workout_sets.weight_kg) as volume_kg,
  max(workout_sets.weight_kg) as max_weight_kg,
  0::bigint as duration_seconds,
  0::numeric as distance_meters,
  (
    select array_agg(best.weight_kg order by counts.count)
    from generate_series(1, 15) as counts (count)
    left join lateral (
      select max(loads.weight_kg) as weight_kg
      from unnest(array_agg(workout_sets.reps), array_agg(workout_sets.weight_kg)) as loads (reps, weight_kg)
      where loads.reps = counts.count
    ) as best on true
  ) as best_weights_kg,
  max(workout_sets.reps * workout_sets.weight_kg) as best_set_volume_kg,
  max(workout_sets.reps)::integer as most_reps,
  null::integer as longest_seconds,
  null::numeric as farthest_meters,
  null::numeric as best_pace_seconds,
  0::numeric as assisted_kg
from public.workout_sets
where workout_sets.set_type <> 'warmup' and workout_sets.reps is not null
group by workout_sets.user_id, workout_sets.exercise_id, workout_sets.local_date;

create view raw.training_days with (security_invoker = true) as
select
  workouts.user_id,
  workouts.local_date,
  count(*)::integer as workouts,
  count(workouts.ended_at)::integer as finished_workouts,
  sum(performed.sets)::bigint as sets,
  sum(performed.reps)::bigint as reps,
  sum(performed.volume_kg) as volume_kg,
  coalesce(sum(extract(epoch from workouts.ended_at - workouts.started_at)), 0)::bigint as duration_seconds,
  0::numeric as distance_meters,
  sum(private.session_load(
    workouts.session_rpe, extract(epoch from workouts.ended_at - workouts.started_at)::integer
  )) as session_load,
  bool_or(performed.sets > 0 or workouts.ended_at is not null) as is_training_day
from public.workouts
cross join lateral (
  select
    count(*) as sets, coalesce(sum(workout_sets.reps), 0) as reps,
    coalesce(sum(workout_sets.reps * workout_sets.weight_kg), 0) as volume_kg
  from public.workout_exercises
  join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
  where workout_exercises.workout_id = workouts.id
    and workout_sets.set_type <> 'warmup'
    and workout_sets.reps is not null
) as performed
group by workouts.user_id, workouts.local_date;

create view raw.user_totals with (security_invoker = true) as
select workouts.user_id, min(workouts.local_date) as first_on, max(workouts.local_date) as last_on
from public.workouts
group by workouts.user_id;

create view raw.record_history with (security_invoker = true) as
with scores as (
  select
    workout_sets.user_id, workout_sets.exercise_id, workout_sets.exercise_kind, workout_sets.local_date,
    workouts.started_at, workouts.id as workout_id, workout_sets.id, measure.kind, measure.reps, measure.value,
    row_number() over (
      partition by workouts.id, workout_sets.exercise_id, measure.kind, measure.reps
      order by measure.value desc, workout_exercises.position, workout_sets.position
    ) as rank
  from public.workout_sets
  join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
  join public.workouts on workouts.id = workout_exercises.workout_id
  cross join lateral (
    values
      ('max_weight', 0, workout_sets.weight_kg),
      ('rep_max', workout_sets.reps, case when workout_sets.reps <= 12 then workout_sets.weight_kg end),
      ('set_volume', 0, workout_sets.reps * workout_sets.weight_kg)
  ) as measure (kind, reps, value)
  where workouts.ended_at is not null
    and workout_sets.set_type <> 'warmup'
    and workout_sets.reps > 0
    and measure.value > 0

  union all

  select
    workout_sets.user_id, workout_sets.exercise_id, workout_sets.exercise_kind, workout_sets.local_date,
    workouts.started_at, workouts.id, (array_agg(workout_sets.id order by workout_sets.position desc))[1],
    'session_volume', 0, sum(workout_sets.reps * workout_sets.weight_kg), 1
  from public.workout_sets
  join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
  join public.workouts on workouts.id = workout_exercises.workout_id
  where workouts.ended_at is not null
    and workout_sets.set_type <> 'warmup'
    and workout_sets.reps * workout_sets.weight_kg > 0
  group by
    workout_sets.user_id, workout_sets.exercise_id, workout_sets.exercise_kind, workout_sets.local_date,
    workouts.started_at, workouts.id
),
chain as (
  select
    scores.*,
    max(scores.value) over (
      partition by scores.user_id, scores.exercise_id, scores.kind, scores.reps
      order by scores.local_date, scores.started_at, scores.workout_id
      rows between unbounded preceding and 1 preceding
    ) as best_before
  from scores
  where scores.rank = 1
)
select
  chain.user_id, chain.exercise_id, chain.kind, chain.reps::smallint, chain.local_date as achieved_on, chain.workout_id,
  chain.id as workout_set_id, chain.started_at, chain.exercise_kind, chain.value, chain.best_before as previous_value
from chain
where chain.best_before is null or chain.value > chain.best_before;

grant select on all tables in schema raw to authenticated;
