import { z } from "zod";

/** What is followed of an exercise. Of a kind that does not tell it, an exercise has no values. */
export const Metric = z.enum([
  "e1rm",
  "max_weight",
  "set_volume",
  "most_reps",
  "longest_duration",
  "farthest_distance",
  /** In seconds a kilometre: the only one of which less is better. */
  "best_pace",
  "volume",
  "sets",
  "reps",
  "duration",
  "distance",
]);

/** A row of `exercise_trend`: a day, week or month that tells the metric, in its unit. */
export const ExerciseTrendBucket = z.strictObject({
  bucket_start: z.iso.date(),
  value: z.number(),
  /** Over four weeks of days or weeks, or three months, up to this bucket. */
  moving_average: z.number(),
  days: z.int().positive(),
});

/** How fast something changes, a week, and what holds that with 90 per cent confidence; in the unit of its values. */
export const Rate = z.strictObject({
  /** Days with a value. */
  days: z.int(),
  /** Points of the line: the days, or the means of `days_per_point` days where there are many. */
  points: z.int(),
  days_per_point: z.int(),
  first_on: z.iso.date().nullable(),
  last_on: z.iso.date().nullable(),
  per_week: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Why there is no rate: fewer than five days, or all within two weeks. */
  reason: z.enum(["too_few_days", "too_short"]).nullable(),
});

/** What an answer about a metric of an exercise begins with. */
const subject = {
  /** What the exercise is after merges. */
  exercise_id: z.uuid(),
  metric: Metric,
  unit: z.enum(["kg", "s", "m", "s/km", "sets", "reps"]),
  /** Of estimated maxima alone. */
  formula: z.string().nullable(),
};

/** Answer of `exercise_rate`. */
export const ExerciseRate = z.strictObject({
  ...subject,
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  rate: Rate,
});

/** The best of some days, and the first day that had it. */
const Best = z.strictObject({ value: z.number(), on: z.iso.date() });

/** Answer of `exercise_plateau`: where somebody stands, and what shows it. */
export const ExercisePlateau = z.strictObject({
  ...subject,
  from: z.iso.date(),
  to: z.iso.date(),
  status: z.enum(["plateau", "progressing", "recovering", "declining", "too_little_data"]),
  best_before: Best.nullable(),
  best_within: Best.nullable(),
  rate: Rate,
});

/** When a target is reached if things go on as they went. A date beyond a year is null, as one that never comes is. */
export const Forecast = z.strictObject({
  /** What the trend shows on the day of asking. */
  level: z.number().nullable(),
  expected_on: z.iso.date().nullable(),
  earliest_on: z.iso.date().nullable(),
  latest_on: z.iso.date().nullable(),
  /** Why there is no `expected_on`. */
  reason: z.enum(["too_few_days", "too_short", "no_progress", "too_far"]).nullable(),
});

/** Answer of `exercise_projection`. */
export const ExerciseProjection = z.strictObject({
  ...subject,
  target: z.number(),
  from: z.iso.date(),
  on: z.iso.date(),
  /** The first day of all that reached the target; nothing is forecast then. */
  reached_on: z.iso.date().nullable(),
  rate: Rate,
  forecast: Forecast.nullable(),
});

/** A figure beside that of another period; what is not known is null, and so is the per cent of nothing. */
const Change = z.strictObject({
  value: z.number().nullable(),
  other: z.number().nullable(),
  change: z.number().nullable(),
  percent: z.number().nullable(),
});

const Period = z.strictObject({ from: z.iso.date(), to: z.iso.date(), days: z.int() });

/** Answer of `compare_periods`: `value` is of `period`, `other` of the other. */
export const ComparedPeriods = z.strictObject({
  period: Period,
  other: Period,
  totals: z.strictObject({
    workouts: Change,
    duration_seconds: Change,
    training_days: Change,
    sets: Change,
    reps: Change,
    volume_kg: Change,
    distance_meters: Change,
  }),
  exercises: z.array(
    z.strictObject({
      exercise_id: z.uuid(),
      sets: Change,
      reps: Change,
      volume_kg: Change,
      /** Best of the period, by the formula of the settings. */
      e1rm_kg: Change,
    }),
  ),
  muscles: z.array(z.strictObject({ muscle_id: z.string(), sets: Change })),
});

/** Answer of `strength_ratio`: one lift beside another, by the best estimated maximum of each, in kilograms. */
export const StrengthRatio = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  formula: z.string(),
  exercise_id: z.uuid(),
  best: Best.nullable(),
  other_exercise_id: z.uuid(),
  other_best: Best.nullable(),
  ratio: z.number().nullable(),
});

/** Answer of `muscle_balance`: every muscle, and its weekly sets beside the range from `min_sets` to `max_sets`. */
export const MuscleBalance = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  weeks: z.number(),
  min_sets: z.number(),
  max_sets: z.number(),
  muscles: z.array(
    z.strictObject({
      muscle_id: z.string(),
      region: z.enum(["upper_body", "core", "lower_body"]),
      sets: z.number(),
      weekly_sets: z.number(),
      /** Of the sets of all muscles; null without any. */
      percent: z.number().nullable(),
      status: z.enum(["untrained", "below", "within", "above"]),
    }),
  ),
});

/** A row of `body_weight_trend`: a day with a reading. */
export const BodyWeightDay = z.strictObject({
  local_date: z.iso.date(),
  /** Mean of the day's readings. */
  weight_kg: z.number(),
  readings: z.int().positive(),
  /** Mean of the days with a reading, of the seven up to this. */
  mean_kg: z.number(),
  /** Average in which what was read fades by a tenth a day. */
  ewma_kg: z.number(),
});

/** Answer of `body_weight_rate`, in kilograms. */
export const BodyWeightRate = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  rate: Rate,
});
