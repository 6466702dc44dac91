/** How a day of the two years is spent. */
export type Circumstance = "usual" | "deload" | "holiday" | "ill" | "back" | "travel";

export interface Day {
  /** YYYY-MM-DD on the wall where the demo user is. */
  readonly date: string;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** Weeks since the first. */
  readonly week: number;
  readonly circumstance: Circumstance;
}

const years = 2;
const dayMilliseconds = 24 * 3600 * 1000;
const weeksIll = [23, 71];
const weekAbroad = 58;

/** Two weeks in August, and the days around the turn of the year. */
function isHoliday(date: string): boolean {
  const inYear = date.slice(5);
  return (inYear >= "08-08" && inYear <= "08-21") || inYear >= "12-23" || inYear <= "01-01";
}

function circumstanceOf(date: string, week: number): Circumstance {
  if (weeksIll.includes(week)) return "ill";
  if (week === weekAbroad) return "travel";
  if (isHoliday(date)) return "holiday";
  if (weeksIll.includes(week - 1)) return "back";
  return week % 7 === 6 ? "deload" : "usual";
}

/** The days of two years of training, oldest first. They begin on a Monday and end on `lastDay` (YYYY-MM-DD). */
export function twoYearsUntil(lastDay: string): Day[] {
  const last = new Date(`${lastDay}T00:00:00Z`);
  const first = new Date(last);
  first.setUTCFullYear(last.getUTCFullYear() - years);
  while (first.getUTCDay() !== 1) first.setUTCDate(first.getUTCDate() + 1);
  const count = Math.round((last.getTime() - first.getTime()) / dayMilliseconds) + 1;
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(first.getTime() + index * dayMilliseconds).toISOString().slice(0, 10);
    const week = Math.floor(index / 7);
    return { date, weekday: (index % 7) + 1, week, circumstance: circumstanceOf(date, week) };
  });
}

/** The date on the wall of a time zone at an instant, as YYYY-MM-DD. */
export function dateIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(instant);
}

/** The instant at which a clock in a time zone shows so many minutes after midnight. Clocks change at night. */
export function instantIn(timeZone: string, date: string, minutes: number): Date {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    new Date(`${date}T12:00:00Z`),
  );
  const zone = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const midnight = new Date(`${date}T00:00:00${zone.replace("GMT", "") || "Z"}`);
  return new Date(midnight.getTime() + minutes * 60_000);
}
