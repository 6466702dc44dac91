import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, request } from "../requests.ts";
import { createUser } from "./acting-user.ts";
import { rollupDifferences } from "./exercise-days-oracle.ts";

// Ten years of training, three times a week: what deleting one workout, and then the whole user, leaves.

const workouts = 1560;
let owner: Client;
let userId: string;

beforeAll(async () => {
  owner = await connect();
  userId = await createUser(owner);
  await owner.query("set statement_timeout = '60s'");
  await owner.query(
    `insert into public.workouts (id, user_id, name, started_at, ended_at, time_zone)
     select gen_random_uuid(), $1, 'Session', started_at, started_at + interval '1 hour', 'Europe/Berlin'
     from generate_series(1, $2::integer) as n
     cross join lateral (select timestamptz '2026-01-01 18:00+01' - n * interval '56 hours') as start (started_at)`,
    [userId, workouts],
  );
  await owner.query(
    `insert into public.workout_exercises (id, workout_id, exercise_id, position)
     select gen_random_uuid(), workouts.id, exercise.id, exercise.position
     from public.workouts
     cross join (
       select id, row_number() over (order by slug) as position
       from (select id, slug from public.exercises where kind = 'weight_reps' and user_id is null order by slug limit 4) as four
     ) as exercise
     where workouts.user_id = $1`,
    [userId],
  );
  await analyze();
  // A year a statement.
  for (let year = 0; year < 10; year += 1) {
    await owner.query(
      `insert into public.workout_sets (id, workout_exercise_id, position, reps, weight_kg)
       select gen_random_uuid(), workout_exercises.id, n, 5 + n, 40 + n
       from public.workout_exercises cross join generate_series(1, 3) as n
       where workout_exercises.user_id = $1
         and workout_exercises.local_date > date '2026-01-01' - ($2 + 1) * 365
         and workout_exercises.local_date <= date '2026-01-01' - $2 * 365`,
      [userId, year],
    );
    await analyze();
  }
}, 120_000);

/** Statistics as they are once autovacuum has seen the tables: other tests leave them with few rows on many pages. */
async function analyze(): Promise<void> {
  await owner.query(
    `analyze public.workouts, public.workout_exercises, public.workout_sets, analytics.exercise_days,
       analytics.training_days, analytics.record_history`,
  );
}

afterAll(async () => {
  await owner.query("delete from auth.users where id = $1", [userId]);
  await owner.end();
});

async function counts() {
  const { rows } = await owner.query(
    `select
       (select count(*)::integer from public.workouts where user_id = $1) as workouts,
       (select count(*)::integer from public.workout_exercises where user_id = $1) as exercises,
       (select count(*)::integer from public.workout_sets where user_id = $1) as sets,
       (select count(*)::integer from analytics.exercise_days where user_id = $1) as days,
       (select count(*)::integer from private.tombstones where user_id = $1) as tombstones`,
    [userId],
  );
  return rows[0];
}

test("DEL-01: deleting one workout of ten years leaves its tombstones, and every other day as it was", async () => {
  const before = await counts();
  expect(before).toEqual({
    workouts,
    exercises: workouts * 4,
    sets: workouts * 12,
    days: workouts * 4,
    tombstones: 0,
  });

  await request(owner, userId, (client) =>
    client.query(
      "delete from public.workouts where id = (select id from public.workouts where user_id = $1 order by started_at limit 1)",
      [userId],
    ),
  );

  expect(await counts()).toEqual({
    workouts: workouts - 1,
    exercises: (workouts - 1) * 4,
    sets: (workouts - 1) * 12,
    days: (workouts - 1) * 4,
    tombstones: 1 + 4 + 12,
  });
  expect(await rollupDifferences(owner, [userId])).toEqual([]);
});

test("DEL-02: deleting the user leaves nothing, tombstones and rollups included", async () => {
  await owner.query("delete from auth.users where id = $1", [userId]);

  expect(await counts()).toEqual({ workouts: 0, exercises: 0, sets: 0, days: 0, tombstones: 0 });
});
