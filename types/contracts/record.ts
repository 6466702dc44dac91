import { z } from "zod";

export const RecordKind = z.enum([
  "max_weight",
  "rep_max",
  "e1rm",
  "set_volume",
  "session_volume",
  "most_reps",
  "least_assistance",
  "longest_duration",
  "farthest_distance",
  "best_pace",
]);

const figures = {
  exercise_id: z.uuid(),
  kind: RecordKind,
  /** In `unit`. More is better, but for `best_pace` and `least_assistance`. */
  value: z.number(),
  unit: z.enum(["kg", "reps", "s", "m", "s/km"]),
  /** Repetitions of a `rep_max` or `least_assistance`, or of the set behind an `e1rm`. */
  reps: z.int().min(1).max(12).nullable(),
  /** The best before it; null for a baseline. */
  previous_value: z.number().nullable(),
  /** The first of its kind, which beat nothing. */
  is_baseline: z.boolean(),
};

/** A record that a workout set, as `log_workout` answers it. */
export const WorkoutRecord = z.strictObject(figures);

/** A row of the view `records`. */
export const PersonalRecord = z.strictObject({
  user_id: z.uuid(),
  ...figures,
  achieved_on: z.iso.date(),
  started_at: z.iso.datetime({ offset: true }),
  workout_id: z.uuid(),
  workout_set_id: z.uuid(),
  /** Probably a slip of the finger, until it is confirmed. */
  is_suspect: z.boolean(),
  confirmed_at: z.iso.datetime({ offset: true }).nullable(),
});

/** Answer of `confirm_record`. */
export const ConfirmedRecord = z.strictObject({
  confirmed_at: z.iso.datetime({ offset: true }),
  /** How many records of the workout it covers. */
  records: z.int().min(1),
});
