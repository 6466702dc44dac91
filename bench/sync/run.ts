import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RepstackClient } from "../../types/client.ts";
import { SyncPull } from "../../types/contracts/sync.ts";
import { machine, type Row, rowOf, sixExercises, timeAs, timeOf, workoutOf } from "../measuring.ts";
import { withStack } from "../stack-on-bench.ts";

// `npm run bench:sync`: a first sync of a user with 1,000 workouts, an empty pull, a pull of one workout, and a push of one.

const WORKOUTS = 1000;
const FIRST_SYNCS = 5;
const ROUNDS = 200;

/** All pages of a pull through the API: the cursor of the next, and what came. */
async function pullAll(client: RepstackClient, cursor?: number) {
  const args = cursor === undefined ? {} : { p_cursor: cursor };
  let page: string | null = null;
  let timestamp = 0;
  let [pages, rows, bytes] = [0, 0, 0];
  do {
    const { data } = await client
      .rpc("sync_pull", { ...args, ...(page ? { p_page: page } : {}) })
      .throwOnError();
    const pull: SyncPull = SyncPull.parse(data);
    if (pages === 0) timestamp = pull.timestamp;
    pages += 1;
    bytes += JSON.stringify(data).length;
    rows += Object.values(pull.changes).reduce((sum, { updated }) => sum + updated.length, 0);
    page = pull.next_page;
  } while (page !== null);
  return { timestamp, pages, rows, bytes };
}

await withStack(async ({ owner, signedUpUser }) => {
  const exerciseIds = await sixExercises(owner);
  const ada = await signedUpUser();
  console.log(`Logging ${WORKOUTS} workouts`);
  const log = async (day: number) => {
    const workout = workoutOf(exerciseIds, new Date(Date.UTC(2026, 10, 1, 17) - day * 86_400_000));
    await timeAs(owner, ada.id, () =>
      owner.query("select public.log_workout($1)", [JSON.stringify(workout)]),
    );
  };
  for (let day = 0; day < WORKOUTS; day += 1) await log(day);
  await owner.query("analyze");

  console.log("Measuring");
  const firsts: number[] = [];
  let first = await pullAll(ada.client);
  for (let round = 0; round < FIRST_SYNCS; round += 1) {
    firsts.push(
      await timeOf(async () => {
        first = await pullAll(ada.client);
      }),
    );
  }
  const times = { database: [] as number[], api: [] as number[], one: [] as number[], push: [] as number[] };
  let cursor = first.timestamp;
  for (let round = 0; round < ROUNDS; round += 1) {
    const pull = { name: "pull", text: "select public.sync_pull($1)", values: [cursor] };
    times.database.push(await timeAs(owner, ada.id, () => owner.query(pull)));
    times.api.push(await timeOf(() => pullAll(ada.client, cursor)));
    await log(WORKOUTS + round);
    times.one.push(
      await timeOf(async () => {
        cursor = (await pullAll(ada.client, cursor)).timestamp;
      }),
    );
    const workout = workoutOf(exerciseIds, new Date(Date.UTC(2020, 0, 1, 17) - round * 86_400_000));
    const p_changes = {
      workouts: {
        created: [
          {
            id: workout.id,
            name: workout.name,
            started_at: Date.parse(workout.started_at),
            ended_at: Date.parse(workout.ended_at),
            time_zone: workout.time_zone,
          },
        ],
        updated: [],
        deleted: [],
      },
      workout_exercises: {
        created: workout.exercises.map(({ sets: _, ...exercise }) => ({
          ...exercise,
          workout_id: workout.id,
        })),
        updated: [],
        deleted: [],
      },
      workout_sets: {
        created: workout.exercises.flatMap(({ id, sets }) =>
          sets.map((set) => ({ ...set, workout_exercise_id: id })),
        ),
        updated: [],
        deleted: [],
      },
    };
    times.push.push(
      await timeOf(async () => ada.client.rpc("sync_push", { p_changes, p_cursor: cursor }).throwOnError()),
    );
    cursor = (await pullAll(ada.client, cursor)).timestamp;
  }

  const rows: Row[] = [
    rowOf(`first sync through the API, all ${first.pages} pages`, firsts),
    rowOf("empty pull in the database", times.database),
    rowOf("empty pull through the API", times.api),
    rowOf("pull of one new workout of 25 sets, through the API", times.one),
    rowOf("push of one new workout of 25 sets, through the API", times.push),
  ];
  const lines = rows.map(({ what, p50, p95 }) => `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`);
  const page = `# What sync costs

By \`npm run bench:sync\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, PostgREST and client on the
same machine. The user has ${WORKOUTS.toLocaleString("en")} workouts of 25 sets. A first sync brings ${first.rows.toLocaleString("en")} rows, the global catalogue among
them, ${(first.bytes / 2 ** 20).toFixed(1)} MB of JSON. Milliseconds, ${FIRST_SYNCS} first syncs and ${ROUNDS} rounds of the others.

| | p50 | p95 |
| --- | --: | --: |
${lines.join("\n")}
`;
  writeFileSync(join(import.meta.dirname, "results.md"), page);
  console.log(page);
});
