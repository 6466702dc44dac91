import { describe, expect, test } from "vitest";
import { failure, success } from "../../../functions/_shared/result.ts";
import { createApp } from "../../../functions/training/app.ts";
import type { JobQueue } from "../../../functions/training/job-queue.ts";
import { readImportJob } from "../../../functions/training/read-import-job.ts";
import { ImportAccepted, type ImportInput, ImportReport } from "../../../types/contracts/import.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { ada, bob, platform } from "../media/people.ts";
import { fixture } from "./imports/printed.ts";
import { memoryExports } from "./memory-exports.ts";
import { heldImport, memoryImports } from "./memory-imports.ts";
import { noEvents } from "./no-events.ts";

const noJobs: JobQueue = {
  claim: async () => success(null),
  step: async () => success({ status: "lost" }),
  release: async () => success(undefined),
};

const zone = { time_zone: "Europe/Berlin" };

function formOf(fields: Record<string, string>, file?: Uint8Array): FormData {
  const form = new FormData();
  if (file) form.set("file", new Blob([new Uint8Array(file)]), "workouts.csv");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function upload(imports = memoryImports(), user: string | undefined = ada) {
  const app = createApp({
    events: noEvents,
    isCronToken: async () => success(false),
    jobs: noJobs,
    imports: imports.store,
    exports: memoryExports({}),
    log: () => {},
    platform,
  });
  return async (body: FormData, headers: Record<string, string> = {}) =>
    await app.request("/training/imports", {
      method: "POST",
      headers: { ...(user ? { authorization: `Bearer ${user}` } : {}), ...headers },
      body,
    });
}

describe("POST /training/imports", () => {
  const file = fixture("H1.csv");

  test("keeps the file in the caller's folder, and answers the job", async () => {
    const imports = memoryImports();
    const response = await upload(imports)(formOf({ ...zone, weight_unit: "lb", dry_run: "true" }, file));

    expect(response.status).toBe(202);
    const { file_path } = ImportAccepted.parse(await response.json());
    expect(file_path).toMatch(new RegExp(`^${ada}/[0-9a-f]{64}\\.csv$`));
    expect(Buffer.from(imports.files.get(file_path) ?? [])).toEqual(file);
    expect([...imports.jobs.values()]).toEqual([
      {
        userId: ada,
        input: {
          path: file_path,
          source: null,
          weight_unit: "lb",
          distance_unit: null,
          time_zone: "Europe/Berlin",
          visibility: "private",
          is_dry_run: true,
          mapping: {},
        },
      },
    ]);
  });

  test("takes a file that was sent before by its path, from its owner alone", async () => {
    const imports = memoryImports();
    const { file_path } = ImportAccepted.parse(await (await upload(imports)(formOf(zone, file))).json());

    expect((await upload(imports)(formOf({ ...zone, path: file_path }))).status).toBe(202);
    expect((await upload(imports, bob)(formOf({ ...zone, path: file_path }))).status).toBe(404);
    expect((await upload(imports)(formOf({ ...zone, path: `${ada}/../${bob}/file.csv` }))).status).toBe(404);
  });

  test("is the same job for the same key, and refuses the key of another request", async () => {
    const send = upload();
    const headers = { "idempotency-key": "one" };

    expect((await send(formOf(zone, file), headers)).status).toBe(202);
    expect((await send(formOf(zone, file), headers)).status).toBe(202);
    const other = await send(formOf({ ...zone, dry_run: "true" }, file), headers);
    expect(other.status).toBe(409);
    expect(Problem.parse(await other.json())).toMatchObject({
      code: "id_unusable",
      errors: [{ path: "idempotency_key" }],
    });
  });

  test.each([
    ["neither file nor path", formOf(zone), "file"],
    ["no time zone", formOf({}, file), "time_zone"],
    ["another unit", formOf({ ...zone, weight_unit: "stone" }, file), "weight_unit"],
    ["another source", formOf({ ...zone, source: "strava" }, file), "source"],
    ["a mapping that is no JSON", formOf({ ...zone, mapping: "Squat" }, file), "mapping"],
    ["a mapping to no id", formOf({ ...zone, mapping: '{"Squat": "1"}' }, file), "mapping"],
    ["text for a file", formOf({ ...zone, file: "date,exercise" }), "file"],
  ])("refuses %s", async (_, form, path) => {
    const response = await upload()(form);

    expect(response.status).toBe(422);
    expect(Problem.parse(await response.json())).toMatchObject({
      code: "invalid_request",
      errors: [{ path }],
    });
  });

  test("refuses a file of more than 20 MiB, and callers who are not signed in", async () => {
    const large = new Uint8Array(20 * 1024 ** 2 + 1);

    expect((await upload()(formOf(zone, large))).status).toBe(413);
    expect((await upload()(formOf(zone, new Uint8Array(22 * 1024 ** 2)))).status).toBe(413);
    expect((await upload(memoryImports(), "")(formOf(zone, file))).status).toBe(401);
  });

  test("says that it cannot where storage or the database does not answer", async () => {
    const imports = memoryImports();
    imports.store.add = async () =>
      failure({ key: "unavailable", path: "", reason: "connection to 10.0.0.7 refused" });
    const without = await upload(imports)(formOf(zone, file));
    expect([without.status, (await without.text()).includes("10.0.0.7")]).toEqual([503, false]);

    imports.store.keepFile = async () => failure("connection to 10.0.0.7 refused");
    expect((await upload(imports)(formOf(zone, file))).status).toBe(503);
  });
});

const squat = {
  id: "019a0000-0000-7000-8000-0000000000a1",
  name: "Barbell Back Squat",
  kind: "weight_reps" as const,
};
const pullUp = {
  id: "019a0000-0000-7000-8000-0000000000a2",
  name: "Pull-Up",
  kind: "bodyweight_reps" as const,
};
const plank = { id: "019a0000-0000-7000-8000-0000000000a3", name: "Plank", kind: "duration" as const };

describe("reading the file of an import", () => {
  const input = (more: Partial<ImportInput>): ImportInput => ({
    path: `${ada}/file.csv`,
    source: null,
    weight_unit: null,
    distance_unit: null,
    time_zone: "Europe/Berlin",
    visibility: "private",
    is_dry_run: false,
    mapping: {},
    ...more,
  });
  const reading = async (text: string | Uint8Array, more: Partial<ImportInput> = {}) => {
    const imports = memoryImports({ Squat: [squat], "Pull Up": [pullUp], Plank: [plank] });
    imports.files.set(`${ada}/file.csv`, Buffer.from(text));
    imports.state.task = { user_id: ada, input: input(more) };
    const outcome = await readImportJob(imports.store, () => 0)(heldImport, new AbortController().signal);
    return { outcome, staged: [...imports.staged.values()], report: imports.state.report, imports };
  };
  const rows = (...lines: string[]) => ["date,exercise,weight_kg,reps,seconds", ...lines].join("\n");

  test("hands over workouts with exercises in place of names, and the report", async () => {
    const { outcome, staged, report } = await reading(
      rows("2025-01-05,Squat,60,5,", "2025-01-06,Zorb,10,5,"),
    );

    expect(outcome).toEqual(success("read"));
    expect(staged).toMatchObject([
      {
        ordinal: 1,
        section: "workouts",
        line: 2,
        part: {
          key: "csv 2025-01-05T12:00:00",
          visibility: "private",
          exercises: [{ exercise_id: squat.id }],
        },
      },
      { ordinal: 2, part: { exercises: [{ new_exercise: { name: "Zorb", kind: "weight_reps" } }] } },
    ]);
    expect(ImportReport.parse(report)).toMatchObject({
      outcome: "imported",
      workouts: { in_file: 2, readable: 2 },
      exercises: [
        { name: "Squat", outcome: "matched", exercise_name: "Barbell Back Squat" },
        { name: "Zorb", outcome: "new", exercise_id: null },
      ],
    });
  });

  test("of a dry run hands over the report alone, and reads what has no unit by a guess", async () => {
    const { staged, report } = await reading(fixture("S1.csv"), { is_dry_run: true });

    expect(staged).toEqual([]);
    expect(ImportReport.parse(report)).toMatchObject({
      outcome: "checked",
      units: { weight: { unit: "lb", from: "guess" } },
      workouts: { in_file: 1, readable: 1, added: 1 },
    });
  });

  test.each([
    ["that is none", "PK\u0000", "not_text"],
    ["whose unit nobody says", fixture("S1.csv"), "weight_unit_missing"],
  ])("refuses a file %s, and imports nothing", async (_, bytes, code) => {
    const { staged, report } = await reading(bytes);

    expect(staged).toEqual([]);
    expect(ImportReport.parse(report)).toMatchObject({ outcome: "refused" });
    expect(report?.problems[0]?.code).toBe(code);
  });

  test("takes a name for what the request says", async () => {
    const { report } = await reading(rows("2025-01-05,Kniebeuge,60,5,"), {
      mapping: { Kniebeuge: squat.id },
    });

    expect(report?.exercises).toMatchObject([
      { name: "Kniebeuge", outcome: "mapped", exercise_id: squat.id },
    ]);
  });

  test("makes an exercise of its own where that of the name cannot hold the loads", async () => {
    const { report, staged } = await reading(rows("2025-01-05,Pull Up,10,5,", "2025-01-05,Pull Up,,8,"));

    expect(report?.exercises).toMatchObject([
      { outcome: "new", kind: "weighted_bodyweight", suggestions: [{ id: pullUp.id }] },
    ]);
    expect(staged).toMatchObject([
      { part: { exercises: [{ new_exercise: { name: "Pull Up", kind: "weighted_bodyweight" } }] } },
    ]);
  });

  test("keeps help and load apart", async () => {
    const { report } = await reading(rows("2025-01-05,Squat,-10,5,", "2025-01-06,Squat,60,5,"));

    expect(report?.exercises).toMatchObject([
      { name: "Squat (Assisted)", outcome: "new", kind: "assisted_bodyweight" },
      { name: "Squat", outcome: "matched" },
    ]);
  });

  test("moves what an exercise has no field for to the notes of the set", async () => {
    const many = Array.from({ length: 20 }, (_, day) => `2025-01-${day + 10},Squat,60,5,`);
    const { staged, report } = await reading(
      rows("2025-01-05,Squat,60,5,45", "2025-01-06,Plank,0,,60", ...many),
    );

    expect(staged.slice(0, 2)).toMatchObject([
      {
        part: {
          exercises: [{ exercise_id: squat.id, sets: [{ duration_seconds: null, notes: "45 s" }] }],
        },
      },
      { part: { exercises: [{ exercise_id: plank.id, sets: [{ weight_kg: null, notes: null }] }] } },
    ]);
    expect(report?.problems).toMatchObject([
      { severity: "warning", line: 2, code: "moved_to_notes" },
      { severity: "warning", line: 3, code: "moved_to_notes" },
    ]);
  });

  test("hands over in parts, and after a crash the same again", async () => {
    const start = Date.UTC(2025, 0);
    const lines = Array.from({ length: 2500 }, (_, at) => {
      const minute = new Date(start + at * 60_000).toISOString().slice(0, 16);
      return `${minute},Squat,60,5,`;
    });
    const { imports } = await reading("date,exercise\n");
    imports.files.set(`${ada}/file.csv`, Buffer.from(rows(...lines)));
    delete imports.state.report;
    imports.state.failsAfter = 1000;
    const read = () => readImportJob(imports.store, () => 0)(heldImport, new AbortController().signal);

    expect(await read()).toEqual(failure("connection lost"));
    expect([imports.staged.size < 2500, imports.state.report]).toEqual([true, undefined]);
    delete imports.state.failsAfter;

    expect(await read()).toEqual(success("read"));
    expect([...imports.staged.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 2500 }, (_, at) => at + 1),
    );
    expect(await read()).toEqual(success("ready"));
  });

  test("does nothing for an import that another worker has, and fails where the file is gone", async () => {
    const imports = memoryImports();
    const read = () => readImportJob(imports.store, () => 0)(heldImport, new AbortController().signal);

    expect(await read()).toEqual(success("lost"));
    imports.state.task = { user_id: ada, input: input({}) };
    expect(await read()).toEqual(failure("the file is gone"));
  });
});
