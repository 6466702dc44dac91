import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WorkedJobs } from "../../types/contracts/job.ts";
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

/** Does what the cron job does each minute, and answers how many calls it made. */
async function tick(): Promise<number | null> {
  const { rows } = await database.query(
    "select command from cron.job where jobname = 'work-jobs' and active",
  );
  return (await database.query(rows[0].command)).rowCount;
}

async function answers(): Promise<{ status_code: number; content: string }[]> {
  const { rows } = await database.query("select status_code, content from net._http_response order by id");
  return rows;
}

test("cron wakes the worker where there is work, which moves what users have of a merged exercise", async () => {
  expect(await tick()).toBe(0);

  const { rows } = await database.query<{ from_id: string; into_id: string }>(
    `select
       (select id from public.exercises where slug = 'barbell-bench-press') as from_id,
       (select id from public.exercises where slug = 'dumbbell-bench-press') as into_id`,
  );
  const [{ from_id, into_id } = { from_id: "", into_id: "" }] = rows;
  const people = [randomUUID(), randomUUID()];
  for (const id of people) {
    await database.query("insert into auth.users (id, aud, role, email) values ($1, $2, $2, $3)", [
      id,
      "authenticated",
      `${id}@example.test`,
    ]);
    const workoutId = randomUUID();
    await database.query(
      "insert into public.workouts (id, user_id, name, started_at, time_zone) values ($1, $2, 'Push', now(), 'UTC')",
      [workoutId, id],
    );
    await database.query(
      "insert into public.workout_exercises (id, workout_id, exercise_id, position) values ($1, $2, $3, 1)",
      [randomUUID(), workoutId, from_id],
    );
  }
  await database.query("select private.replace_exercise($1, $2)", [from_id, into_id]);
  await database.query("select private.enqueue_job(null, 'merge_exercises', $1)", [
    { from: from_id, into: into_id },
  ]);

  expect(await tick()).toBe(1);

  const job = async () => (await database.query("select status, progress from public.jobs")).rows;
  await expect.poll(job, { timeout: 30_000 }).toEqual([{ status: "succeeded", progress: 100 }]);
  await expect.poll(answers, { timeout: 15_000 }).toHaveLength(1);
  const [answer] = await answers();
  expect(answer?.status_code).toBe(200);
  expect(WorkedJobs.parse(JSON.parse(answer?.content ?? ""))).toEqual({ steps: 3, succeeded: 1, failed: 0 });
  const used = await database.query("select distinct exercise_id from public.workout_exercises");
  expect(used.rows).toEqual([{ exercise_id: into_id }]);
});
