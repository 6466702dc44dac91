import type { ImportSource } from "../../../types/contracts/import.ts";
import { fold } from "./fold.ts";
import type { DistanceUnit, WeightUnit } from "./quantities.ts";
import { distanceUnitOf, weightUnitOf } from "./quantities.ts";

/** What a column of a CSV file may tell. */
export type Field =
  | "started_at"
  | "ended_at"
  | "duration"
  | "time_zone"
  | "workout_number"
  | "workout_name"
  | "workout_notes"
  | "exercise"
  | "exercise_notes"
  | "superset"
  | "set_order"
  | "set_type"
  | "weight"
  | "weight_unit"
  | "reps"
  | "distance"
  | "distance_unit"
  | "seconds"
  | "rpe"
  | "rir"
  | "side"
  | "rest_seconds"
  | "set_notes";

/** Where a field is in each record, and what the file calls it. */
export interface Column {
  index: number;
  header: string;
}

/** How the records of a CSV file are to be read. */
export interface Layout {
  source: Exclude<ImportSource, "json">;
  /** Which of the source's exports it is, such as "S3". */
  variant: string;
  columns: Partial<Record<Field, Column>>;
  weightUnit?: WeightUnit;
  distanceUnit?: DistanceUnit;
  /** Whether a 0 stands where nothing was measured. */
  isZeroBlank: boolean;
  unknown: Column[];
}

/**
 * Names the columns of a header. A unit may be a part of the name: "Weight (kg)", "weight_lbs", "distance_km"; a name that
 * is a unit alone, as in the oldest exports of Strong, is its quantity's.
 *
 * @param vocabulary - The fields that the source's headers mean, folded and without their unit.
 */
export function nameColumns(
  header: readonly string[],
  vocabulary: ReadonlyMap<string, Field>,
): Pick<Layout, "columns" | "weightUnit" | "distanceUnit" | "unknown"> {
  const named: ReturnType<typeof nameColumns> = { columns: {}, unknown: [] };
  for (const [index, text] of header.entries()) {
    const name = fold(text);
    if (name === "") continue;
    const column = { index, header: text.trim() };
    const { base, unit } = splitUnit(name);
    const field = vocabulary.get(name) ?? vocabulary.get(base) ?? quantityOf(name);
    if (field === undefined || named.columns[field] !== undefined) {
      named.unknown.push(column);
      continue;
    }
    named.columns[field] = column;
    const weightUnit = field === "weight" ? weightUnitOf(unit) : undefined;
    const distanceUnit = field === "distance" ? distanceUnitOf(unit) : undefined;
    if (weightUnit) named.weightUnit = weightUnit;
    if (distanceUnit) named.distanceUnit = distanceUnit;
  }
  return named;
}

function splitUnit(name: string): { base: string; unit: string } {
  const [, base = name, unit = name] =
    /^(.+?) ?\(([^()]+)\)$/.exec(name) ?? /^(.+)_([a-z]+)$/.exec(name) ?? [];
  const isUnit = name.endsWith(")") || quantityOf(unit) !== undefined;
  return isUnit ? { base, unit } : { base: name, unit: name };
}

function quantityOf(name: string): Field | undefined {
  if (weightUnitOf(name)) return "weight";
  return distanceUnitOf(name) ? "distance" : undefined;
}
