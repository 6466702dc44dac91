import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportOptions } from "../../../../functions/training/imports/import-options.ts";
import { type ReadImport, readImport } from "../../../../functions/training/imports/read-import.ts";
import type { ImportedWorkout } from "../../../../types/contracts/import.ts";

export const inBerlin: ImportOptions = {
  source: undefined,
  weightUnit: undefined,
  distanceUnit: undefined,
  timeZone: "Europe/Berlin",
  now: Date.UTC(2026, 5),
};

/** Somebody in Berlin whose app counts in pounds and miles, where its file does not say so. */
export const inBerlinWithPounds: ImportOptions = { ...inBerlin, weightUnit: "lb", distanceUnit: "mi" };

export function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, "fixtures", name));
}

export function read(text: string, options: Partial<ImportOptions> = {}): ReadImport {
  return readImport(new TextEncoder().encode(text), { ...inBerlin, ...options });
}

/** Workouts as a person would note them down, one line a set. */
export function printed(workouts: readonly ImportedWorkout[]): string {
  return workouts
    .map((workout) => [heading(workout), ...workout.exercises.map(exercise)].join("\n"))
    .join("\n");
}

function heading({ started_at, ended_at, name, notes }: ImportedWorkout): string {
  const seconds = (Date.parse(ended_at ?? started_at) - Date.parse(started_at)) / 1000;
  return [started_at.replace(".000Z", "Z"), `+${seconds}`, name, quoted(notes)].filter(Boolean).join(" ");
}

function exercise({ name, notes, superset_group, sets }: ImportedWorkout["exercises"][number]): string {
  const group = superset_group ? `(superset ${superset_group})` : "";
  const lines = sets.map((set) =>
    [
      `    ${set.position} ${set.set_type}`,
      fact(set.weight_kg, (value) => `${value}kg`),
      fact(set.reps, (value) => `x${value}`),
      fact(set.distance_meters, (value) => `${value}m`),
      fact(set.duration_seconds, (value) => `${value}s`),
      fact(set.rpe, (value) => `@${value}`),
      fact(set.rir, (value) => `rir${value}`),
      set.side ?? "",
      fact(set.rest_seconds, (value) => `rest${value}`),
      quoted(set.notes),
    ]
      .filter(Boolean)
      .join(" "),
  );
  return [[`  ${name}`, group, quoted(notes)].filter(Boolean).join(" "), ...lines].join("\n");
}

function fact(value: number | null | undefined, print: (value: number) => string): string {
  return typeof value === "number" ? print(value) : "";
}

function quoted(text: string | null | undefined): string {
  return text ? `"${text}"` : "";
}
