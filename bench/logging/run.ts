import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import type { RepstackClient } from "../../types/client.ts";
import {
  addUser,
  type BenchWorkout,
  machine,
  rowOf,
  sixExercises,
  timeAs,
  timeOf,
  walBytes,
  workoutOf,
} from "../measuring.ts";
import { withStack } from "../stack-on-bench.ts";

// `npm run bench:logging`: what logging a workout of 25 sets costs through the API and in the database, beside bare
// inserts of the same rows into tables without triggers, policies and checks; and how many 16 clients log in a second.

const ROUNDS = 200;
const CLIENTS = 16;
const SECONDS = 15;

/** A day for each workout, one after the other, as people train. */
const dayOf = (round: number) => new Date(Date.UTC(2024, 10, 1, 17) + round * 86_400_000);

/** Tables with the same columns and indexes, and nothing that happens by itself. */
async function makeBareTables(owner: Client): Promise<void> {
  await owner.query("create schema bare");
  for (const table of ["workouts", "workout_exercises", "workout_sets"]) {
    await owner.query(
      `create table bare.${table} (like public.${table} including indexes including defaults)`,
    );
  }
}

/** The same rows, three statements in a transaction. */
async function insertBare(owner: Client, userId: string, workout: BenchWorkout): Promise<void> {
  const text = JSON.stringify(workout);
  await owner.query("begin");
  await owner.query({
    name: "bare workouts",
    text: `insert into bare.workouts (id, user_id, name, started_at, ended_at, time_zone)
      select id, $2, name, started_at, ended_at, time_zone from jsonb_populate_record(null::public.workouts, $1)`,
    values: [text, userId],
  });
  await owner.query({
    name: "bare exercises",
    text: `insert into bare.workout_exercises (id, workout_id, user_id, exercise_id, position)
      select id, ($1::jsonb ->> 'id')::uuid, $2, exercise_id, position
      from jsonb_populate_recordset(null::public.workout_exercises, $1::jsonb -> 'exercises')`,
    values: [text, userId],
  });
  await owner.query({
    name: "bare sets",
    text: `insert into bare.workout_sets (id, workout_exercise_id, user_id, exercise_id, position, reps, weight_kg, rpe)
      select sent.id, (exercise ->> 'id')::uuid, $2, (exercise ->> 'exercise_id')::uuid, sent.position, sent.reps,
        sent.weight_kg, sent.rpe
      from jsonb_array_elements($1::jsonb -> 'exercises') as exercise
      cross join jsonb_populate_recordset(null::public.workout_sets, exercise -> 'sets') as sent`,
    values: [text, userId],
  });
  await owner.query("commit");
}

/** One after the other in each round, so that all three meet the same machine. */
async function latency(owner: Client, client: RepstackClient, exerciseIds: string[]) {
  const userId = await addUser(owner);
  const times = { bare: [] as number[], database: [] as number[], api: [] as number[] };
  const wal = { bare: [] as number[], database: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const workout = () => workoutOf(exerciseIds, dayOf(round));
    const bare = workout();
    wal.bare.push(
      await walBytes(owner, async () => times.bare.push(await timeOf(() => insertBare(owner, userId, bare)))),
    );
    const values = [JSON.stringify(workout())];
    const log = () => owner.query({ name: "log", text: "select public.log_workout($1)", values });
    wal.database.push(
      await walBytes(owner, async () => times.database.push(await timeAs(owner, userId, log))),
    );
    const sent = workout();
    times.api.push(await timeOf(async () => client.rpc("log_workout", { p_workout: sent }).throwOnError()));
  }
  return { times, wal };
}

/** Workouts that `clients` log in a second, each of them one after the other. */
async function throughput(clients: RepstackClient[], exerciseIds: string[]) {
  const end = performance.now() + SECONDS * 1000;
  const times: number[] = [];
  await Promise.all(
    clients.map(async (client) => {
      for (let round = 0; performance.now() < end; round += 1) {
        const p_workout = workoutOf(exerciseIds, dayOf(round));
        times.push(await timeOf(async () => client.rpc("log_workout", { p_workout }).throwOnError()));
      }
    }),
  );
  return {
    perSecond: times.length / SECONDS,
    row: rowOf(`${CLIENTS} clients at once, through the API`, times),
  };
}

await withStack(async ({ owner, signedUpUser }) => {
  const exerciseIds = await sixExercises(owner);
  await makeBareTables(owner);
  const ada = await signedUpUser();
  console.log(`Logging ${ROUNDS} workouts in three ways`);
  const { times, wal } = await latency(owner, ada.client, exerciseIds);
  console.log(`Logging for ${SECONDS} seconds from ${CLIENTS} clients`);
  const others = await Promise.all(Array.from({ length: CLIENTS }, signedUpUser));
  const { perSecond, row } = await throughput(
    others.map(({ client }) => client),
    exerciseIds,
  );

  const rows = [
    rowOf("bare inserts of the same rows", times.bare),
    rowOf("log_workout in the database", times.database),
    rowOf("log_workout through the API", times.api),
  ];
  const [bare] = rows;
  const lines = [...rows, row].map(
    ({ what, p50, p95 }) =>
      `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${(p50 / (bare?.p50 ?? Number.NaN)).toFixed(2)} |`,
  );
  const kilobytes = (bytes: number[]) => (rowOf("", bytes).p50 / 1024).toFixed(1);
  const page = `# What logging a workout costs

By \`npm run bench:logging\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, PostgREST and load
generator on the same machine. A workout has 25 sets of six exercises. Milliseconds; the first three are measured in
turn, ${ROUNDS} rounds, each a transaction with fsync. Bare inserts go into tables with the same columns and indexes, as
the tables' owner, without triggers, foreign keys, checks or policies.

| | p50 | p95 | p50 / bare |
| --- | --: | --: | --: |
${lines.join("\n")}

${CLIENTS} clients, each with a user of its own, logged ${perSecond.toFixed(0)} workouts a second over ${SECONDS} s without an error.
Write-ahead log of one workout, median: bare ${kilobytes(wal.bare)} kB, log_workout ${kilobytes(wal.database)} kB.
`;
  writeFileSync(join(import.meta.dirname, "results.md"), page);
  console.log(page);
});
