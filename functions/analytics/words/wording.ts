import type { Report } from "../../../types/contracts/report.ts";
import { milesFromMeters, poundsFromKilograms } from "../../../types/units.ts";
import { type Texts, textsFor } from "./texts.ts";

const mileMeters = 1609.344;
const dayMilliseconds = 86_400_000;

/** Puts figures into words as one user reads them: their language, their units. */
export interface Wording {
  texts: Texts;
  weightUnit: string;
  /** In the user's unit, for scales. */
  weightIn(kilograms: number): number;
  number(value: number, digits?: number): string;
  /** Short enough for an axis: `12.5K`. */
  compact(value: number): string;
  weight(kilograms: number, digits?: number): string;
  distance(meters: number): string;
  duration(seconds: number): string;
  /** `+12 %`, in the way of the language. */
  change(share: number): string;
  date(date: string, style?: "day" | "short" | "month" | "weekday"): string;
  range(from: string, to: string): string;
  recordValue(value: number, unit: Report["records"][number]["unit"]): string;
}

export function wordingFor(locale: string, unitSystem: Report["unit_system"]): Wording {
  const texts = textsFor(locale);
  const isMetric = unitSystem === "metric";
  const weightUnit = isMetric ? "kg" : "lb";
  const weightIn = (kilograms: number) => (isMetric ? kilograms : poundsFromKilograms(kilograms));
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const weight = (kilograms: number, digits = 1) => `${number(weightIn(kilograms), digits)} ${weightUnit}`;
  const distance = (meters: number) =>
    isMetric ? `${number(meters / 1000, 1)} km` : `${number(milesFromMeters(meters), 1)} mi`;

  return {
    texts,
    weightUnit,
    weightIn,
    number,
    weight,
    distance,
    duration,
    compact: (value) =>
      new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value),
    change: (share) =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        signDisplay: "exceptZero",
        maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0,
      }).format(share),
    date: (date, style = "day") => new Intl.DateTimeFormat(locale, dateStyles[style]).format(dayOf(date)),
    range: (from, to) =>
      new Intl.DateTimeFormat(locale, dateStyles.day).formatRange(
        dayOf(from),
        new Date(dayOf(to).getTime() - dayMilliseconds),
      ),
    recordValue(value, unit) {
      if (unit === "kg") return weight(value);
      if (unit === "m") return distance(value);
      if (unit === "reps") return number(value, 0);
      if (unit === "s") return clock(value);
      return isMetric ? `${clock(value)} /km` : `${clock((value * mileMeters) / 1000)} /mi`;
    },
  };
}

/** Dates are days without a time zone: all are reckoned at midnight UTC. */
const dateStyles = {
  day: { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" },
  short: { timeZone: "UTC", day: "numeric", month: "short" },
  month: { timeZone: "UTC", month: "short" },
  weekday: { timeZone: "UTC", weekday: "short" },
} as const;

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `1:02:03`, or `2:03` within an hour. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const end = String(rest).padStart(2, "0");
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, "0")}:${end}`;
}

/** What a period is called: `9 – 15 March 2026`, `March 2026`, `2026`. */
export function periodName(
  report: Pick<Report, "period" | "from" | "to" | "locale">,
  wording: Wording,
): string {
  if (report.period === "week") return wording.range(report.from, report.to);
  const month = report.period === "month" ? ({ month: "long" } as const) : {};
  const style = { timeZone: "UTC", year: "numeric", ...month } as const;
  return new Intl.DateTimeFormat(report.locale, style).format(dayOf(report.from));
}
