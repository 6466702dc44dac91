import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createFunctionsHost } from "../../../stack/functions/host.ts";
import { projectRoot } from "../../../stack/project-root.ts";
import type { ImportReport } from "../../../types/contracts/import.ts";
import { WorkedJobs } from "../../../types/contracts/job.ts";
import { loopback } from "../loopback.ts";
import { ada } from "../media/people.ts";
import { heldImport } from "./memory-imports.ts";

/** Has the function read a file under Deno, with the memory that hosted gives it. */
async function readUnderDeno(file: string) {
  const path = `${ada}/file.csv`;
  const staged = { workouts: 0, sets: 0 };
  const state: { report?: ImportReport; claimed: boolean } = { claimed: false };
  const rpcs: Record<string, (body: string) => unknown> = {
    is_cron_token: () => true,
    count_use: () => ({ is_allowed: true, limit: 120, remaining: 119, reset_seconds: 60 }),
    claim_job() {
      const isFirst = !state.claimed;
      state.claimed = true;
      return isFirst ? heldImport : null;
    },
    import_task: () => ({
      user_id: ada,
      is_read: false,
      input: {
        path,
        source: null,
        weight_unit: "lb",
        distance_unit: "mi",
        time_zone: "Europe/Berlin",
        visibility: "private",
        is_dry_run: false,
        mapping: {},
      },
    }),
    match_import: (body) => ({
      exercises: JSON.parse(body).p_names.map((name: string) => ({
        name,
        mapped: null,
        matches: [],
        suggestions: [],
      })),
      identified: [],
      known: 0,
    }),
    stage_import(body) {
      const { p_parts, p_report } = JSON.parse(body);
      staged.workouts += p_parts.length;
      staged.sets += p_parts.reduce((sum: number, { size }: { size: number }) => sum + size, 0);
      if (p_report) state.report = p_report;
      return { status: "running" };
    },
    step_job: () => ({ status: "succeeded" }),
  };
  const project = await loopback(({ url, body }) => {
    if (url.startsWith("/storage/v1/object/")) return { status: 200, body: file };
    return { status: 200, body: JSON.stringify(rpcs[url.split("/").at(-1) ?? ""]?.(body) ?? null) };
  });
  const lines: Record<string, unknown>[] = [];
  const host = createFunctionsHost({
    projectRoot,
    functions: [
      {
        slug: "training",
        entrypoint: join(projectRoot, "functions", "training", "index.ts"),
        verifyJwt: false,
      },
    ],
    env: {
      SUPABASE_URL: project.url,
      SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: "the publishable key" }),
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: "the secret key" }),
      SUPABASE_JWKS: JSON.stringify({ keys: [] }),
    },
    limits: { memoryMegabytes: 256, firstByteSeconds: 60 },
    hotReload: false,
    log: (event, fields) => lines.push({ event, ...fields }),
  });
  onTestFinished(() => host.stop());
  const response = await host.fetch(
    "training",
    new Request("http://127.0.0.1:54321/functions/v1/training/work-jobs", {
      method: "POST",
      headers: { "x-cron-token": "cron" },
    }),
  );
  expect(response.status, JSON.stringify(lines)).toBe(200);
  return { worked: WorkedJobs.parse(await response.json()), staged, report: state.report };
}

const header =
  "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE";

/** A file of Strong: workouts of four exercises with five sets each. */
function manyRows(workouts: number): string {
  const names = ["Squat (Barbell)", "Développé couché", "Pull Up", "Lat Pulldown (Cable)"];
  const rows = Array.from({ length: workouts }, (_, day) => {
    const date = new Date(Date.UTC(2000, 0, 1 + day, 18)).toISOString().slice(0, 19).replace("T", " ");
    return names.flatMap((name) =>
      [1, 2, 3, 4, 5].map((set) => `${date},Day ${day},1h 5m,${name},${set},135,5,0,0,"slow, ""paused""",,8`),
    );
  });
  return [header, ...rows.flat()].join("\n");
}

test("the longest file that is taken is read within 256 MB", async () => {
  const { worked, staged, report } = await readUnderDeno(manyRows(2500));

  expect(worked).toEqual({ steps: 1, succeeded: 1, failed: 0 });
  expect(staged).toEqual({ workouts: 2500, sets: 50_000 });
  expect(report).toMatchObject({ outcome: "imported", rows: 50_000, problems: [] });
});

test.each([
  ["more rows than are taken", manyRows(2501), "too_many_rows"],
  [
    "a quote that nothing closes, and a million after it",
    `${header}\n"${'"x'.repeat(10_000_000)}`,
    "record_too_long",
  ],
  ["nothing but separators", `${header}\n${",".repeat(20_000_000)}`, "record_too_long"],
  ["nothing but line ends", `${header}\n${",\n".repeat(10_000_000)}`, undefined],
  [
    "a JSON document of brackets",
    `{"version":1,"workouts":[${"[],".repeat(6_000_000)}[]]}`,
    "json_too_large",
  ],
  ["a JSON document of numbers", `{"version":1,"workouts":[${"1,".repeat(10_000_000)}1]}`, "json_too_large"],
])("20 MB of %s do no harm", async (_, file, code) => {
  const { worked, staged, report } = await readUnderDeno(file);

  expect(worked).toEqual({ steps: 1, succeeded: 1, failed: 0 });
  expect(staged).toEqual({ workouts: 0, sets: 0 });
  expect(report?.problems[0]?.code).toBe(code);
});
