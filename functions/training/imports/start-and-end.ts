import type { Draft } from "./drafts.ts";
import { readDuration } from "./durations.ts";
import type { Reporter } from "./findings.ts";
import { maxWorkoutSeconds } from "./limits.ts";
import { cell, place, type Row } from "./row.ts";
import type { TimeZone } from "./time-zone.ts";
import { type DateOrder, needsOrder, readWallTime, type WallTime } from "./wall-time.ts";

export interface StartAndEnd {
  /** Milliseconds since 1970. */
  start: number;
  /** The start itself where nothing says how long the workout was. */
  end: number;
  /** The start as the wall showed it, such as "2025-01-05T18:30:00". */
  wallStart: string;
}

/** When a workout was; undefined where the file cannot be understood, which is reported then. */
export function startAndEnd(
  { row }: Draft,
  zone: TimeZone,
  order: DateOrder | undefined,
  report: Reporter,
): StartAndEnd | undefined {
  const wall = readDate(row, "started_at", order, report);
  if (!wall) return undefined;
  const start = instantOf(wall, zone);
  if (start.shown === "never") {
    const text = `The clocks of ${zone.name} left this time out; it counts from before the change.`;
    report.warn(place(row, "started_at"), "time_left_out_by_clocks", text);
  }
  const end = endOf(row, start.milliseconds, zone, order, report);
  if (end === undefined) return undefined;
  const wallStart = new Date(wall.milliseconds).toISOString().slice(0, 19);
  return { start: start.milliseconds, end: withinReason(row, start.milliseconds, end, report), wallStart };
}

function endOf(
  row: Row,
  start: number,
  zone: TimeZone,
  order: DateOrder | undefined,
  report: Reporter,
): number | undefined {
  if (cell(row, "ended_at") !== "") {
    const wall = readDate(row, "ended_at", order, report);
    return wall && instantOf(wall, zone, start).milliseconds;
  }
  const seconds = readDuration(cell(row, "duration"));
  if (seconds !== undefined) return start + (seconds ?? 0) * 1000;
  report.refuse(
    place(row, "duration"),
    "invalid_duration",
    'Is no time span such as "1h 5m", "65:00" or 3900.',
  );
  return undefined;
}

function withinReason(row: Row, start: number, end: number, report: Reporter): number {
  const at = place(row, cell(row, "ended_at") === "" ? "duration" : "ended_at");
  const hours = Math.round((end - start) / 360_000) / 10;
  if (end < start) {
    report.warn(at, "end_before_start", "The workout ends before it starts; imported without a length.");
    return start;
  }
  if (end - start > maxWorkoutSeconds * 1000) {
    report.doubt(
      at,
      "timer_left_running",
      `${hours} hours: a timer left running; imported without a length.`,
    );
    return start;
  }
  if (end - start > (maxWorkoutSeconds * 1000) / 3) report.doubt(at, "long_workout", `${hours} hours.`);
  return end;
}

function readDate(
  row: Row,
  field: "started_at" | "ended_at",
  order: DateOrder | undefined,
  report: Reporter,
): WallTime | undefined {
  const text = cell(row, field);
  const wall = readWallTime(text, order);
  if (wall) return wall;
  if (order === undefined && needsOrder(text)) {
    const detail =
      "Nothing in the file tells whether the day or the month comes first. Write dates as 2025-01-31.";
    report.refuse(place(row, field), "ambiguous_date", detail);
  } else {
    report.refuse(
      place(row, field),
      "invalid_date",
      "Is no date from 1970 to 2100 in a form that is known here.",
    );
  }
  return undefined;
}

function instantOf(wall: WallTime, zone: TimeZone, notBefore?: number): ReturnType<TimeZone["instantOf"]> {
  if (wall.offsetMinutes === undefined) return zone.instantOf(wall.milliseconds, notBefore);
  return { milliseconds: wall.milliseconds - wall.offsetMinutes * 60_000, shown: "once" };
}
