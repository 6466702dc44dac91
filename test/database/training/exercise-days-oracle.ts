import type { Client } from "pg";
import { dayDifferences } from "./days-oracle.ts";

// Written from what the rollup promises, not from how it is kept: it follows ids alone, asks workouts for the day and
// the catalogue for the kind, and trusts no derived column below them.
const differences = `
  with facts as (
    select
      workouts.user_id,
      workout_exercises.exercise_id,
      (workouts.started_at at time zone workouts.time_zone - workouts.day_start_hour * interval '1 hour')::date
        as local_date,
      workout_sets.reps,
      workout_sets.duration_seconds,
      workout_sets.distance_meters,
      nullif(exercises.kind, 'assisted_bodyweight') is not null as is_load,
      workout_sets.weight_kg
    from public.workout_sets
    join public.workout_exercises on workout_exercises.id = workout_sets.workout_exercise_id
    join public.workouts on workouts.id = workout_exercises.workout_id
    join public.exercises on exercises.id = workout_exercises.exercise_id
    where workouts.user_id = any ($1)
      and workout_sets.set_type <> 'warmup'
      and coalesce(workout_sets.reps, workout_sets.duration_seconds, workout_sets.distance_meters) is not null
  ),
  days as (
    select
      user_id,
      exercise_id,
      local_date,
      count(*)::integer as sets,
      coalesce(sum(reps), 0)::integer as reps,
      coalesce(sum(reps * weight_kg) filter (where is_load), 0) as volume_kg,
      max(weight_kg) filter (where is_load and (reps is null or reps > 0)) as max_weight_kg,
      coalesce(sum(duration_seconds), 0)::integer as duration_seconds,
      coalesce(sum(distance_meters), 0) as distance_meters,
      max(reps * weight_kg) filter (where is_load) as best_set_volume_kg,
      max(reps) as most_reps,
      max(duration_seconds) as longest_seconds,
      max(distance_meters) as farthest_meters,
      min(round(duration_seconds / (distance_meters / 1000), 3)) filter (
        where duration_seconds > 0 and distance_meters > 0
      ) as best_pace_seconds,
      coalesce(sum(reps * weight_kg) filter (where not is_load), 0) as assisted_kg
    from facts
    group by user_id, exercise_id, local_date
  ),
  heaviest as (
    select user_id, exercise_id, local_date, reps as count, max(weight_kg) as weight_kg
    from facts
    where is_load
    group by user_id, exercise_id, local_date, reps
  ),
  weights as (
    select days.user_id, days.exercise_id, days.local_date, array_agg(heaviest.weight_kg order by count) as best_weights_kg
    from days
    cross join generate_series(1, 15) as count
    left join heaviest using (user_id, exercise_id, local_date, count)
    group by days.user_id, days.exercise_id, days.local_date
  ),
  expected as (
    select days.*, weights.best_weights_kg
    from days
    join weights using (user_id, exercise_id, local_date)
  ),
  stored as (
    select
      user_id, exercise_id, local_date, sets, reps, volume_kg, max_weight_kg, duration_seconds, distance_meters,
      best_set_volume_kg, most_reps, longest_seconds, farthest_meters, best_pace_seconds, assisted_kg, best_weights_kg
    from analytics.exercise_days
    where user_id = any ($1)
  )
  select 'missing' as is, to_jsonb(missing) as day from (table expected except table stored) as missing
  union all
  select 'wrong' as is, to_jsonb(wrong) as day from (table stored except table expected) as wrong
`;

/**
 * Where the rollups differ from a recompute from raw sets; nothing where they are exact.
 * @param client acts as the owner of the tables
 */
export async function rollupDifferences(client: Client, userIds: string[]): Promise<unknown[]> {
  const { rows } = await client.query(differences, [userIds]);
  return [...rows, ...(await dayDifferences(client, userIds))];
}
