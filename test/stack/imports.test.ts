import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../stack/project-root.ts";
import { ImportAccepted, ImportReport } from "../../types/contracts/import.ts";
import { type ProjectStack, projectStack } from "./project-stack.ts";

let project: ProjectStack;
let database: Client;

beforeAll(async () => {
  project = await projectStack("postgrest");
  database = new Client({ connectionString: project.stack.urls.db });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await project?.remove();
});

/** Somebody who is signed in, and what they do with files. */
async function somebody(name: string) {
  const { urls, keys } = project.stack;
  const client = createClient(urls.api, keys.publishable, { auth: { persistSession: false } });
  const account = { email: `${name}@example.test`, password: "correct horse battery staple" };
  expect((await client.auth.signUp(account)).error).toBeNull();
  await sql("update auth.users set email_confirmed_at = now() where email = $1", account.email);
  const { data } = await client.auth.signInWithPassword(account);
  const id = data.user?.id ?? "";
  return {
    id,
    client,
    /** Asks for an import, and answers what was answered. */
    async send(fields: Record<string, string>, file?: Uint8Array | string) {
      const body = new FormData();
      body.set("time_zone", "Europe/Berlin");
      if (file)
        body.set("file", new Blob([typeof file === "string" ? file : new Uint8Array(file)]), "workouts.csv");
      for (const [field, value] of Object.entries(fields)) body.set(field, value);
      const { data: answer, error } = await client.functions.invoke("training/imports", { body });
      expect(error).toBeNull();
      return ImportAccepted.parse(answer);
    },
    /** The job, once it ended. */
    async ended(jobId: string) {
      const job = async () => {
        const { data: rows } = await client
          .from("jobs")
          .select("status, progress, result")
          .eq("id", jobId)
          .single();
        return rows;
      };
      await expect
        .poll(async () => (await job())?.status, { timeout: 60_000, interval: 200 })
        .toMatch(/succeeded|failed|cancelled/);
      return await job();
    },
    async workouts() {
      const { count } = await client
        .from("workouts")
        .select("id", { count: "exact", head: true })
        .eq("user_id", id);
      return count;
    },
  };
}

/** Does what the cron job does each minute in which something is due. */
async function tick(): Promise<void> {
  const { rows } = await database.query(
    "select command from cron.job where jobname = 'work-jobs' and active",
  );
  await database.query(rows[0].command);
}

async function sql<Row>(query: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.query(query, values)).rows;
}

const fixture = (name: string) =>
  readFileSync(join(projectRoot, "test", "functions", "training", "imports", "fixtures", name));

test("a file is looked at in a dry run, imported, and imported again without adding anything", async () => {
  const ada = await somebody("ada");
  const file = fixture("S3.csv");

  const dry = await ada.send({ dry_run: "true" }, file);
  await tick();
  const checked = ImportReport.parse((await ada.ended(dry.job_id))?.result);
  expect(checked).toMatchObject({
    outcome: "checked",
    source: "strong",
    variant: "S3",
    units: { weight: { unit: "lb", from: "guess" } },
    workouts: { in_file: 5, readable: 5, added: 5, known: 0 },
  });
  expect(checked.exercises.map(({ name, exercise_name }) => `${name}: ${exercise_name}`)).toEqual([
    "Bench Press (Barbell): Barbell Bench Press",
    "Plank: Plank",
    "Pull Up (Assisted): Assisted Pull-Up",
  ]);
  expect(await ada.workouts()).toBe(0);

  // The file need not be sent again.
  const real = await ada.send({ weight_unit: "lb", path: dry.file_path });
  await tick();
  expect(ImportReport.parse((await ada.ended(real.job_id))?.result).workouts).toMatchObject({
    added: 5,
    failed: 0,
  });
  expect(await ada.workouts()).toBe(5);
  const { data: best } = await ada.client
    .from("workout_sets")
    .select("weight_kg, reps, set_type, rest_seconds")
    .eq("user_id", ada.id)
    .eq("reps", 5);
  expect(best).toEqual([{ weight_kg: 102.058, reps: 5, set_type: "normal", rest_seconds: 180 }]);

  const again = await ada.send({ weight_unit: "lb" }, file);
  await tick();
  expect(ImportReport.parse((await ada.ended(again.job_id))?.result).workouts).toMatchObject({
    added: 0,
    known: 5,
  });
  expect(await ada.workouts()).toBe(5);
});

test("the file is its owner's alone", async () => {
  const [bob, eve] = [await somebody("bob"), await somebody("eve")];
  const { job_id, file_path } = await bob.send({ dry_run: "true" }, fixture("H1.csv"));

  expect((await bob.client.storage.from("imports").download(file_path)).error).toBeNull();
  expect((await eve.client.storage.from("imports").download(file_path)).error).not.toBeNull();
  expect((await eve.client.from("jobs").select("id").eq("id", job_id)).data).toEqual([]);
});

describe("20,000 lines", () => {
  /** Workouts of four exercises with five sets each, the last of them one that nobody knows. */
  const file = [
    "date,workout,exercise,set,weight_kg,reps",
    ...Array.from({ length: 1000 }, (_, day) => {
      const date = new Date(Date.UTC(2020, 0, 1 + day, 18)).toISOString().slice(0, 16);
      return ["Squat (Barbell)", "Bench Press (Barbell)", "Pull Up", "Zorb Press"].flatMap((name) =>
        [1, 2, 3, 4, 5].map((set) => `${date},Day ${day},${name},${set},${name === "Pull Up" ? "" : 60},5`),
      );
    }).flat(),
  ].join("\n");

  test("are imported step by step, though workers die on the way", async () => {
    const cleo = await somebody("cleo");
    const { job_id } = await cleo.send({}, file);
    const state = async () =>
      (
        await sql<{ status: string; staged: number; stored: number }>(
          `select jobs.status, (select count(*)::int from private.staged_parts where job_id = jobs.id) as staged,
             (select count(*)::int from public.workouts where user_id = jobs.user_id) as stored
           from public.jobs where id = $1`,
          job_id,
        )
      )[0];

    // A worker reads the file and begins; then its lease is somebody else's.
    await tick();
    await expect
      .poll(async () => (await state())?.stored, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(0);
    await sql(
      "update public.jobs set lease = gen_random_uuid(), due_at = now() where id = $1 and status = 'running'",
      job_id,
    );
    const broken = await state();
    expect(broken).toMatchObject({ status: "running" });
    expect((broken?.staged ?? 0) + (broken?.stored ?? 0)).toBe(1000);

    // The next one goes on, and the database ends its connection in the middle of a step.
    await sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like '%step_job%' and pid <> pg_backend_pid()",
    );
    await expect
      .poll(
        async () => {
          // Nobody waits for the pause after a failed step.
          await sql("update public.jobs set due_at = now() where id = $1 and status = 'queued'", job_id);
          await tick();
          return (await state())?.stored;
        },
        { timeout: 200_000, interval: 1_000 },
      )
      .toBe(1000);

    const job = await cleo.ended(job_id);
    expect(ImportReport.parse(job?.result).workouts).toEqual({
      in_file: 1000,
      readable: 1000,
      added: 1000,
      known: 0,
      deleted: 0,
      failed: 0,
      left_out: 0,
    });
    const [exact] = await sql(
      `select
         (select count(*)::int from public.workout_sets where user_id = $1) as sets,
         (select count(*)::int from public.exercises where user_id = $1) as own,
         (select sum(sets)::int from analytics.exercise_days where user_id = $1) as rolled_up`,
      cleo.id,
    );
    expect(exact).toEqual({ sets: 20_000, own: 1, rolled_up: 20_000 });
  }, 240_000);
});
