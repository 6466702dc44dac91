import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../requests.ts";
import { deviceSchema } from "./device-schema.ts";
import { rollupDifferences } from "./exercise-days-oracle.ts";
import { catalogExercises } from "./facts.ts";
import { newAccount, orphans, rowsOf, type World } from "./sync-account.ts";
import { aHistory, type Step, tables } from "./sync-edits.ts";

// The devices are real WatermelonDB databases: one takes some 4 ms, and no model of the client could be wrong.

const users: string[] = [];
let client: Client;
let world: World;

beforeAll(async () => {
  client = await connect();
  const { rows } = await client.query("select id from public.measurement_types where slug = 'body_weight'");
  world = {
    client,
    schema: await deviceSchema(client, tables),
    globals: {
      exercises: (await catalogExercises(client)).filter(({ kind }) => kind === "weight_reps"),
      bodyWeightId: rows[0].id,
    },
  };
});

afterAll(async () => {
  await client.query("delete from auth.users where id = any ($1)", [users]);
  await client.end();
});

/** Takes the steps, lets both devices sync until they are quiet, and answers what is wrong then. */
async function wrongAfter(steps: Step[]) {
  const account = await newAccount(world);
  users.push(account.userId);
  for (const step of steps) await account.take(step);

  const refused = [];
  // Two rounds in which what is refused is mended or given up, and one in which the first device hears of the last.
  for (let round = 1; round <= 3; round++) {
    for (const device of [0, 1]) {
      const errors = await account.sync(device, "whole");
      if (round === 3) refused.push(...errors);
    }
  }
  const stored = await account.stored();
  for (const device of account.devices) {
    expect(await device.isQuiet()).toBe(true);
    expect(await rowsOf(device)).toEqual(stored);
  }
  return {
    refused,
    orphans: orphans(stored, world.globals),
    broken: account.promises.broken(stored),
    rollups: await rollupDifferences(client, [account.userId]),
  };
}

test("SYNC-CONVERGE-01: whatever is edited where, two devices end with what the server has, and nothing stored is lost", async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (steps) => {
      expect(await wrongAfter(steps)).toEqual({ refused: [], orphans: [], broken: [], rollups: [] });
    }),
    { numRuns: 35 },
  );
});
