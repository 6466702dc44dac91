import { randomUUID } from "node:crypto";
import { cpus, totalmem } from "node:os";
import type { Client } from "pg";

// What the benchmarks have in common.

/** One line of figures, in milliseconds. */
export interface Row {
  what: string;
  p50: number;
  p95: number;
}

/** The median and the 95th percentile of some times. */
export function rowOf(what: string, times: number[]): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { what, p50: at(0.5), p95: at(0.95) };
}

/** Where figures come from: `2 × AMD EPYC, 24 GB, Node v24.21.0`. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${memory} GB, Node ${process.version}`;
}

/** How long a piece of work takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs `body` as a user in a transaction, as REST does, and takes the time of the whole. */
export async function timeAs(client: Client, userId: string, body: () => Promise<unknown>): Promise<number> {
  const claims = JSON.stringify({ sub: userId, role: "authenticated" });
  return await timeOf(async () => {
    await client.query("begin");
    await client.query({
      name: "caller",
      text: "select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)",
      values: [claims],
    });
    await body();
    await client.query("commit");
  });
}

/** How much write-ahead log a piece of work leaves, in bytes, where nobody else writes. */
export async function walBytes(owner: Client, work: () => Promise<unknown>): Promise<number> {
  const before = await owner.query("select pg_current_wal_insert_lsn() as lsn");
  await work();
  const { rows } = await owner.query(
    "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float8 as bytes",
    [before.rows[0].lsn],
  );
  return rows[0].bytes;
}

/** Stores a user as Auth does. */
export async function addUser(client: Client): Promise<string> {
  const id = randomUUID();
  await client.query("insert into auth.users (id, email) values ($1, $2)", [id, `${id}@example.test`]);
  return id;
}

/** A finished workout of 25 sets of six exercises, as `log_workout` takes it. */
export function workoutOf(exerciseIds: readonly string[], startedAt: Date) {
  return {
    id: randomUUID(),
    name: "Push",
    started_at: startedAt.toISOString(),
    ended_at: new Date(startedAt.getTime() + 3_600_000).toISOString(),
    time_zone: "Europe/Berlin",
    exercises: exerciseIds.slice(0, 6).map((exercise_id, index) => ({
      id: randomUUID(),
      exercise_id,
      position: index + 1,
      sets: Array.from({ length: index === 0 ? 5 : 4 }, (_, at) => ({
        id: randomUUID(),
        position: at + 1,
        reps: 5 + at,
        weight_kg: 60 + at * 2.5,
        rpe: 8,
      })),
    })),
  };
}
export type BenchWorkout = ReturnType<typeof workoutOf>;

/** Six exercises of the global catalogue that are done with weight and repetitions. */
export async function sixExercises(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select id from public.exercises where kind = 'weight_reps' and user_id is null order by slug limit 6",
  );
  return rows.map(({ id }) => id);
}
