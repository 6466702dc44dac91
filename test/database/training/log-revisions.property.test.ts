import fc from "fast-check";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { actAs, createUser } from "./acting-user.ts";
import { type CatalogExercise, catalogExercises, someWorkout } from "./facts.ts";
import { logWorkout, newWorkout } from "./history.ts";

const client = new Client({ connectionString: inject("migratedUrl") });
let catalog: CatalogExercise[];

beforeAll(async () => {
  await client.connect();
  catalog = await catalogExercises(client);
});
afterAll(() => client.end());
beforeEach(() => client.query("begin"));
afterEach(() => client.query("rollback"));

/** What is stored after these calls, of which nothing stays. */
async function after(calls: () => Promise<void>): Promise<unknown> {
  await client.query("savepoint beginning");
  await calls();
  const { rows } = await client.query(`
    select to_jsonb(workouts) - 'version' as row from public.workouts
    union all select to_jsonb(workout_exercises) - 'version' from public.workout_exercises
    union all select to_jsonb(workout_sets) - 'version' from public.workout_sets
    union all select to_jsonb(exercise_days) from analytics.exercise_days
    order by row`);
  await client.query("rollback to savepoint beginning");
  return rows;
}

test("LOG-PROP-01: revisions of a workout, in any order and repeated, end as the highest alone", async () => {
  await actAs(client, await createUser(client));
  const revisions = fc
    .array(someWorkout, { minLength: 1, maxLength: 4 })
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.array(fc.nat(facts.length - 1), { maxLength: 6 }), fc.nat(6)),
    );
  await fc.assert(
    fc.asyncProperty(revisions, async ([facts, order, at]) => {
      const first = facts[0] && newWorkout(facts[0], catalog);
      if (!first) return;
      // Each revision has sets of its own; the workout is always the same.
      const sent = facts.map((it, index) => ({
        ...newWorkout(it, catalog),
        id: first.id,
        revision: index + 1,
      }));
      const highest = sent.length - 1;
      const calls = order.toSpliced(at, 0, highest);

      const arrived = await after(async () => {
        for (const index of calls) if (sent[index]) await logWorkout(client, sent[index]);
      });
      const alone = await after(async () => {
        if (sent[highest]) await logWorkout(client, sent[highest]);
      });
      expect(arrived).toEqual(alone);
    }),
    { numRuns: 200 },
  );
});
