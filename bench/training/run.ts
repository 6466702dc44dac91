import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { withWorkbench } from "../../scripts/database/workbench.ts";
import { projectRoot } from "../../stack/project-root.ts";
import { addUser, machine, type Row, rowOf, sixExercises, timeAs, workoutOf } from "../measuring.ts";

// `npm run bench:training`: what the policies of workout_sets cost whom, and what a search in the catalogue as it is, in the
// database as a signed-in user, beside the floor of an empty statement in the same envelope.

const WORKOUTS = 400;
const OTHERS = 200_000;
const ROUNDS = 200;

async function measure(
  client: Client,
  userId: string,
  what: string,
  text: string,
  values: () => unknown[],
): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const statement = { name: what, text, values: values() };
    times.push(await timeAs(client, userId, () => client.query(statement)));
  }
  return rowOf(what, times);
}

/** A workout of 25 sets, so many days from now, by somebody who grows stronger, more or less. */
function someWorkout(exerciseIds: string[], daysFromNow: number): string {
  const workout = workoutOf(exerciseIds, new Date(Date.now() + daysFromNow * 86_400_000));
  for (const { sets } of workout.exercises) {
    for (const set of sets) set.weight_kg = 70 + Math.round(daysFromNow / 20 + Math.random() * 15);
  }
  return JSON.stringify(workout);
}

/** Workouts of somebody else, made past the triggers: only their number matters. */
async function addOthers(client: Client, otherId: string, exerciseIds: string[]): Promise<void> {
  const tables = ["workouts", "workout_exercises", "workout_sets"];
  for (const table of tables) await client.query(`alter table public.${table} disable trigger user`);
  await client.query(
    `insert into public.workouts (id, user_id, name, started_at, time_zone, local_date)
     select gen_random_uuid(), $1, 'w', now() - n * interval '1 hour', 'UTC', (now() - n * interval '1 hour')::date
     from generate_series(1, $2::int) as n`,
    [otherId, OTHERS],
  );
  await client.query(
    `insert into public.workout_exercises (id, workout_id, user_id, exercise_id, exercise_kind, local_date, position)
     select gen_random_uuid(), id, user_id, $2, 'weight_reps', local_date, 1 from public.workouts where user_id = $1`,
    [otherId, exerciseIds[0]],
  );
  await client.query(
    `insert into public.workout_sets
       (id, workout_exercise_id, user_id, exercise_id, exercise_kind, local_date, position, reps, weight_kg)
     select gen_random_uuid(), id, user_id, exercise_id, exercise_kind, local_date, n, 5, 100
     from public.workout_exercises cross join generate_series(1, 3) as n where user_id = $1`,
    [otherId],
  );
  for (const table of tables) await client.query(`alter table public.${table} enable trigger user`);
  await client.query("analyze");
}

async function run(url: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const seeds = ["sql/settings/15_quotas.sql", ...globSync("sql/catalog/*.sql", { cwd: projectRoot }).sort()];
  for (const file of seeds.map((seed) => join(projectRoot, seed))) {
    await client.query(readFileSync(file, "utf8"));
  }
  const [ada, bob, other] = [await addUser(client), await addUser(client), await addUser(client)];
  await client.query("update public.profiles set visibility = 'public' where user_id = $1", [ada]);
  await client.query(
    "update public.profile_settings set default_workout_visibility = 'followers' where user_id = $1",
    [ada],
  );
  await client.query(
    "insert into public.follows (follower_id, followee_id, status) values ($1, $2, 'accepted')",
    [bob, ada],
  );
  const exerciseIds = await sixExercises(client);

  console.log(`Logging ${WORKOUTS} workouts`);
  for (let at = 0; at < WORKOUTS; at += 1) {
    await timeAs(client, ada, () =>
      client.query("select public.log_workout($1)", [someWorkout(exerciseIds, at - WORKOUTS)]),
    );
  }
  console.log(`Adding ${OTHERS} workouts of somebody else`);
  await addOthers(client, other, exerciseIds);
  const { rows } = await client.query("select id from public.workouts where user_id = $1 limit 1", [ada]);

  console.log("Measuring");
  const ofWorkout = `select workout_sets.* from public.workout_exercises
    join public.workout_sets on workout_sets.workout_exercise_id = workout_exercises.id
    where workout_exercises.workout_id = $1`;
  const ofExercise = "select * from public.workout_sets where user_id = $1 and exercise_id = $2";
  const measured = [
    await measure(client, ada, "select 1, the floor", "select 1", () => []),
    await measure(
      client,
      ada,
      "search_exercises, a typo",
      "select public.search_exercises('bnech pres')",
      () => [],
    ),
    await measure(client, ada, "own workout, 25 sets", ofWorkout, () => [rows[0].id]),
    await measure(client, bob, "followee's workout, 25 sets", ofWorkout, () => [rows[0].id]),
    await measure(client, bob, "followee's sets of one exercise, 2,000", ofExercise, () => [
      ada,
      exerciseIds[0],
    ]),
  ];
  await client.end();
  return measured;
}

await withWorkbench(projectRoot, async ({ declaredUrl }) => {
  const rows = await run(declaredUrl);
  const lines = rows.map(({ what, p50, p95 }) => `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} |`);
  const page = `# What reading workouts costs in the database

By \`npm run bench:training\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, Postgres
17.10. Milliseconds of a whole transaction as REST sends it (begin, caller, statement, commit) over one connection, ${ROUNDS}
rounds, as role authenticated. Ada has ${WORKOUTS} workouts of 25 sets, somebody else ${OTHERS.toLocaleString("en")} of three. Bob follows
Ada, whose workouts are for followers.

| statement | p50 | p95 |
| --- | --: | --: |
${lines.join("\n")}
`;
  writeFileSync(join(import.meta.dirname, "results.md"), page);
  console.log(page);
});
