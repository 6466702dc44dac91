import { z } from "zod";
import { DateRange, PeriodTotals, TrainingLoad } from "./dashboard.ts";
import { RecordKind } from "./record.ts";

export const ReportPeriod = z.enum(["week", "month", "year"]);
export type ReportPeriod = z.infer<typeof ReportPeriod>;

export const ReportFormat = z.enum(["json", "csv", "pdf"]);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const ChartName = z.enum(["volume", "muscles", "records", "body-weight", "calendar"]);
export type ChartName = z.infer<typeof ChartName>;

/** Query of `GET /analytics/reports/{period}`. */
export const ReportQuery = z.strictObject({
  /** Any day of the period, in the caller's own days; today unless told. */
  on: z.iso.date().optional(),
  /** `json` unless told. */
  format: ReportFormat.default("json"),
});

const share = z.number().nullable();

/** What became of a record in the period. */
export const ReportRecord = z.strictObject({
  workout_id: z.uuid(),
  exercise_id: z.uuid(),
  name: z.string(),
  kind: RecordKind,
  reps: z.int().nullable(),
  value: z.number(),
  unit: z.enum(["kg", "s", "m", "s/km", "reps"]),
  previous_value: z.number(),
  achieved_on: z.iso.date(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/**
 * Answer of `report` and of `GET /analytics/reports/{period}`: one week, month or year of the caller's. Weights in
 * kilograms, durations in seconds, distances in metres, dates the caller's own days. The charts show what is here.
 */
export const Report = z.strictObject({
  period: ReportPeriod,
  ...DateRange.shape,
  /** The first day that is not counted: `to`, and tomorrow in a period that runs. */
  through: z.iso.date(),
  /** What it is compared with: the period before, and of one that runs only as many of its days. */
  previous: DateRange,
  locale: z.string(),
  unit_system: z.enum(["metric", "imperial"]),
  week_start: z.int().min(1).max(7),
  totals: PeriodTotals,
  previous_totals: PeriodTotals,
  /** By which share each total rose or fell: 0.25 is a quarter more. Null where there was nothing before. */
  change: z.strictObject({
    workouts: share,
    training_days: share,
    sets: share,
    reps: share,
    volume_kg: share,
    duration_seconds: share,
    distance_meters: share,
  }),
  /** As of the last day that is counted. */
  load: TrainingLoad,
  /** `day` in a week, else `week`: what a row of `series` is. */
  bucket: z.enum(["day", "week"]),
  /** Every bucket that the period touches, oldest first, rest included; of weeks on its edge only its own days. */
  series: z.array(
    z.strictObject({
      start_on: z.iso.date(),
      training_days: z.int(),
      sets: z.int(),
      volume_kg: z.number(),
      duration_seconds: z.int(),
      /** Session RPE × minutes, of workouts that have both; null where none has. */
      session_load: z.number().nullable(),
    }),
  ),
  /** Days with training, oldest first. */
  days: z.array(z.strictObject({ local_date: z.iso.date(), sets: z.int(), volume_kg: z.number() })),
  /** Sets by muscle, the most first; one of an exercise counts for each of its muscles by that muscle's weight. */
  muscles: z.array(
    z.strictObject({ muscle_id: z.string(), name: z.string(), sets: z.number(), previous_sets: z.number() }),
  ),
  /** The hundred with the most volume. */
  exercises: z.array(
    z.strictObject({
      exercise_id: z.uuid(),
      name: z.string(),
      days: z.int(),
      sets: z.int(),
      reps: z.int(),
      volume_kg: z.number(),
      max_weight_kg: z.number().nullable(),
    }),
  ),
  exercises_count: z.int(),
  /**
   * What records became: the hundred newest of those that stood before, each with its last value, and the one that
   * stood when the period began. What is likely a slip of the finger is left out.
   */
  records: z.array(ReportRecord),
  records_count: z.int(),
  /** Records that were set for the first time. */
  baselines_count: z.int(),
  consistency: z.strictObject({
    /** Weeks that the counted days touch, and how many of them have training. */
    weeks: z.int(),
    training_weeks: z.int(),
    /** Most weeks with training in a row, within the period. */
    longest_run_weeks: z.int(),
    /** Training days a week, over the counted days. */
    days_per_week: z.number(),
  }),
  /** The caller's own; null without a reading. */
  body_weight: z
    .strictObject({
      first_kg: z.number(),
      last_kg: z.number(),
      change_kg: z.number(),
      days: z.array(
        z.strictObject({ local_date: z.iso.date(), weight_kg: z.number(), trend_kg: z.number() }),
      ),
    })
    .nullable(),
});
export type Report = z.infer<typeof Report>;
