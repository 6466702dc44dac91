import type { ImportedMeasurement, ImportedPart } from "../../../types/contracts/import.ts";
import type { Reporter } from "./findings.ts";
import { fold } from "./fold.ts";
import type { ContentOfFile, ImportOptions } from "./import-options.ts";
import { maxColumns, maxRecordLength, maxRows } from "./limits.ts";
import { lookup } from "./lookup.ts";
import { readNumber } from "./numbers.ts";
import { type WeightUnit, weightUnitOf } from "./quantities.ts";
import { type CsvRecord, readRecords } from "./records.ts";
import { startOfTable } from "./start-of-table.ts";
import { type TimeZone, timeZone } from "./time-zone.ts";
import { readWallTime } from "./wall-time.ts";

/** A column, and the kind of measurement that it holds. */
interface MeasureColumn {
  index: number;
  header: string;
  type: string;
  side: "left" | "right" | null;
  /** What its values are multiplied by to be in the unit of the kind. */
  factor: number;
}

// Slugs of kinds, by what Hevy calls them. Its app does not say whether an arm is flexed.
const types = lookup({
  weight: "body_weight",
  fat: "body_fat_percent",
  neck: "neck",
  shoulder: "shoulders",
  chest: "chest",
  bicep: "upper_arm",
  forearm: "forearm",
  abdomen: "abdomen",
  waist: "waist",
  hips: "hips",
  thigh: "thigh",
  calf: "calf",
});

/** Exact by definition. */
const kilogramsPer = { kg: 1, lb: 0.453_592_37 };
const metersPer = lookup({ cm: 0.01, in: 0.0254 });

/** Whether a text is Hevy's export of measurements of the body. */
export function isHevyMeasurements(text: string): boolean {
  const { at, line, separator } = startOfTable(text);
  const first = readRecords(text.slice(at, at + maxRecordLength), separator, line).next();
  const names = first.done ? [] : first.value.cells.map(fold);
  return names.includes("date") && names.includes("fat_percent") && !names.includes("exercise_title");
}

/** Reads Hevy's export of measurements; undefined if it cannot be read as a whole, which is reported then. */
export function readHevyMeasurements(
  text: string,
  options: ImportOptions,
  report: Reporter,
): ContentOfFile | undefined {
  const start = startOfTable(text);
  const records = readRecords(text.slice(start.at), start.separator, start.line);
  const zone = timeZone(options.timeZone);
  const parts: ImportedPart[] = [];
  const days = new Map<string, number>();
  let columns: MeasureColumn[] | undefined;
  let date = 0;
  let rows = 0;
  for (const record of records) {
    if (!columns) {
      columns = columnsOf(record, options, report);
      date = record.cells.map(fold).indexOf("date");
      if (!columns || !zone) return undefined;
      continue;
    }
    rows += 1;
    if (rows > maxRows) {
      report.refuse(
        { line: record.line, path: "" },
        "too_many_rows",
        `A file may have ${maxRows} rows; split it.`,
      );
      return undefined;
    }
    if (zone) parts.push(...partsOf(record, { columns, date, zone, days }, report));
  }
  const weight = columns?.find(({ type }) => type === "body_weight");
  return {
    source: "hevy",
    variant: "H-measure",
    rows,
    workoutsInFile: 0,
    units: {
      weight: {
        unit: weight && weight.factor !== 1 ? "lb" : "kg",
        from: weight ? "file" : "unused",
        confidence: 1,
      },
      distance: { unit: "m", from: "unused", confidence: 1 },
    },
    workouts: [],
    exercises: [],
    parts,
    documentExercises: [],
  };
}

function columnsOf(
  { cells, line }: CsvRecord,
  { weightUnit }: ImportOptions,
  report: Reporter,
): MeasureColumn[] | undefined {
  if (cells.length > maxColumns) {
    report.refuse({ line, path: "" }, "too_many_columns", `A file may have ${maxColumns} columns.`);
    return undefined;
  }
  const columns: MeasureColumn[] = [];
  let isUnitMissing = false;
  for (const [index, cell] of cells.entries()) {
    const header = cell.trim();
    const [, side, part = "", unit = ""] =
      /^(?:(left|right)_)?([a-z]+?)(?:_([a-z]+))?$/.exec(fold(header)) ?? [];
    const type = types.get(part);
    if (type === undefined) {
      if (part !== "date") {
        report.warn({ line, path: header }, "unknown_column", "Means nothing here; it is not read.");
      }
      continue;
    }
    const factor = factorOf(type, unit, weightUnit);
    if (factor === undefined) {
      isUnitMissing = true;
      const isWeight = type === "body_weight";
      const detail = isWeight
        ? "The file does not say the unit; the request must."
        : `The header must say the unit, as ${header}_cm or ${header}_in.`;
      report.refuse({ line, path: header }, isWeight ? "weight_unit_missing" : "length_unit_missing", detail);
      continue;
    }
    columns.push({ index, header, type, side: side === "left" || side === "right" ? side : null, factor });
  }
  return isUnitMissing ? undefined : columns;
}

function factorOf(type: string, unit: string, asked: WeightUnit | undefined): number | undefined {
  if (type === "body_fat_percent") return 1;
  if (type !== "body_weight") return metersPer.get(unit);
  const weightUnit = weightUnitOf(unit) ?? asked;
  return weightUnit && kilogramsPer[weightUnit];
}

/** The measurements of one row. What cannot be read is reported, and keeps none of the others out. */
function partsOf(
  { cells, line }: CsvRecord,
  {
    columns,
    date,
    zone,
    days,
  }: { columns: MeasureColumn[]; date: number; zone: TimeZone; days: Map<string, number> },
  report: Reporter,
): ImportedPart[] {
  const wall = readWallTime(cells[date] ?? "", undefined);
  if (!wall) {
    const detail = "Is no date from 1970 to 2100 in a form that is known here.";
    report.refuse({ line, path: "date" }, "invalid_date", detail);
    return [];
  }
  // Hevy writes days alone, as midnight. Noon is within that day whenever the user's days begin.
  const isDayAlone = wall.milliseconds % 86_400_000 === 0;
  const at = zone.instantOf(wall.milliseconds + (isDayAlone ? 43_200_000 : 0)).milliseconds;
  const day = new Date(wall.milliseconds).toISOString().slice(0, 19);
  const nth = (days.get(day) ?? 0) + 1;
  days.set(day, nth);

  return columns.flatMap(({ index, header, type, side, factor }) => {
    const value = readNumber(cells[index] ?? "");
    if (value === null) return [];
    if (value === undefined) {
      report.refuse({ line, path: header }, "invalid_number", "Is no number.");
      return [];
    }
    const externalId = [day, type, side, nth === 1 ? null : nth].filter((part) => part !== null).join(" ");
    const part: ImportedMeasurement = {
      key: `hevy measurement ${externalId}`,
      type,
      side,
      // Five decimals, as the database keeps: inches and pounds come back as they were.
      value: Math.round(value * factor * 100_000) / 100_000,
      measured_at: new Date(at).toISOString(),
      time_zone: zone.name,
      source: "hevy",
      external_id: externalId,
    };
    return [{ section: "measurements" as const, line, path: header, size: 1, part }];
  });
}
