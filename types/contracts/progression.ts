import { z } from "zod";
import { SetType } from "./workout.ts";

const percent = z.number().min(0.01).max(100);
const count = z.int().min(1).max(50);

/** After so many failed sessions in a row (of waves: cycles), the load goes down; then it rises again as before. */
export const Stall = z
  .strictObject({
    after: z.int().min(1).max(20),
    /** `deload` takes a share off the load or training max, `reset` goes back to where it began. */
    action: z.enum(["deload", "reset"]),
    /** What a deload takes off, such as 10. A reset has none. */
    percent: percent.max(90).nullish(),
  })
  .refine(({ action, percent }) => (action === "deload") === (percent != null));

/**
 * Planned light sessions: those in a deload week of the plan, and every n-th session of the exercise. They count neither
 * as success nor as failure, and take no turn of a wave.
 */
export const Deload = z.strictObject({
  /** What is lifted, of the load that would be due: 60 makes 100 kg 60. */
  percent,
  every_sessions: z.int().min(2).max(100).nullish(),
});

const common = {
  /**
   * Which sessions count: those of this exercise of this routine (the default), or those of the exercise in every
   * routine of the plan whose rule says `plan` too, as the squat of two alternating days.
   */
  scope: z.enum(["routine", "plan"]).nullish(),
  /** The load, or the training max, never rises above it. */
  max_kg: z.number().min(0.001).max(2000).nullish(),
  deload: Deload.nullish(),
};

/** How much a success adds. Percentages are of the load, or of the training max, as it is then. */
const increment = {
  increment_kg: z.number().min(0.001).max(100).nullish(),
  increment_percent: percent.nullish(),
};

/** How many of the fields an object says something in. */
const given = (...fields: unknown[]): number => fields.filter((field) => field != null).length;

/**
 * More after every success: a session in which each working set met its repetitions with at least the load due.
 * What rises is the load, or where `increment_reps` or `increment_seconds` is given, the repetitions or seconds.
 * Sets in percent of a training max make it rise instead of the load.
 *
 * Five sets of five, 2.5 kg more each time, a tenth off after three failures in a row:
 * `{ "scheme": "linear", "increment_kg": 2.5, "stall": { "after": 3, "action": "deload", "percent": 10 } }`
 */
export const LinearProgression = z
  .strictObject({
    scheme: z.literal("linear"),
    ...common,
    ...increment,
    increment_reps: z.int().min(1).max(100).nullish(),
    increment_seconds: z.int().min(1).max(3600).nullish(),
    max_reps: z.int().min(1).max(10_000).nullish(),
    max_seconds: z.int().min(1).max(172_800).nullish(),
    /** Successful sessions that each raise takes; 1 where it is left out. */
    every: count.nullish(),
    training_max_percent: percent.nullish(),
    stall: Stall.nullish(),
  })
  .refine((it) => given(it.increment_kg, it.increment_percent, it.increment_reps, it.increment_seconds) === 1)
  .refine((it) => it.max_kg == null || given(it.increment_kg, it.increment_percent) === 1)
  .refine((it) => it.max_reps == null || it.increment_reps != null)
  .refine((it) => it.max_seconds == null || it.increment_seconds != null);

/**
 * Repetitions first, then load: when every working set reaches its `max_reps`, the load rises and the repetitions begin at
 * `min_reps` again. A set below `min_reps` is a failure; in between the load stays. Without an increment, for exercises
 * without load, it ends at the ceiling.
 *
 * `{ "scheme": "double", "increment_kg": 2 }`
 */
export const DoubleProgression = z
  .strictObject({
    scheme: z.literal("double"),
    ...common,
    ...increment,
    stall: Stall.nullish(),
  })
  .refine((it) => given(it.increment_kg, it.increment_percent) <= 1)
  .refine((it) => it.max_kg == null || given(it.increment_kg, it.increment_percent) === 1);

/** One working set of a wave. */
export const WaveSet = z
  .strictObject({
    /** Of the training max or e1RM. */
    percent: z.number().min(0.01).max(200),
    min_reps: z.int().min(1).max(10_000),
    max_reps: z.int().min(1).max(10_000).nullish(),
    /** Sets of type amrap, where the cycle has any, decide alone whether it succeeded; otherwise all do. */
    set_type: SetType.exclude(["warmup"]).nullish(),
  })
  .refine((it) => it.max_reps == null || it.max_reps >= it.min_reps);

/**
 * Percentages in turn: each session of the exercise does the next wave, and the last one ends a cycle. Its sets take the
 * place of the routine's working sets. After a cycle whose sets met their repetitions the training max rises.
 *
 * 5/3/1: `{ "scheme": "wave", "percent_of": "training_max", "increment_kg": 5, "training_max_percent": 90, "waves": [
 * [{ "percent": 65, "min_reps": 5 }, { "percent": 75, "min_reps": 5 },
 * { "percent": 85, "min_reps": 5, "set_type": "amrap" }], …] }`
 */
export const WaveProgression = z
  .strictObject({
    scheme: z.literal("wave"),
    ...common,
    ...increment,
    /** Of what the percentages are. An e1RM follows the latest sessions by itself. */
    percent_of: z.enum(["training_max", "e1rm"]),
    /** What the training max begins with where no start weight is given, of the e1RM; 90 where it is left out. */
    training_max_percent: percent.nullish(),
    waves: z.array(z.array(WaveSet).min(1).max(20)).min(1).max(52),
    stall: Stall.nullish(),
  })
  .refine((it) => given(it.increment_kg, it.increment_percent) <= 1)
  .refine(
    (it) =>
      it.percent_of === "training_max" ||
      given(it.increment_kg, it.increment_percent, it.training_max_percent, it.stall) === 0,
  );

/**
 * Loads that the latest sessions' e1RM allows for the repetitions and RPE (or RIR) of each set, by the RPE table.
 *
 * `{ "scheme": "rpe" }`
 */
export const RpeProgression = z.strictObject({ scheme: z.literal("rpe"), ...common });

/** How targets change from session to session: `progression` of a routine's exercise. */
export const Progression = z.discriminatedUnion("scheme", [
  LinearProgression,
  DoubleProgression,
  WaveProgression,
  RpeProgression,
]);
export type Progression = z.infer<typeof Progression>;
