import { z } from "zod";
import { WorkoutSummary } from "./workout.ts";

/** Days from `from` up to, and not including, `to`. */
export const DateRange = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

const figures = { training_days: z.int(), sets: z.int(), volume_kg: z.number() };

/** Answer of `dashboard`: volumes in kilograms, durations in seconds, dates the user's own days. */
export const Dashboard = z.strictObject({
  ...DateRange.shape,
  totals: z.strictObject({ workouts: z.int(), duration_seconds: z.int(), ...figures }),
  /** A row for each week with training, oldest first; weeks begin on the user's `week_start`. */
  weeks: z.array(z.strictObject({ week_start: z.iso.date(), ...figures })),
  /** The newest five. */
  recent_workouts: z.array(WorkoutSummary),
});
