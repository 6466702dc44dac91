import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRepstackClient, type RepstackClient } from "../../types/client.ts";
import { rollupDifferences } from "../database/training/exercise-days-oracle.ts";
import { type StackProcess, stackProcess, type VitalPart } from "./stack-process.ts";

const callCount = 1000;
const deviceCount = 4;
const callsInFlight = 3;

// What is killed, and after how many acknowledged calls.
const crashes: { name: string; after: number; parts: VitalPart[] }[] = [
  { name: "supervisor", after: 250, parts: ["supervisor"] },
  { name: "database server", after: 500, parts: ["database server"] },
  { name: "supervisor and the database server", after: 750, parts: ["supervisor", "database server"] },
];

interface Device {
  readonly client: RepstackClient;
  readonly userId: string;
  /** Calls that were not acknowledged yet, each with ids of its own. */
  readonly pending: ReturnType<typeof aWorkout>[];
}

/** What the database holds after the stack was started again. */
interface Inspection {
  /** Acknowledged workouts that are not stored. */
  readonly lost: string[];
  /** Workouts that lack an exercise or a set. */
  readonly torn: unknown[];
  readonly rollupDifferences: unknown[];
}

let stack: StackProcess;
const devices: Device[] = [];
const acknowledged = new Set<string>();
const inspections = new Map<number, Inspection>();
let exitCode: number | null;
let leftRunning: string[];
let total: unknown;

/** A workout of two exercises with three sets each. */
function aWorkout(exerciseIds: string[], daysAgo: number) {
  return {
    id: randomUUID(),
    name: "Session",
    started_at: new Date(Date.UTC(2026, 2, 2, 18) - daysAgo * 24 * 3600_000).toISOString(),
    time_zone: "Europe/Berlin",
    exercises: exerciseIds.map((exercise_id, index) => ({
      id: randomUUID(),
      exercise_id,
      position: index + 1,
      sets: [8, 6, 5].map((reps, order) => ({ id: randomUUID(), position: order + 1, reps, weight_kg: 100 })),
    })),
  };
}

async function aDevice(): Promise<Device> {
  const { publishable } = await stack.keys();
  const client = createRepstackClient(stack.urls.api, publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const account = { email: `${randomUUID()}@example.test`, password: `correct horse ${randomUUID()}` };
  const signUp = await client.auth.signUp(account);
  if (signUp.error) throw signUp.error;
  // The mail is somebody else's test.
  const confirm = "update auth.users set email_confirmed_at = now() where email = $1";
  await asOwner((owner) => owner.query(confirm, [account.email]));
  const { data, error } = await client.auth.signInWithPassword(account);
  if (error) throw error;
  const exercises = await client
    .from("exercises")
    .select("id")
    .eq("kind", "weight_reps")
    .order("slug")
    .limit(2)
    .throwOnError();
  const ids = exercises.data.map(({ id }) => id);
  const pending = Array.from({ length: callCount / deviceCount }, (_, day) => aWorkout(ids, day));
  return { client, userId: data.user.id, pending };
}

/** Sends what is pending, until all is acknowledged or `after` calls are; then kills the parts in the middle of others. */
async function sendUntil(after: number, kill: () => Promise<void>): Promise<void> {
  let killed: Promise<void> | undefined;
  const sendOneByOne = async ({ client, pending }: Device) => {
    for (let workout = pending.shift(); workout; workout = pending.shift()) {
      const { error } = await client.rpc("log_workout", { p_workout: workout });
      if (error && !killed) throw error;
      // Whatever the answer was, the call may have been stored: it is sent again, with the same ids.
      if (error) pending.push(workout);
      else acknowledged.add(workout.id);
      if (acknowledged.size >= after) killed ??= kill();
      if (killed) return;
    }
  };
  await Promise.all(devices.flatMap((it) => Array.from({ length: callsInFlight }, () => sendOneByOne(it))));
  await killed;
}

async function asOwner<Answer>(read: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: stack.urls.db });
  await client.connect();
  try {
    return await read(client);
  } finally {
    await client.end();
  }
}

async function inspect(client: Client): Promise<Inspection> {
  const stored = await client.query<{ id: string; exercises: number; sets: number }>(`
    select
      workouts.id,
      count(distinct workout_exercises.id)::integer as exercises,
      count(workout_sets.id)::integer as sets
    from public.workouts
    left join public.workout_exercises on workout_exercises.workout_id = workouts.id
    left join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
    group by workouts.id`);
  const ids = new Set(stored.rows.map(({ id }) => id));
  return {
    lost: [...acknowledged].filter((id) => !ids.has(id)),
    torn: stored.rows.filter(({ exercises, sets }) => exercises !== 2 || sets !== 6),
    rollupDifferences: await rollupDifferences(
      client,
      devices.map(({ userId }) => userId),
    ),
  };
}

beforeAll(async () => {
  stack = await stackProcess();
  await stack.start();
  devices.push(...(await Promise.all(Array.from({ length: deviceCount }, aDevice))));

  for (const { after, parts } of crashes) {
    await sendUntil(after, () => stack.kill(parts));
    await stack.start();
    inspections.set(after, await asOwner(inspect));
  }

  await sendUntil(Number.POSITIVE_INFINITY, async () => {});
  inspections.set(callCount, await asOwner(inspect));
  total = await asOwner(async (client) => {
    const { rows } = await client.query(`
      select
        (select count(*)::integer from public.workouts) as workouts,
        (select count(*)::integer from public.workout_exercises) as exercises,
        (select count(*)::integer from public.workout_sets) as sets`);
    return rows[0];
  });
  exitCode = await stack.stop();
  leftRunning = stack.stillRunning();
});

afterAll(() => stack?.remove());

describe.each(crashes)("kill -9 of the $name in the middle of a thousand log_workout calls", ({ after }) => {
  test("CRASH-01: every acknowledged workout is there", () => {
    expect(acknowledged.size).toBeGreaterThanOrEqual(after);
    expect(inspections.get(after)?.lost).toEqual([]);
  });

  test("CRASH-02: no workout is half there", () => {
    expect(inspections.get(after)?.torn).toEqual([]);
  });

  test("CRASH-03: rollups equal a recompute from raw sets", () => {
    expect(inspections.get(after)?.rollupDifferences).toEqual([]);
  });
});

test("CRASH-04: calls without an answer, sent again with the same ids, add nothing twice", () => {
  expect(acknowledged.size).toBe(callCount);
  expect(total).toEqual({ workouts: callCount, exercises: 2 * callCount, sets: 6 * callCount });
  expect(inspections.get(callCount)).toEqual({ lost: [], torn: [], rollupDifferences: [] });
});

test("CRASH-05: a stack that was killed and started again ends well, and leaves nothing running", () => {
  expect(exitCode).toBe(0);
  expect(leftRunning).toEqual([]);
});
