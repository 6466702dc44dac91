import { monthNumber } from "./months.ts";

/** What a clock on the wall showed. */
export interface WallTime {
  /** Milliseconds from 1970-01-01 00:00 on that clock. */
  milliseconds: number;
  /** Its distance from UTC in minutes, where the text says it. */
  offsetMinutes?: number;
}

/** Which comes first where a date is written with slashes: the day, or the month. */
export type DateOrder = "day" | "month";

const clock = String.raw`(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?\s?m\.?)?`;
const iso = new RegExp(
  String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T,]|,?\s)\s*${clock})?\s*(Z|[+-]\d{2}:?\d{2})?$`,
  "i",
);
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})\.?\s(?:de\s)?([^\d\s,]+?)\.?,?\s(?:de\s)?(\d{4})(?:,?\s${clock})?$`,
  "i",
);
const monthFirst = new RegExp(String.raw`^([^\d\s,]+?)\.?\s(\d{1,2}),?\s(\d{4})(?:,?\s${clock})?$`, "i");
const numeric = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?\s${clock})?$`, "i");

/**
 * Reads a date with or without a time: ISO 8601, "5 Jan 2025, 18:30", "Jan 5, 2025, 6:30 PM" with months in eight languages,
 * "05.01.2025 18:30", and with slashes where it is known what comes first. A date alone means noon, which is within that
 * day whenever the user's days begin.
 */
export function readWallTime(cell: string, order: DateOrder | undefined): WallTime | undefined {
  const text = cell.replaceAll(/\s+/g, " ").trim();
  if (text.length > 60) return undefined;
  const found = iso.exec(text);
  if (found) {
    const [, year, month, day, hour, minute, second, half, offset] = found;
    const wall = wallTime(Number(year), Number(month), Number(day), [hour, minute, second, half]);
    return wall && offset !== undefined ? { ...wall, offsetMinutes: offsetMinutes(offset) } : wall;
  }
  const named = dayFirst.exec(text);
  if (named) {
    const [, day, month = "", year, ...time] = named;
    return wallTime(Number(year), monthNumber(month), Number(day), time);
  }
  const american = monthFirst.exec(text);
  if (american) {
    const [, month = "", day, year, ...time] = american;
    return wallTime(Number(year), monthNumber(month), Number(day), time);
  }
  const written = numeric.exec(text);
  if (!written) return undefined;
  const [, first, mark, second, year, ...time] = written;
  const isMonthFirst = mark !== "." && order === "month";
  if (mark !== "." && order === undefined) return undefined;
  return isMonthFirst
    ? wallTime(Number(year), Number(first), Number(second), time)
    : wallTime(Number(year), Number(second), Number(first), time);
}

/** Whether a date is written in numbers with slashes or dashes, so that its order must be known. */
export function needsOrder(cell: string): boolean {
  const written = numeric.exec(cell.replaceAll(/\s+/g, " ").trim());
  return written !== null && written[2] !== ".";
}

/** The order that all the dates of a file allow; undefined where both fit, or none does. */
export function dateOrderOf(cells: Iterable<string>): DateOrder | undefined {
  let isDayFirst = true;
  let isMonthFirst = true;
  for (const cell of cells) {
    const written = numeric.exec(cell.replaceAll(/\s+/g, " ").trim());
    if (!written || written[2] === ".") continue;
    if (Number(written[1]) > 12) isMonthFirst = false;
    if (Number(written[3]) > 12) isDayFirst = false;
  }
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? "day" : "month";
}

function wallTime(
  year: number,
  month: number | undefined,
  day: number,
  [hour, minute, second, half]: (string | undefined)[],
): WallTime | undefined {
  if (month === undefined || month < 1 || month > 12 || day < 1 || year < 1970 || year > 2100)
    return undefined;
  const hours = hour === undefined ? 12 : hourOfDay(Number(hour), half?.toLowerCase());
  const minutes = Number(minute ?? 0);
  const seconds = Number(second ?? 0);
  if (hours === undefined || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  return new Date(milliseconds).getUTCDate() === day ? { milliseconds } : undefined;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function offsetMinutes(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith("-") ? -minutes : minutes;
}
