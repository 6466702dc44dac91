import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kilograms, meters } from "../../../../functions/training/imports/quantities.ts";
import { readImport } from "../../../../functions/training/imports/read-import.ts";
import type { ImportedWorkout } from "../../../../types/contracts/import.ts";
import { fixture, inBerlin, read } from "./printed.ts";
import { anyWorkouts, type Variant, variants, type WrittenWorkout, writeCsv } from "./written.ts";

describe("any workouts, written as an app exports them, are read as they were", () => {
  test.each(variants.map((variant) => [variant.id, variant] as const))("%s", (_, variant) => {
    fc.assert(
      fc.property(anyWorkouts, (workouts) => {
        const { units } = variant;
        const { file, problems } = read(writeCsv(variant, workouts), {
          timeZone: "UTC",
          weightUnit: units.weight,
          distanceUnit: units.distance,
        });

        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(file?.workouts.map(({ line: _line, ...workout }) => workout)).toEqual(
          workouts.map((workout) => asImported(workout, variant)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

function asImported(workout: WrittenWorkout, { id, keeps, units }: Variant): Omit<ImportedWorkout, "line"> {
  const groups = new Map<number, number>();
  const groupOf = (superset: number | null) => {
    if (superset === null || !keeps.includes("superset")) return null;
    if (!groups.has(superset)) groups.set(superset, groups.size + 1);
    return groups.get(superset) ?? null;
  };
  const start = workout.start * 60_000;
  return {
    ...calledBy(id, new Date(start).toISOString().slice(0, 19), workout.name),
    name: workout.name,
    notes: keeps.includes("workoutNotes") ? workout.notes : null,
    started_at: new Date(start).toISOString(),
    ended_at: new Date(start + (keeps.includes("duration") ? workout.minutes * 60_000 : 0)).toISOString(),
    time_zone: "UTC",
    exercises: workout.exercises.map((exercise, index) => ({
      name: exercise.name,
      position: index + 1,
      superset_group: groupOf(exercise.superset),
      notes: keeps.includes("notes") ? exercise.notes : null,
      sets: exercise.sets.map((set, at) => ({
        position: at + 1,
        set_type: keeps.includes("types") ? set.type : "normal",
        reps: set.reps,
        weight_kg:
          set.load === null ? null : kilograms(set.load / (units.weight === "kg" ? 8 : 4), units.weight),
        duration_seconds: set.seconds,
        distance_meters: set.distance === null ? null : meters(set.distance / 100, units.distance),
        rpe: keeps.includes("rpe") ? set.rpe : null,
        rir: null,
        side: null,
        rest_seconds: keeps.includes("rest") ? set.rest : null,
        notes: null,
      })),
    })),
  };
}

function calledBy(variant: string, wallStart: string, name: string) {
  const source = { S: "strong", H: "hevy", c: "csv" }[variant.charAt(0)] ?? "";
  const external_id = source === "csv" ? `${wallStart} ${name}` : wallStart;
  return { key: `${source} ${external_id}`, source, external_id };
}

const anyOptions = fc.record({
  source: fc.constantFrom(undefined, "strong" as const, "hevy" as const, "csv" as const, "json" as const),
  weightUnit: fc.constantFrom(undefined, "kg" as const, "lb" as const),
  distanceUnit: fc.constantFrom(undefined, "km" as const),
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Apia"),
  now: fc.constant(inBerlin.now),
});

/** Whatever is read of a file, each thing that is said about it has a line of the file. */
function expectLines(bytes: Uint8Array, { problems, outliers }: ReturnType<typeof readImport>): void {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length;
  for (const { line } of [...problems, ...outliers]) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
  }
}

describe("no file makes it throw, and all that it says has a line", () => {
  test("any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), anyOptions, (bytes, options) => {
        readImport(bytes, options);
      }),
      { numRuns: 500 },
    );
  });

  test("any cells under a real header", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "2025-01-05 10:00",
        "01/02/2025",
        "5",
        "-5",
        "1e309",
        "W",
        "Rest Timer",
        "Note",
        '"',
        "=1",
        "__proto__",
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...variants),
        fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 12 }),
        anyOptions,
        ({ header, separator }, rows, options) => {
          const text = [header, ...rows].map((cells) => cells.join(separator)).join("\n");
          const bytes = new TextEncoder().encode(text);
          expectLines(bytes, readImport(bytes, options));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("real files with a part cut out, doubled or overwritten", () => {
    const names = ["S3.csv", "S4.csv", "S5.csv", "H1.csv", "H1-tr.csv", "generic.csv", "document.json"];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(3000),
        fc.nat(40),
        fc.oneof(
          fc.constant(""),
          fc.string({ unit: "binary", maxLength: 20 }),
          fc.constantFrom('"', "\n", ";", "{", "\0"),
        ),
        anyOptions,
        (name, at, length, inserted, options) => {
          const text = fixture(name).toString();
          const from = at % text.length;
          const bytes = new TextEncoder().encode(text.slice(0, from) + inserted + text.slice(from + length));
          expectLines(bytes, readImport(bytes, options));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("any JSON under the keys of a document", () => {
    const workout = fc.record({
      id: fc.oneof(fc.uuid(), fc.jsonValue()),
      name: fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.jsonValue()),
      started_at: fc.oneof(fc.constant("2025-01-05T10:00:00Z"), fc.jsonValue()),
      time_zone: fc.oneof(fc.constant("UTC"), fc.jsonValue()),
      exercises: fc.oneof(
        fc.array(fc.record({ name: fc.string(), sets: fc.jsonValue() }), { maxLength: 3 }),
        fc.jsonValue(),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(workout, fc.jsonValue()), { maxLength: 5 }),
        anyOptions,
        (workouts, options) => {
          const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, workouts }, null, 1));
          expectLines(bytes, readImport(bytes, { ...options, source: "json" }));
        },
      ),
      { numRuns: 300 },
    );
  });
});
