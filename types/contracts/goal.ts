import { z } from "zod";
import { Forecast, Metric } from "./trend.ts";

/** What is followed of an exercise by a goal: what is best, not what adds up. */
export const GoalMetric = Metric.exclude(["volume", "sets", "reps", "duration", "distance"]);

const goal = {
  /** The client's own (uuid v7 recommended). */
  id: z.uuid(),
  name: z.string().min(1).max(120).nullish(),
  /** First day that counts. */
  starts_on: z.iso.date(),
  /** By when; of a frequency or distance the last day on which it is meant. */
  due_on: z.iso.date().nullish(),
};
/** Where it begins; left out for what was logged by `starts_on`. */
const baseline = z.number().nullish();

/** A row of `goals` as clients write it. `kind` does not change. */
export const Goal = z.discriminatedUnion("kind", [
  z.strictObject({
    ...goal,
    kind: z.literal("exercise"),
    exercise_id: z.uuid(),
    metric: GoalMetric,
    /** In the unit of the metric. */
    target: z.number().positive().max(10_000_000),
    baseline,
  }),
  /** In kg. Needs consent to `health_data`. */
  z.strictObject({ ...goal, kind: z.literal("body_weight"), target: z.number().min(10).max(700), baseline }),
  /** Training days a week, which also decide the weekly streak. */
  z.strictObject({
    ...goal,
    kind: z.literal("frequency"),
    period: z.literal("week"),
    target: z.int().min(1).max(7),
  }),
  /** In metres, of all exercises or of one. */
  z.strictObject({
    ...goal,
    kind: z.literal("distance"),
    period: z.enum(["week", "month"]),
    exercise_id: z.uuid().nullish(),
    target: z.number().positive().max(10_000_000),
  }),
  /** Whatever else: the client writes how far it is, and when it was reached. */
  z.strictObject({
    ...goal,
    kind: z.literal("custom"),
    name: z.string().min(1).max(120),
    unit: z.string().min(1).max(20).nullish(),
    target: z.number().min(-1_000_000).max(1_000_000),
    baseline,
    current_value: z.number().min(-1_000_000).max(1_000_000).nullish(),
    achieved_on: z.iso.date().nullish(),
  }),
]);
export type Goal = z.infer<typeof Goal>;

/** Answer of `goal_progress`, oldest goal first. */
export const GoalProgress = z.strictObject({
  on: z.iso.date(),
  items: z.array(
    z.strictObject({
      goal_id: z.uuid(),
      kind: z.enum(["exercise", "body_weight", "frequency", "distance", "custom"]),
      name: z.string().nullable(),
      exercise_id: z.uuid().nullable(),
      metric: GoalMetric.nullable(),
      unit: z.string().nullable(),
      period: z.enum(["week", "month"]).nullable(),
      /** The week or month that `current` is of; to is not included. */
      period_from: z.iso.date().nullable(),
      period_to: z.iso.date().nullable(),
      starts_on: z.iso.date(),
      due_on: z.iso.date().nullable(),
      baseline: z.number().nullable(),
      target: z.number(),
      current: z.number().nullable(),
      current_on: z.iso.date().nullable(),
      /** Of the way from `baseline`, or from 0, to `target`. */
      share: z.number().min(0).max(1).nullable(),
      achieved_on: z.iso.date().nullable(),
      /** Null where too little is known. */
      is_on_track: z.boolean().nullable(),
      /** Of an exercise or body weight that has not reached it: when it does, if the last twelve weeks go on. */
      forecast: Forecast.nullable(),
    }),
  ),
});
export type GoalProgress = z.infer<typeof GoalProgress>;
