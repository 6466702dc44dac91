import type { ImportSource } from "../../../types/contracts/import.ts";
import type { Layout } from "./column.ts";
import { createDrafts, type Draft } from "./drafts.ts";
import { createExerciseList } from "./exercise-list.ts";
import { externalIds } from "./external-ids.ts";
import type { Reporter } from "./findings.ts";
import { finishExercises, finishWorkout } from "./finish-csv.ts";
import { genericLayout } from "./generic-layout.ts";
import { hevyLayout } from "./hevy-layout.ts";
import type { ContentOfFile, ImportOptions } from "./import-options.ts";
import { maxColumns, maxRecordLength, maxRows } from "./limits.ts";
import { readRecords } from "./records.ts";
import { cell, place, type Row } from "./row.ts";
import { type StartAndEnd, startAndEnd } from "./start-and-end.ts";
import { startOfTable } from "./start-of-table.ts";
import { strongLayout } from "./strong-layout.ts";
import { type TimeZone, timeZone } from "./time-zone.ts";
import { chooseUnits } from "./unit-choice.ts";
import { dateOrderOf } from "./wall-time.ts";

/** Reads the workouts of a CSV file; undefined if it cannot be read as a whole, which is reported then. */
export function readCsv(text: string, options: ImportOptions, report: Reporter): ContentOfFile | undefined {
  const rows = readRows(text, options.source, report);
  if (!rows) return undefined;
  const { layout, drafts, header } = rows;
  const { units, stated } = chooseUnits(drafts, {
    weight: options.weightUnit,
    distance: options.distanceUnit,
  });
  for (const quantity of ["weight", "distance"] as const) {
    if (stated[quantity].from !== "guess") continue;
    const path = layout.columns[quantity]?.header ?? quantity;
    report.refuse(
      { line: header, path },
      `${quantity}_unit_missing`,
      `The file does not say the unit; the request must.`,
    );
  }

  const times = timesOf(drafts, options, report);
  const ids = externalIds(
    layout.source,
    [...times].map(([draft, { wallStart }]) => [draft, { wallStart, name: cell(draft.row, "workout_name") }]),
  );
  const list = createExerciseList();
  const workouts: ContentOfFile["workouts"] = [];
  for (const draft of drafts) {
    const when = times.get(draft);
    const exercises = draft.isBroken ? undefined : finishExercises(draft, { layout, units, report });
    if (!when || !exercises) continue;
    for (const { exercise, kind, lines } of exercises) list.add(exercise, kind, lines);
    workouts.push(
      finishWorkout(draft, { ...when, externalId: ids.get(draft) ?? when.wallStart }, exercises, report),
    );
  }
  const exercises = list.finish(report);
  return (
    exercises && {
      source: layout.source,
      variant: layout.variant,
      rows: rows.count,
      workoutsInFile: drafts.length,
      units: stated,
      workouts,
      exercises,
      parts: [],
      documentExercises: [],
    }
  );
}

function readRows(
  text: string,
  source: ImportSource | undefined,
  report: Reporter,
): { layout: Layout; header: number; drafts: Draft[]; count: number } | undefined {
  const start = startOfTable(text);
  const records = readRecords(text.slice(start.at), start.separator, start.line);
  let found: { layout: Layout; line: number; columns: number } | undefined;
  let drafts: ReturnType<typeof createDrafts> | undefined;
  let count = 0;
  for (;;) {
    const next = records.next();
    if (next.done) {
      if (!next.value) break;
      const place = { line: next.value.tooLongAt, path: "" };
      report.refuse(
        place,
        "record_too_long",
        `A record is longer than ${maxRecordLength} characters; is a quote open?`,
      );
      return undefined;
    }
    const record = next.value;
    if (!found || !drafts) {
      const layout = readHeader(record.cells, record.line, source, report);
      if (!layout) return undefined;
      found = { layout, line: record.line, columns: record.cells.length };
      drafts = createDrafts(layout, report);
      continue;
    }
    count += 1;
    if (count > maxRows) {
      report.refuse(
        { line: record.line, path: "" },
        "too_many_rows",
        `A file may have ${maxRows} rows; split it.`,
      );
      return undefined;
    }
    const row: Row = { ...record, layout: found.layout };
    if (record.isMisquoted) {
      report.warn({ line: record.line, path: "" }, "misplaced_quote", "A quote stands where none may be.");
    }
    if (record.cells.slice(found.columns).some((cell) => cell.trim() !== "")) {
      const detail = `The row has more cells than the header; is a text with the separator in it not quoted?`;
      report.refuse({ line: record.line, path: "" }, "too_many_cells", detail);
      drafts.break(row);
    } else drafts.add(row);
  }
  if (found && drafts) return { layout: found.layout, header: found.line, drafts: drafts.all(), count };
  report.refuse({ line: 1, path: "" }, "empty_file", "There is nothing in the file.");
  return undefined;
}

function readHeader(
  header: string[],
  line: number,
  source: ImportSource | undefined,
  report: Reporter,
): Layout | undefined {
  if (header.length > maxColumns) {
    report.refuse({ line, path: "" }, "too_many_columns", `A file may have ${maxColumns} columns.`);
    return undefined;
  }
  const layout = [strongLayout, hevyLayout, genericLayout]
    .map((find) => find(header))
    .find((found) => found && (source === undefined || found.source === source));
  if (!layout) {
    const text =
      "The columns are those of no export that is known here; a CSV of one's own needs date and exercise.";
    report.refuse({ line, path: "" }, "unknown_format", text);
  }
  for (const { header: path } of layout?.unknown ?? []) {
    report.warn({ line, path }, "unknown_column", "Means nothing here; it is not read.");
  }
  return layout;
}

/** When each workout was. Broken ones count too, so that the others are called the same when those are mended. */
function timesOf(
  drafts: Draft[],
  options: ImportOptions,
  report: Reporter,
): Map<Draft, StartAndEnd & { timeZone: string }> {
  const order = dateOrderOf(drafts.flatMap(({ row }) => [cell(row, "started_at"), cell(row, "ended_at")]));
  const zones = new Map<string, TimeZone | undefined>();
  const zoneOf = (row: Row): TimeZone | undefined => {
    const name = cell(row, "time_zone") || options.timeZone;
    if (!zones.has(name)) zones.set(name, timeZone(name));
    return zones.get(name);
  };
  const times = new Map<Draft, StartAndEnd & { timeZone: string }>();
  for (const draft of drafts) {
    const zone = zoneOf(draft.row);
    if (!zone) {
      report.refuse(
        place(draft.row, "time_zone"),
        "invalid_value",
        "Is no IANA time zone, such as Europe/Berlin.",
      );
      continue;
    }
    const when = startAndEnd(draft, zone, order, report);
    if (!when) continue;
    times.set(draft, { ...when, timeZone: zone.name });
    if (when.start > options.now) {
      report.doubt(place(draft.row, "started_at"), "in_future", "The workout is still to come.");
    }
  }
  return times;
}
