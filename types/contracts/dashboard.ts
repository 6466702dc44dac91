import { z } from "zod";
import { Adherence, Streaks } from "./consistency.ts";
import { GoalProgress } from "./goal.ts";
import { WorkoutRecord } from "./record.ts";
import { WorkoutSummary } from "./workout.ts";

/** Days from `from` up to, and not including, `to`. */
export const DateRange = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

const figures = { workouts: z.int(), training_days: z.int(), sets: z.int(), volume_kg: z.number() };

/** What was trained in a period, or how much more than in the one before: seconds, metres, kilograms. */
export const PeriodTotals = z.strictObject({
  ...figures,
  reps: z.int(),
  duration_seconds: z.int(),
  distance_meters: z.number(),
});

/** Session load (RPE × minutes) as of the end of a day. */
export const TrainingLoad = z.strictObject({
  on: z.iso.date(),
  /** How many of the last 84 days are known, from the first workout on. */
  days: z.int(),
  /** Sum of the last seven days. */
  week: z.number(),
  /** Of these seven; null where there are fewer, or all are alike. */
  monotony: z.number().nullable(),
  strain: z.number().nullable(),
  /** A trend to look at, no measure of a risk; null before 28 days, and without load. */
  acute_chronic_ratio: z.strictObject({
    coupled: z.number().nullable(),
    uncoupled: z.number().nullable(),
    ewma: z.number().nullable(),
  }),
});

/** Answer of `dashboard`: volumes in kilograms, durations in seconds, dates the user's own days. */
export const Dashboard = z.strictObject({
  ...DateRange.shape,
  totals: PeriodTotals,
  /** Totals, less those of the period as long that came before. */
  change: PeriodTotals,
  /** A row for each week with training, oldest first; weeks begin on the user's `week_start`. */
  weeks: z.array(z.strictObject({ week_start: z.iso.date(), ...figures })),
  /** Sets × the muscle's weight in their exercises, most first. */
  muscles: z.array(z.strictObject({ muscle_id: z.string(), sets: z.number() })),
  /** The newest of the period, one for an exercise, at most five; neither baselines nor likely mistakes. */
  records: z.array(
    WorkoutRecord.omit({ is_baseline: true }).extend({ achieved_on: z.iso.date(), workout_id: z.uuid() }),
  ),
  /** As of today, whatever the period. */
  streaks: Streaks,
  /** Likewise. */
  goals: GoalProgress.shape.items,
  /** In the period; null for one of more than 400 days. */
  adherence: Adherence.shape.enrollments.nullable(),
  load: TrainingLoad,
  /** The newest five. */
  recent_workouts: z.array(WorkoutSummary),
});
export type Dashboard = z.infer<typeof Dashboard>;
