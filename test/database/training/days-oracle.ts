import type { Client } from "pg";

// As in exercise-days-oracle.ts: from what the rollups promise, by ids and instants, trusting no derived column.
const differences = `
  with sessions as (
    select
      workouts.id,
      workouts.user_id,
      (workouts.started_at at time zone workouts.time_zone - workouts.day_start_hour * interval '1 hour')::date
        as local_date,
      extract(epoch from workouts.ended_at - workouts.started_at) as seconds,
      workouts.session_rpe
    from public.workouts
    where workouts.user_id = any ($1)
  ),
  efforts as (
    select
      sessions.user_id,
      sessions.local_date,
      workout_sets.reps,
      workout_sets.distance_meters,
      case when exercises.kind <> 'assisted_bodyweight' then workout_sets.reps * workout_sets.weight_kg end as volume_kg
    from sessions
    join public.workout_exercises on workout_exercises.workout_id = sessions.id
    join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
    join public.exercises on exercises.id = workout_exercises.exercise_id
    where workout_sets.set_type <> 'warmup'
      and coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is not null
  ),
  trained as (
    select
      user_id, local_date, count(*) as sets, coalesce(sum(reps), 0) as reps, coalesce(sum(volume_kg), 0) as volume_kg,
      coalesce(sum(distance_meters), 0) as distance_meters
    from efforts
    group by user_id, local_date
  ),
  begun as (
    select
      user_id, local_date, count(*) as workouts, count(seconds) as finished_workouts,
      coalesce(round(sum(seconds)), 0)::bigint as duration_seconds,
      round(sum(session_rpe * round(seconds) / 60), 3) as session_load
    from sessions
    group by user_id, local_date
  ),
  expected_days as (
    select
      begun.user_id, begun.local_date, begun.workouts, begun.finished_workouts, coalesce(trained.sets, 0) as sets,
      coalesce(trained.reps, 0) as reps, coalesce(trained.volume_kg, 0) as volume_kg, begun.duration_seconds,
      coalesce(trained.distance_meters, 0) as distance_meters, begun.session_load
    from begun
    left join trained using (user_id, local_date)
  ),
  stored_days as (
    select
      user_id, local_date, workouts::bigint, finished_workouts::bigint, sets, reps::numeric, volume_kg, duration_seconds,
      distance_meters, round(session_load, 3) as session_load
    from analytics.training_days
    where user_id = any ($1)
  ),
  expected_totals as (
    select
      user_id, sum(workouts) as workouts, sum(finished_workouts) as finished_workouts,
      count(*) filter (where sets > 0 or finished_workouts > 0) as training_days, sum(sets) as sets, sum(reps) as reps,
      sum(volume_kg) as volume_kg, sum(duration_seconds) as duration_seconds, sum(distance_meters) as distance_meters,
      min(local_date) as first_on, max(local_date) as last_on
    from expected_days
    group by user_id
  ),
  stored_totals as (
    select
      user_id, workouts::numeric, finished_workouts::numeric, training_days, sets::numeric, reps::numeric, volume_kg,
      duration_seconds::numeric, distance_meters, first_on, last_on
    from analytics.user_totals
    where user_id = any ($1)
  ),
  expected_weights as (
    select
      measurements.user_id,
      (measurements.measured_at at time zone measurements.time_zone - measurements.day_start_hour * interval '1 hour')
        ::date as local_date,
      round(avg(measurements.value), 3) as weight_kg,
      count(*)::integer as readings
    from public.measurements
    join public.measurement_types on measurement_types.id = measurements.type_id
    where measurements.user_id = any ($1) and measurement_types.slug = 'body_weight'
    group by 1, 2
  ),
  stored_weights as (
    select user_id, local_date, weight_kg, readings from analytics.body_weight_days where user_id = any ($1)
  )
  select 'missing day' as is, to_jsonb(row) as content from (table expected_days except table stored_days) as row
  union all
  select 'wrong day', to_jsonb(row) from (table stored_days except table expected_days) as row
  union all
  select 'missing totals', to_jsonb(row) from (table expected_totals except table stored_totals) as row
  union all
  select 'wrong totals', to_jsonb(row) from (table stored_totals except table expected_totals) as row
  union all
  select 'missing weight', to_jsonb(row) from (table expected_weights except table stored_weights) as row
  union all
  select 'wrong weight', to_jsonb(row) from (table stored_weights except table expected_weights) as row
`;

/**
 * Where the rollups of days, totals and body weight differ from a recompute from raw rows; nothing where they are exact.
 * @param client acts as the owner of the tables
 */
export async function dayDifferences(client: Client, userIds: string[]): Promise<unknown[]> {
  const { rows } = await client.query(differences, [userIds]);
  return rows;
}
