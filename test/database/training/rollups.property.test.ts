import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { actAs, actAsOwner, createUser } from "./acting-user.ts";
import { rollupDifferences } from "./exercise-days-oracle.ts";
import { anEffort, type CatalogExercise, catalogExercises, effortOf, someWorkout } from "./facts.ts";

import {
  addExercise,
  addSet,
  addWorkout,
  aStep,
  editSet,
  logWorkout,
  newWorkout,
  pushWorkout,
  take,
  type WorkoutOnDevice,
} from "./history.ts";
import { recordDifferences } from "./records-oracle.ts";

const client = new Client({ connectionString: inject("migratedUrl") });
let catalog: CatalogExercise[];

beforeAll(async () => {
  await client.connect();
  catalog = await catalogExercises(client);
});

afterAll(() => client.end());

/** Runs as a user of its own, in a transaction that leaves nothing behind. */
async function asNewUser<Answer>(run: (userId: string) => Promise<Answer>): Promise<Answer> {
  await client.query("begin");
  try {
    const userId = await createUser(client);
    await actAs(client, userId);
    return await run(userId);
  } finally {
    await client.query("rollback");
  }
}

test("ROLL-PROP-01: after any history, rollup and records equal a recompute from raw sets", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 30, size: "max" }), async (steps) => {
      const differences = await asNewUser(async (userId) => {
        const workouts: WorkoutOnDevice[] = [];
        for (const step of steps) await take(client, step, { workouts, catalog });
        await actAsOwner(client);
        return [
          ...(await rollupDifferences(client, [userId])),
          ...(await recordDifferences(client, [userId])),
        ];
      });
      expect(differences).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Everything that is stored of a user's training. */
async function storedTraining(): Promise<unknown[]> {
  // How often a row was changed is the one thing in which the roads to it differ.
  const { rows } = await client.query(`
    select to_jsonb(workouts) - 'version' as row from public.workouts
    union all select to_jsonb(workout_exercises) - 'version' from public.workout_exercises
    union all select to_jsonb(workout_sets) - 'version' from public.workout_sets
    union all select to_jsonb(exercise_days) from analytics.exercise_days
    union all select to_jsonb(training_days) from analytics.training_days
    union all select to_jsonb(user_totals) from analytics.user_totals
    union all select to_jsonb(records) from public.records
    order by row`);
  return rows;
}

test("ROLL-PROP-02: a workout logged at once, row by row, or pushed by a phone ends the same", async () => {
  const slip = fc.option(anEffort);
  await fc.assert(
    fc.asyncProperty(someWorkout, fc.array(slip, { minLength: 1, maxLength: 5 }), async (facts, slips) => {
      const workout = newWorkout(facts, catalog);
      await asNewUser(async () => {
        await client.query("savepoint nothing_logged");
        await logWorkout(client, workout);
        const atOnce = await storedTraining();
        await client.query("rollback to savepoint nothing_logged");

        await pushWorkout(client, workout);
        expect(await storedTraining()).toEqual(atOnce);
        await client.query("rollback to savepoint nothing_logged");

        await addWorkout(client, workout);
        for (const [index, exercise] of workout.exercises.entries()) {
          await addExercise(client, workout.id, exercise, index + 1);
          for (const [order, set] of exercise.sets.entries()) {
            // Sometimes the set is first typed in wrong, and corrected later.
            const typed = slips[order % slips.length];
            const effort = typed ? effortOf(exercise.exercise.kind, typed) : set.effort;
            await addSet(client, exercise.id, { id: set.id, effort }, order + 1);
            if (typed) await editSet(client, set.id, set.effort);
          }
        }
        expect(await storedTraining()).toEqual(atOnce);
      });
    }),
    { numRuns: 100 },
  );
});

test("ROLL-PROP-03: a workout that is begun, logged row by row and finished ends as one that is logged at once", async () => {
  await fc.assert(
    fc.asyncProperty(someWorkout, async (facts) => {
      // An end that is as random as the start, and never before it.
      const workout = { ...newWorkout(facts, catalog), ended_at: facts.started_at };
      await asNewUser(async () => {
        await client.query("savepoint nothing_logged");
        await logWorkout(client, workout);
        const atOnce = await storedTraining();
        await client.query("rollback to savepoint nothing_logged");

        await client.query(
          "select public.start_workout($1, $2, p_name => 'Session', p_started_at => $3::timestamptz)",
          [workout.id, workout.time_zone, workout.started_at],
        );
        for (const [index, exercise] of workout.exercises.entries()) {
          await addExercise(client, workout.id, exercise, index + 1);
          for (const [order, set] of exercise.sets.entries()) {
            await addSet(client, exercise.id, set, order + 1);
          }
        }
        const finish = "select public.finish_workout($1, $2, p_drop_unfinished => false) as answer";
        const { rows: first } = await client.query(finish, [workout.id, workout.ended_at]);
        const { rows: again } = await client.query(finish, [workout.id, workout.ended_at]);

        expect(again).toEqual(first);
        expect(await storedTraining()).toEqual(atOnce);
      });
    }),
    { numRuns: 100 },
  );
});
