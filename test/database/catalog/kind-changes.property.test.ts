import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { Client, DatabaseError } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { actAs, actAsOwner, createUser } from "../training/acting-user.ts";
import { rollupDifferences } from "../training/exercise-days-oracle.ts";
import type { CatalogExercise } from "../training/facts.ts";
import { aStep, take, type WorkoutOnDevice } from "../training/history.ts";
import { recordDifferences } from "../training/records-oracle.ts";

const kinds: CatalogExercise["kind"][] = [
  "weight_reps",
  "reps_only",
  "bodyweight_reps",
  "weighted_bodyweight",
  "assisted_bodyweight",
  "duration",
  "weight_duration",
  "distance_duration",
  "weight_distance",
];

/** An exercise whose kind its owner changes. */
interface OwnExercise extends CatalogExercise {
  kind: CatalogExercise["kind"];
}

const client = new Client({ connectionString: inject("migratedUrl") });
beforeAll(() => client.connect());
afterAll(() => client.end());

async function addOwnExercise(kind: CatalogExercise["kind"]): Promise<OwnExercise> {
  const id = randomUUID();
  await client.query(
    "insert into public.exercises (id, name, kind, category, level) values ($1, 'Own', $2, 'strength', 'beginner')",
    [id, kind],
  );
  return { id, kind };
}

/** Changes the kind, or is told that logged sets do not fit the new one. */
async function changeKind(
  exercise: OwnExercise,
  kind: CatalogExercise["kind"],
): Promise<"changed" | "refused"> {
  await client.query("savepoint before_change");
  try {
    await client.query("update public.exercises set kind = $2 where id = $1", [exercise.id, kind]);
    exercise.kind = kind;
    return "changed";
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.message !== "kind_in_use") throw error;
    await client.query("rollback to savepoint before_change");
    return "refused";
  }
}

test("CUST-PROP-01: whatever kinds become, rollups equal a recompute from raw sets", async () => {
  const outcomes = new Set<string>();
  const aChange = fc.record({ at: fc.nat(), kind: fc.constantFrom(...kinds) });
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: aStep }, { weight: 1, arbitrary: aChange }), {
    minLength: 5,
    maxLength: 25,
    size: "max",
  });
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      await client.query("begin");
      try {
        const userId = await createUser(client);
        await actAs(client, userId);
        const catalog = await Promise.all(kinds.slice(0, 5).map(addOwnExercise));
        const workouts: WorkoutOnDevice[] = [];
        for (const step of history) {
          if ("do" in step) await take(client, step, { workouts, catalog });
          else {
            const exercise = catalog[step.at % catalog.length];
            if (exercise) outcomes.add(await changeKind(exercise, step.kind));
          }
        }
        await actAsOwner(client);
        expect(await rollupDifferences(client, [userId])).toEqual([]);
        expect(await recordDifferences(client, [userId])).toEqual([]);
      } finally {
        await client.query("rollback");
      }
    }),
    { numRuns: 100 },
  );
  expect(outcomes).toEqual(new Set(["changed", "refused"]));
});
