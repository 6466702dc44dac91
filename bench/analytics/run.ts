import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Client } from "pg";
import { z } from "zod";
import type { RepstackClient } from "../../types/client.ts";
import { addUser, machine, rowOf, timeAs, timeOf } from "../measuring.ts";
import { withStack } from "../stack-on-bench.ts";
import { overhead } from "./overhead.ts";
import { addTraining, rollUp, setsPerWorkout, type Trainee } from "./population.ts";
import { copyOverRawRows } from "./raw-functions.ts";
import { storm } from "./storm.ts";

// `npm run bench:analytics`: what progress costs from rollups, beside the same functions over raw rows and through the
// API, for 2,000 people with three million sets, or as many people as its argument says; what the rollups cost whoever
// logs; and whether they are right after eight devices of one person wrote at once.

/** Of what reads rollups, and of what reads raw rows. */
const ROUNDS = 200;
const FEW_ROUNDS = 20;
const PEOPLE = Number(process.argv[2] ?? 2000);
const FIRST_PEOPLE = PEOPLE / 10;
const MEAN_WORKOUTS = 75;

/** The last twelve weeks, as an app's home screen shows them. */
const to = new Date().toISOString().slice(0, 10);
const from = new Date(Date.now() - 84 * 86_400_000).toISOString().slice(0, 10);

interface Person extends Trainee {
  readonly name: string;
  readonly client: RepstackClient;
}

interface Figures {
  p50: number;
  p95: number;
  buffers?: number;
}

/** Buffers that a statement touches, its functions and theirs included. */
async function buffersOf(owner: Client, userId: string, text: string, values: unknown[]): Promise<number> {
  let buffers = Number.NaN;
  await timeAs(owner, userId, async () => {
    const { rows } = await owner.query(`explain (analyze, buffers, format json) ${text}`, values);
    const { Plan: plan } = rows[0]["QUERY PLAN"][0];
    buffers = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
  });
  return buffers;
}

const Timed = z.tuple([z.unknown(), z.object({ rows: z.tuple([z.object({ milliseconds: z.number() })]) })]);

/**
 * How long a call of a prepared statement takes by the server's own clock, from its arrival to the last row it sends.
 * PostgREST prepares what it sends too. Called in SQL, because the protocol's own call would begin behind the planning.
 */
async function serverTime(owner: Client, userId: string, call: string): Promise<number> {
  let time = Number.NaN;
  await timeAs(owner, userId, async () => {
    const results: unknown = await owner.query(
      `${call}; select extract(epoch from clock_timestamp() - statement_timestamp())::float8 * 1000 as milliseconds`,
    );
    time = Timed.parse(results)[1].rows[0].milliseconds;
  });
  return time;
}

/** Several statements in turn, so that all meet the same machine; few times those that read raw rows, which take long. */
async function inTurn(
  owner: Client,
  statements: { what: string; userId: string; text: string; values: string[] }[],
): Promise<Map<string, Figures>> {
  const times = new Map<string, number[]>(statements.map(({ what }) => [what, []]));
  const calls = statements.map(({ values }, at) => {
    const given = values.map((value) => owner.escapeLiteral(value)).join(", ");
    return `execute measured_${at}${given && `(${given})`}`;
  });
  for (const [at, { text }] of statements.entries()) await owner.query(`prepare measured_${at} as ${text}`);
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [at, { what, userId, text }] of statements.entries()) {
      if (text.includes("raw.") && round % (ROUNDS / FEW_ROUNDS) !== 0) continue;
      const time = await serverTime(owner, userId, calls[at] ?? "");
      if (round >= 0) times.get(what)?.push(time);
    }
  }
  const figures = new Map<string, Figures>();
  for (const [at, { what, userId, text, values }] of statements.entries()) {
    await owner.query(`deallocate measured_${at}`);
    const { p50, p95 } = rowOf(what, times.get(what) ?? []);
    figures.set(what, { p50, p95, buffers: await buffersOf(owner, userId, text, values) });
  }
  return figures;
}

const dashboardOf = (schema: string) => `select ${schema}.dashboard($1, $2) as answer`;

async function measure(owner: Client, people: Person[]): Promise<Map<string, Figures>> {
  const statements = [
    { what: "select 1, the floor", userId: people[0]?.userId ?? "", text: "select 1", values: [] },
    ...people.flatMap(({ name, userId }) => [
      { what: `dashboard, ${name}`, userId, text: dashboardOf("public"), values: [from, to] },
      { what: `dashboard from raw rows, ${name}`, userId, text: dashboardOf("raw"), values: [from, to] },
    ]),
  ];
  const [heavy] = people;
  if (heavy === undefined) throw new Error("Nobody to measure.");
  const { rows } = await owner.query(
    "select exercise_id from analytics.exercise_days where user_id = $1 group by 1 order by count(*) desc, 1 limit 1",
    [heavy.userId],
  );
  const exercise = rows[0].exercise_id;
  const { userId } = heavy;
  return await inTurn(owner, [
    ...statements,
    { what: "dashboard, all time", userId, text: dashboardOf("public"), values: ["2000-01-01", to] },
    {
      what: "dashboard from raw rows, all time",
      userId,
      text: dashboardOf("raw"),
      values: ["2000-01-01", to],
    },
    ...["private", "raw"].flatMap((schema) => [
      {
        what: `totals of twelve weeks${schema === "raw" ? " from raw rows" : ""}`,
        userId,
        text: `select ${schema}.period_totals($1, $2)`,
        values: [from, to],
      },
      {
        what: `latest records of twelve weeks${schema === "raw" ? " from raw rows" : ""}`,
        userId,
        text: `select ${schema}.latest_records($1, $2, 5)`,
        values: [from, to],
      },
    ]),
    {
      what: "exercise_trend, all time",
      userId,
      text: "select * from public.exercise_trend($1)",
      values: [exercise],
    },
    {
      what: "exercise_progress, one exercise",
      userId,
      text: "select * from public.exercise_progress where exercise_id = $1",
      values: [exercise],
    },
    {
      what: "records, one exercise",
      userId,
      text: "select * from public.records where exercise_id = $1",
      values: [exercise],
    },
    {
      what: "weekly_muscle_sets, twelve weeks",
      userId,
      text: "select * from public.weekly_muscle_sets where week_start >= $1",
      values: [from],
    },
  ]);
}

/** The same answer from rollups and from raw rows, or the comparison means nothing. */
async function compareAnswers(owner: Client, people: Person[]): Promise<void> {
  for (const { name, userId } of people) {
    await timeAs(owner, userId, async () => {
      const kept = await owner.query(dashboardOf("public"), [from, to]);
      const raw = await owner.query(dashboardOf("raw"), [from, to]);
      if (!isDeepStrictEqual(kept.rows, raw.rows)) throw new Error(`Rollups and raw rows of ${name} differ.`);
    });
  }
}

async function throughApi(person: Person): Promise<Figures> {
  const times: number[] = [];
  const range = { p_from: from, p_to: to };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(await timeOf(async () => person.client.rpc("dashboard", range).throwOnError()));
  }
  return rowOf("", times);
}

/** A table of figures. */
function table(figures: Map<string, Figures>): string {
  const lines = [...figures].map(
    ([what, { p50, p95, buffers }]) =>
      `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${buffers ?? ""} |`,
  );
  return ["| | p50 | p95 | buffers |", "| --- | --: | --: | --: |", ...lines].join("\n");
}

const progress = (what: string, all: number) => (done: number) => console.log(`${what}: ${done} of ${all}`);

async function addPeople(owner: Client, count: number): Promise<void> {
  const trainees: Trainee[] = [];
  for (let at = 0; at < count; at += 1) {
    // Most train a little less than the mean, some a lot more.
    const workouts = Math.round(MEAN_WORKOUTS * (0.6 + (0.8 * ((at * 7919) % 1000)) / 1000));
    trainees.push({ userId: await addUser(owner), workouts });
  }
  await addTraining(owner, trainees, progress("Workouts of people", count));
  await rollUp(owner, trainees, progress("Rollups of people", count));
  await owner.query("vacuum analyze");
}

await withStack(async ({ owner, databaseUrl, signedUpUser }) => {
  const person = async (name: string, workouts: number): Promise<Person> => {
    const { client, id } = await signedUpUser();
    return { name, workouts, client, userId: id };
  };
  const people = [
    await person("20,000 sets", 20_000 / setsPerWorkout),
    await person("4,800 sets", 4_800 / setsPerWorkout),
  ];
  await addTraining(owner, people, progress("Workouts of two", 2));
  await rollUp(owner, people, progress("Rollups of two", 2));
  const copied = await copyOverRawRows(owner, "public.dashboard");
  await addPeople(owner, FIRST_PEOPLE);
  await compareAnswers(owner, people);
  console.log(`Measuring among ${FIRST_PEOPLE} people`);
  const few = await measure(owner, people);
  await addPeople(owner, PEOPLE - FIRST_PEOPLE);
  await compareAnswers(owner, people);
  console.log(`Measuring among ${PEOPLE} people`);
  const many = await measure(owner, people);
  for (const one of people) many.set(`dashboard through the API, ${one.name}`, await throughApi(one));
  console.log("Logging with rollups and without");
  const logging = await overhead(owner, people[0]?.userId ?? "");
  console.log("Eight devices of one person");
  const stormed = await storm(owner, databaseUrl, people[1]?.userId ?? "");

  const { rows } = await owner.query("select count(*)::int as sets from public.workout_sets");
  const p50 = (figures: Map<string, Figures>, what: string) => figures.get(what)?.p50 ?? Number.NaN;
  const buffers = (what: string) => many.get(what)?.buffers ?? Number.NaN;
  const [heavy, middle] = ["dashboard, 20,000 sets", "dashboard, 4,800 sets"];
  const ratio = (value: number) => value.toFixed(2);
  const page = `# What progress costs

By \`npm run bench:analytics -- ${PEOPLE}\` on ${to}, ${machine()}.
Milliseconds in the database: of a call of a prepared statement, from its arrival to the last row it sends, by the server's own
clock, in a transaction of role authenticated under row-level security, as REST sends it. ${ROUNDS} rounds in turn over one
connection, ${FEW_ROUNDS} of what reads raw rows. Through the API it is what a client waits. Buffers are of one execution,
everything below the statement included. The dashboard is of the last twelve weeks.

"From raw rows" are the same functions, copied with views over sets in the place of the rollups
(\`raw.sql\`, ${copied.length} functions); both answered the same. Most of what raw rows cost are records, for which every set of
all time is read. The two people have trained for three years.

## ${FIRST_PEOPLE.toLocaleString("en")} people

${table(few)}

## ${PEOPLE.toLocaleString("en")} people, ${rows[0].sets.toLocaleString("en")} sets

${table(many)}

## Targets

| | target | measured |
| --- | --: | --: |
| dashboard from rollups / from raw rows, 20,000 sets, p50 | ≤ 0.05 | ${ratio(p50(many, heavy) / p50(many, "dashboard from raw rows, 20,000 sets"))} |
| dashboard among ten times the people, p50 | ≤ 1.25 | ${ratio(p50(many, heavy) / p50(few, heavy))} |
| dashboard of 20,000 sets / of 4,800, p50 | ≤ 1.3 | ${ratio(p50(many, heavy) / p50(many, middle))} |
| buffers of the dashboard / from raw rows | ≤ 0.067 | ${ratio(buffers(heavy) / buffers("dashboard from raw rows, 20,000 sets"))} |
| trend, p50 ms | ≤ 1.5 | ${ratio(p50(many, "exercise_trend, all time"))} |
| p95 | ≤ 1.5 | ${ratio(many.get("exercise_trend, all time")?.p95 ?? Number.NaN)} |
| records of an exercise, p50 ms | ≤ 1.5 | ${ratio(p50(many, "records, one exercise"))} |
| p95 | ≤ 1.5 | ${ratio(many.get("records, one exercise")?.p95 ?? Number.NaN)} |
| inserting 25 sets with rollups / without, p50 | ≤ 1.8 | ${ratio(logging.inserts.time)} |
| its write-ahead log | ≤ 1.4 | ${ratio(logging.inserts.wal)} |
| log_workout with rollups / without, p50 | | ${ratio(logging.rpc.time)} |
| its write-ahead log | | ${ratio(logging.rpc.wal)} |
| eight devices, ${stormed.writes.toLocaleString("en")} writes: errors | 0 | ${stormed.errors} |
| rows that differ from a full recompute afterwards | 0 | ${stormed.differences} |
`;
  writeFileSync(join(import.meta.dirname, "results.md"), page);
  console.log(page);
});
