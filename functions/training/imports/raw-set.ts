import type { ImportProblem } from "../../../types/contracts/import.ts";
import { readDuration } from "./durations.ts";
import type { Reporter } from "./findings.ts";
import { maxSetNotesLength } from "./limits.ts";
import { readNumber } from "./numbers.ts";
import { type DistanceUnit, distanceUnitOf, type WeightUnit, weightUnitOf } from "./quantities.ts";
import { cell, place, type Row } from "./row.ts";
import { type SetType, setTypeOf } from "./set-types.ts";
import { looksLikeFormula, readText } from "./texts.ts";

/** A set in the units of its file. */
export interface RawSet {
  line: number;
  order: number | undefined;
  setType: SetType;
  reps: number | null;
  /** Negative for help, as some write it. */
  weight: number | null;
  weightUnit: WeightUnit | undefined;
  distance: number | null;
  distanceUnit: DistanceUnit | undefined;
  seconds: number | null;
  rpe: number | null;
  rir: number | null;
  side: "left" | "right" | null;
  restSeconds: number | null;
  notes: string | null;
}

/** The values that a cell may have, in whatever unit it is. */
interface Bounds {
  least: number;
  most: number;
  isWhole: boolean;
}

const bounds = {
  weight: { least: -5000, most: 5000, isWhole: false },
  reps: { least: 0, most: 10_000, isWhole: true },
  distance: { least: 0, most: 1_000_000, isWhole: false },
  seconds: { least: 0, most: 172_800, isWhole: false },
  rest_seconds: { least: 0, most: 86_400, isWhole: false },
} as const;

/** Reads the set of a row; undefined if a cell cannot be read, which is reported then. */
export function readSet(row: Row, report: Reporter): RawSet | undefined {
  const weight = readQuantity(row, "weight", report);
  const reps = readQuantity(row, "reps", report);
  const distance = readQuantity(row, "distance", report);
  const seconds = readQuantity(row, "seconds", report);
  const restSeconds = readQuantity(row, "rest_seconds", report);
  const isRead =
    weight !== undefined &&
    reps !== undefined &&
    distance !== undefined &&
    seconds !== undefined &&
    restSeconds !== undefined;
  if (!isRead) return undefined;

  const { isZeroBlank, weightUnit, distanceUnit } = row.layout;
  const hasNoReps = isZeroBlank && reps === 0 && (Boolean(distance) || Boolean(seconds) || !weight);
  return {
    line: row.line,
    order: readOrder(cell(row, "set_order")),
    setType: readSetType(row, report),
    reps: hasNoReps ? null : reps,
    weight: isZeroBlank && weight === 0 ? null : weight,
    weightUnit: readUnit(row, "weight_unit", weightUnitOf, report) ?? weightUnit,
    distance: distance === 0 ? null : distance,
    distanceUnit: readUnit(row, "distance_unit", distanceUnitOf, report) ?? distanceUnit,
    seconds: seconds === null || seconds === 0 ? null : Math.round(seconds),
    rpe: readEffort(row, "rpe", 1, report),
    rir: readEffort(row, "rir", 0, report),
    side: readSide(row, report),
    restSeconds: restSeconds === null ? null : Math.round(restSeconds),
    notes: readText(row, "set_notes", maxSetNotesLength, report) || null,
  };
}

/** @returns null for a blank cell, undefined for one that cannot be read. */
export function readQuantity(
  row: Row,
  field: keyof typeof bounds,
  report: Reporter,
): number | null | undefined {
  const text = cell(row, field);
  if (text === "") return null;
  const isTime = field === "seconds" || field === "rest_seconds";
  const value = readNumber(text) ?? (isTime ? readDuration(text) : undefined);
  const problem = problemOf(text, value, bounds[field]);
  if (!problem) return value;
  report.refuse(place(row, field), problem.code, problem.text);
  return undefined;
}

function problemOf(
  text: string,
  value: number | null | undefined,
  { least, most, isWhole }: Bounds,
): { code: ImportProblem["code"]; text: string } | undefined {
  if (value === undefined || value === null) {
    return looksLikeFormula(text)
      ? { code: "formula", text: "Is a formula; formulas are not evaluated." }
      : { code: "invalid_number", text: "Is not a number." };
  }
  if (value < least || value > most)
    return { code: "out_of_range", text: `Must be from ${least} to ${most}.` };
  if (isWhole && !Number.isInteger(value)) return { code: "invalid_number", text: "Must be a whole number." };
  return undefined;
}

function readOrder(text: string): number | undefined {
  return /^\d{1,5}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

function readSetType(row: Row, report: Reporter): SetType {
  const field = row.layout.columns.set_type ? "set_type" : "set_order";
  const token = cell(row, field);
  if (token === "" || readOrder(token) !== undefined) return "normal";
  const known = setTypeOf(token);
  if (known) return known;
  report.warn(
    place(row, field),
    "unknown_set_type",
    "Is no set type that is known here; read as a normal set.",
  );
  return "normal";
}

function readUnit<Unit>(
  row: Row,
  field: "weight_unit" | "distance_unit",
  read: (text: string) => Unit | undefined,
  report: Reporter,
): Unit | undefined {
  const text = cell(row, field);
  if (text === "") return undefined;
  const unit = read(text);
  if (unit === undefined) {
    report.warn(
      place(row, field),
      "unknown_unit",
      "Is no unit that is known here; read as if it were not there.",
    );
  }
  return unit;
}

/** RPE and repetitions in reserve, which are stored in half steps. */
function readEffort(row: Row, field: "rpe" | "rir", least: number, report: Reporter): number | null {
  const text = cell(row, field);
  if (text === "") return null;
  const value = readNumber(text);
  if (value === null || (field === "rpe" && value === 0)) return null;
  if (value === undefined || value < least || value > 10) {
    report.warn(place(row, field), "rpe_left_out", `Must be from ${least} to 10; left out.`);
    return null;
  }
  const halves = Math.round(value * 2) / 2;
  if (halves !== value) report.warn(place(row, field), "rpe_rounded", `Rounded to ${halves}.`);
  return halves;
}

function readSide(row: Row, report: Reporter): "left" | "right" | null {
  const text = cell(row, "side").toLowerCase();
  if (text === "left" || text === "l") return "left";
  if (text === "right" || text === "r") return "right";
  if (text !== "") report.warn(place(row, "side"), "invalid_value", "Must be left or right; left out.");
  return null;
}
