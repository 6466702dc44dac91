// @ts-types="@types/papaparse"
import Papa from "papaparse";
import type { Report } from "../../types/contracts/report.ts";

interface Line {
  section: string;
  date: string | null;
  name: string | null;
  figure: string;
  value: number | null;
  unit: string | null;
  previous: number | null;
}

/** A spreadsheet takes what begins with one of these for a formula: as `private.csv_text()` does in exports. */
const formula = /^'*[=+\-@＝＋－＠\t\r\n]/;
/** Without it, Excel reads UTF-8 as something else. */
const byteOrderMark = "\uFEFF";

type Figure = keyof Report["totals"] | "session_load";

const units: Record<Figure, string | null> = {
  workouts: null,
  training_days: null,
  sets: null,
  reps: null,
  volume_kg: "kg",
  duration_seconds: "s",
  distance_meters: "m",
  session_load: null,
};

/** A report as one table of figures, one a line, which a spreadsheet can filter and pivot. In SI units. */
export function reportCsv(report: Report): string {
  const text = Papa.unparse(linesOf(report), {
    columns: ["section", "date", "name", "figure", "value", "unit", "previous"],
    newline: "\r\n",
    escapeFormulae: formula,
  });
  return `${byteOrderMark}${text}\r\n`;
}

function linesOf(report: Report): Line[] {
  const { from, totals, previous_totals } = report;
  return [
    ...figuresOf(totals).map(([figure, value]) => ({
      ...line("totals", from, null, figure, value, units[figure]),
      previous: figure === "session_load" ? null : previous_totals[figure],
    })),
    ...report.series.flatMap(({ start_on, ...figures }) =>
      figuresOf(figures).map(([figure, value]) =>
        line(report.bucket, start_on, null, figure, value, units[figure]),
      ),
    ),
    ...report.days.flatMap(({ local_date, sets, volume_kg }) => [
      line("training_day", local_date, null, "sets", sets, null),
      line("training_day", local_date, null, "volume_kg", volume_kg, "kg"),
    ]),
    ...report.muscles.map(({ name, sets, previous_sets }) => ({
      ...line("muscle", from, name, "sets", sets, null),
      previous: previous_sets,
    })),
    ...report.exercises.flatMap(({ name, days, sets, reps, volume_kg, max_weight_kg }) => [
      line("exercise", from, name, "days", days, null),
      line("exercise", from, name, "sets", sets, null),
      line("exercise", from, name, "reps", reps, null),
      line("exercise", from, name, "volume_kg", volume_kg, "kg"),
      line("exercise", from, name, "max_weight_kg", max_weight_kg, "kg"),
    ]),
    ...report.records.map(({ achieved_on, name, kind, reps, value, unit, previous_value }) => ({
      ...line("record", achieved_on, name, reps === null ? kind : `${kind}, ${reps} reps`, value, unit),
      previous: previous_value,
    })),
    ...(report.body_weight?.days ?? []).flatMap(({ local_date, weight_kg, trend_kg }) => [
      line("body_weight", local_date, null, "weight_kg", weight_kg, "kg"),
      line("body_weight", local_date, null, "trend_kg", trend_kg, "kg"),
    ]),
  ];
}

function line(
  section: string,
  date: string | null,
  name: string | null,
  figure: string,
  value: number | null,
  unit: string | null,
): Line {
  return { section, date, name, figure, value, unit, previous: null };
}

/** The figures that are there, in this order. */
function figuresOf(figures: Partial<Record<Figure, number | null>>): [Figure, number | null][] {
  return allFigures.flatMap((figure): [Figure, number | null][] => {
    const value = figures[figure];
    return value === undefined ? [] : [[figure, value]];
  });
}

const allFigures: Figure[] = [
  "workouts",
  "training_days",
  "sets",
  "reps",
  "volume_kg",
  "duration_seconds",
  "distance_meters",
  "session_load",
];
