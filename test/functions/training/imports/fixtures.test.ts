import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readImport } from "../../../../functions/training/imports/read-import.ts";
import { ImportedWorkout } from "../../../../types/contracts/import.ts";
import { fixture, inBerlin, inBerlinWithPounds, printed } from "./printed.ts";

const sources = { S: "strong", H: "hevy", g: "csv", d: "json" } as const;
const variants: Record<string, string> = {
  "S0-lb": "S0",
  "S5-lb": "S5",
  "H1-us": "H1",
  "H1-tr": "H1",
  "H1-ptBR": "H1",
  generic: "csv",
  document: "json",
};
const files = readdirSync(join(import.meta.dirname, "fixtures")).filter((name) => !name.endsWith(".txt"));

describe.each(files)("%s", (file) => {
  const name = file.replace(/\.\w+$/, "");
  const bytes = fixture(file);
  const result = readImport(bytes, inBerlinWithPounds);

  test("is recognised", () => {
    const [first = ""] = name;
    expect([result.file?.source, result.file?.variant]).toEqual([
      Object.entries(sources).find(([initial]) => initial === first)?.[1],
      variants[name] ?? name,
    ]);
  });

  test("holds the workouts that its .txt says, written by hand", () => {
    expect(result.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(`${printed(result.file?.workouts ?? [])}\n`).toBe(fixture(`${name}.txt`).toString());
  });

  test("gives what log_workout takes", () => {
    const workouts = result.file?.workouts ?? [];
    expect(workouts.length).toBeGreaterThan(0);
    for (const workout of workouts) ImportedWorkout.parse(workout);
  });
});

describe("units", () => {
  test.each([
    ["S0", { unit: "kg", from: "file" }, { unit: "km", from: "file" }],
    ["S0-lb", { unit: "lb", from: "file" }, { unit: "mi", from: "file" }],
    ["S1", { unit: "lb", from: "guess" }, { unit: "mi", from: "guess" }],
    ["S2", { unit: "kg", from: "guess" }, { unit: "km", from: "unused" }],
    ["S4", { unit: "kg, lb", from: "file" }, { unit: "km, mi", from: "file" }],
    ["S5", { unit: "kg", from: "file" }, { unit: "m", from: "file" }],
    ["H3", { unit: "kg", from: "file" }, { unit: "mi", from: "file" }],
  ])("of %s are told by the file, or guessed", (name, weight, distance) => {
    expect(readImport(fixture(`${name}.csv`), inBerlin).file?.units).toMatchObject({ weight, distance });
  });

  test("that neither file nor request says are an error at the header", () => {
    const { problems } = readImport(fixture("S1.csv"), inBerlin);

    expect(problems).toMatchObject([
      { severity: "error", line: 1, path: "Weight", code: "weight_unit_missing" },
      { severity: "error", line: 1, path: "Distance", code: "distance_unit_missing" },
    ]);
  });

  test("are not asked for where nothing has one", () => {
    const text = fixture("S2.csv").toString().replaceAll("220.5", "0");

    expect(
      readImport(Buffer.from(text), inBerlin).problems.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });
});

describe("what looks wrong", () => {
  test("of Strong: a timer of 264 hours, and RPE in quarters", () => {
    expect(readImport(fixture("S3.csv"), inBerlinWithPounds).outliers).toEqual([
      {
        line: 10,
        path: "Duration",
        code: "timer_left_running",
        text: "264 hours: a timer left running; imported without a length.",
      },
    ]);
    expect(readImport(fixture("S2.csv"), inBerlinWithPounds).problems).toEqual([
      { severity: "warning", line: 4, path: "RPE", code: "rpe_rounded", text: "Rounded to 8.5." },
    ]);
  });

  test("a text that is a formula to a spreadsheet stays text, and is reported", () => {
    expect(readImport(fixture("S5.csv"), inBerlin).problems).toMatchObject([
      { severity: "warning", line: 7, path: "Workout Notes", code: "formula_as_text" },
    ]);
  });

  test("a time that the clocks left out is reported", () => {
    expect(readImport(fixture("S0.csv"), inBerlin).problems).toMatchObject([
      { severity: "warning", line: 5, path: "Date", code: "time_left_out_by_clocks" },
    ]);
  });
});

test("exercises come with the kind that fits their sets", () => {
  const kinds = ["S0", "S3-min", "generic", "document"].flatMap((name) => {
    const file = readImport(
      fixture(name === "document" ? `${name}.json` : `${name}.csv`),
      inBerlinWithPounds,
    ).file;
    return file?.exercises.map(({ name: exercise, kind, sets }) => `${exercise}: ${kind} (${sets})`);
  });

  expect(kinds).toEqual([
    "Squat (Barbell): weight_reps (2)",
    "Running: distance_duration (1)",
    "Plank: duration (1)",
    "Chin Up (Assisted): assisted_bodyweight (2)",
    "Chin Up: weight_reps (1)",
    "Bench Press: weight_reps (2)",
    "Running: distance_duration (2)",
    "Split Squat: weight_reps (1)",
    "Plank: duration (1)",
    "Sandbag Carry: weight_distance (2)",
    "Pull Up: bodyweight_reps (1)",
  ]);
});

test("workouts are called by their start on the wall, so that languages, units and zones do not double them", () => {
  const ids = (name: string, timeZone: string) =>
    readImport(fixture(name), { ...inBerlinWithPounds, timeZone }).file?.workouts.map(({ key }) => key);

  expect(ids("S3-min.csv", "Europe/Berlin")).toEqual(["strong 2025-02-01T09:00:00"]);
  expect(ids("S3-min.csv", "America/New_York")).toEqual(["strong 2025-02-01T09:00:00"]);
  expect(ids("H1-us.csv", "UTC")).toEqual([
    "hevy 2025-01-14T18:30:00",
    "hevy 2025-01-15T00:05:00",
    "hevy 2025-09-01T12:05:00",
  ]);
  expect(ids("document.json", "UTC")).toEqual(["json 019a0000-0000-7000-8000-000000000001"]);
});
