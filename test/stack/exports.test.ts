import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readImport } from "../../functions/training/imports/read-import.ts";
import { consent, exported, somebody } from "./account-on-trial.ts";
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

async function exerciseId(slug: string): Promise<string> {
  const { rows } = await database.query("select id from public.exercises where slug = $1", [slug]);
  return rows[0].id;
}

test("a user takes everything along, as a document and as tables that are read again", async () => {
  const ada = await somebody(project, database);
  await consent(ada);
  const zorb = randomUUID();
  await ada.client
    .rpc("save_exercise", {
      p_exercise: {
        id: zorb,
        name: "Zorb Press",
        kind: "weight_reps",
        category: "strength",
        level: "beginner",
      },
    })
    .throwOnError();
  await ada.client.from("gyms").insert({ id: randomUUID(), name: "=Home" }).throwOnError();
  const workout = {
    id: randomUUID(),
    name: "=HYPERLINK(1)",
    notes: 'two\nlines, "quoted"',
    started_at: "2026-03-02T17:00:00+00:00",
    ended_at: "2026-03-02T18:00:00+00:00",
    time_zone: "Europe/Berlin",
    exercises: [
      {
        id: randomUUID(),
        exercise_id: await exerciseId("barbell-bench-press"),
        position: 1,
        sets: [
          { id: randomUUID(), position: 1, reps: 5, weight_kg: 61.235, rpe: 8.5, notes: "+1 more" },
          { id: randomUUID(), position: 2, reps: 4, weight_kg: 61.235, set_type: "failure" },
        ],
      },
      {
        id: randomUUID(),
        exercise_id: zorb,
        position: 2,
        superset_group: 1,
        sets: [{ id: randomUUID(), position: 1, reps: 10, weight_kg: 20, side: "left" }],
      },
    ],
  };
  await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
  const { rows } = await database.query("select id from public.measurement_types where slug = 'body_weight'");
  await ada.client
    .rpc("log_measurements", {
      p_measurements: [
        {
          id: randomUUID(),
          type_id: rows[0].id,
          value: 80.5,
          measured_at: "2026-03-02T06:00:00Z",
          time_zone: "Europe/Berlin",
        },
      ],
    })
    .throwOnError();

  const { report, archive, files, document } = await exported(ada);

  expect(report.bytes).toBe(archive.length);
  expect(report.counts).toMatchObject({
    profile: 1,
    consents: 1,
    exercises: 1,
    gyms: 1,
    workouts: 1,
    measurements: 1,
  });
  expect(Object.keys(report.counts).sort()).toEqual(Object.keys(document).slice(3).sort());
  expect(document.workouts[0]).toMatchObject({
    ...workout,
    exercises: workout.exercises.map((it) => ({
      ...it,
      sets: it.sets.map((set) => ({ set_type: "normal", ...set })),
    })),
  });
  expect(files.get("measurements.csv")).toBe(
    'date,time_zone,measurement,side,value,unit,notes,source\r\n2026-03-02T07:00:00,"Europe/Berlin","Body Weight",,80.5,kg,,\r\n',
  );

  // Our import reads the same workout in both.
  const options = {
    timeZone: "UTC",
    now: Date.UTC(2026, 6),
    source: undefined,
    weightUnit: undefined,
    distanceUnit: undefined,
  };
  const same = {
    name: workout.name,
    notes: workout.notes,
    time_zone: "Europe/Berlin",
    exercises: [
      {
        name: "Barbell Bench Press",
        sets: [
          { reps: 5, weight_kg: 61.235, rpe: 8.5, notes: "+1 more" },
          { reps: 4, weight_kg: 61.235, set_type: "failure" },
        ],
      },
      { name: "Zorb Press", sets: [{ reps: 10, weight_kg: 20, side: "left" }] },
    ],
  };
  for (const name of ["repstack.json", "workouts.csv"]) {
    const read = readImport(Buffer.from(files.get(name) ?? ""), options);
    expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read.file?.workouts).toMatchObject([same]);
    const times = read.file?.workouts.map((it) => [Date.parse(it.started_at), Date.parse(it.ended_at ?? "")]);
    expect(times).toEqual([[Date.parse(workout.started_at), Date.parse(workout.ended_at)]]);
  }
});

test("nobody else reads it, and nobody asks without a session", async () => {
  const [ada, eve] = [await somebody(project, database), await somebody(project, database)];
  const { report } = await exported(ada);

  const signed = await eve.client.storage.from("exports").createSignedUrl(report.path, 60);
  const taken = await eve.client.storage.from("exports").download(report.path);
  const jobs = await eve.client.from("jobs").select("id, result").throwOnError();
  expect([signed.data, taken.data, jobs.data]).toEqual([null, null, []]);

  const { urls, keys } = project.stack;
  const nobody = createClient(urls.api, keys.publishable, { auth: { persistSession: false } });
  const refused = await nobody.functions.invoke("training/exports", { method: "POST" });
  expect(refused.error?.context.status).toBe(401);
});
