import { z } from "zod";

/** What is followed of an exercise. Of a kind that does not tell it, an exercise has no values. */
export const Metric = z.enum(["e1rm", "max_weight", "volume", "sets", "reps", "duration", "distance"]);

/** A row of `exercise_trend`: a day, week or month that tells the metric, in its unit. */
export const ExerciseTrendBucket = z.strictObject({
  bucket_start: z.iso.date(),
  value: z.number(),
  /** Over four weeks of days or weeks, or three months, up to this bucket. */
  moving_average: z.number(),
  days: z.int().positive(),
});
