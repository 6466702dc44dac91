import { z } from "zod";
import { Loading } from "./gym.ts";
import { SetType } from "./workout.ts";

const kilograms = z.number().min(0);

/** Why a target is what it is. The codes are stable; a client that has no text of its own for one shows ours. */
export const ReasonCode = z.enum([
  /** First session: the load it begins with. */
  "start",
  /** No load is known: the user chooses one, and the next session goes on from it. */
  "choose_load",
  /** The targets stay as the routine has them. */
  "fixed",
  /** The latest session, or cycle of waves, was a success, and the target rose. */
  "raised",
  /** A success, but a raise takes more of them. */
  "succeeded",
  /** Neither success nor failure: the target stays. */
  "held",
  /** The target would rise, but for the rule's limit, or for the routine's ceiling of repetitions. */
  "capped",
  /** The latest session, or cycle, was a failure: the target stays. */
  "failed",
  /** One failure too many in a row: a share was taken off. */
  "deloaded",
  /** One failure too many in a row: back to where it began. */
  "reset",
  /** A light session that the plan or the rule sets. */
  "planned_deload",
  /** The next session of a cycle of waves. */
  "wave",
  /** From the e1RM of the latest sessions. */
  "estimated",
]);

export const Reason = z.strictObject({
  code: ReasonCode,
  /** The figures in the text, named as in the state; `previous` is the amount before, in the same unit. */
  data: z.record(z.string(), z.number()),
  /** In English. */
  text: z.string(),
});

/** Where a rule stands after the history so far. Fields that a scheme does not have are left out. */
export const ProgressionState = z.strictObject({
  /** Sessions of the exercise that counted. */
  sessions: z.int().min(0),
  /** Successes since the target last changed. */
  successes: z.int().min(0).optional(),
  /** Failures in a row. */
  failures: z.int().min(0).optional(),
  /** The exact load, before a planned deload and before rounding. */
  load_kg: kilograms.optional(),
  training_max_kg: kilograms.optional(),
  e1rm_kg: kilograms.optional(),
  reps: z.number().min(0).optional(),
  seconds: z.number().min(0).optional(),
  /** Which wave of the cycle is next, from 1, of how many, in which cycle. */
  wave: z.int().min(1).optional(),
  waves: z.int().min(1).optional(),
  cycle: z.int().min(1).optional(),
});

/** How to load the weight, as `load_plates` answers; null without a load, and where the gym says nothing about it. */
const plates = Loading.nullable();

export const PrescribedSet = z.strictObject({
  position: z.int().min(1),
  set_type: SetType,
  min_reps: z.int().nullable(),
  max_reps: z.int().nullable(),
  /** What to aim at within the range, in double progression: one more than last time. */
  goal_reps: z.int().nullable(),
  /** Rounded to what the gym has. */
  weight_kg: kilograms.nullable(),
  /** Before rounding. */
  exact_kg: kilograms.nullable(),
  duration_seconds: z.int().nullable(),
  distance_meters: z.number().nullable(),
  rpe: z.number().nullable(),
  rir: z.number().nullable(),
  rest_seconds: z.int().nullable(),
  plates,
});

export const WarmupSet = z.strictObject({
  reps: z.int(),
  weight_kg: kilograms,
  rest_seconds: z.int().nullable(),
  plates,
});

export const PrescribedExercise = z.strictObject({
  routine_exercise_id: z.uuid(),
  exercise_id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  position: z.int(),
  superset_group: z.int().nullable(),
  notes: z.string().nullable(),
  rest_seconds: z.int().nullable(),
  /** The warm-up ramp in percent of the first working set's load; empty without a ramp or a load. */
  warmup: z.array(WarmupSet),
  sets: z.array(PrescribedSet),
  progression: z.strictObject({
    scheme: z.enum(["linear", "double", "wave", "rpe"]).nullable(),
    state: ProgressionState,
    reason: Reason,
  }),
});

/** What to do in one session of a routine. */
export const Prescription = z.strictObject({
  routine: z.strictObject({ id: z.uuid(), name: z.string(), notes: z.string().nullable() }),
  exercises: z.array(PrescribedExercise),
});

/** Which session of an enrollment it is. */
export const SessionOfPlan = z.strictObject({
  /** From 1, over all cycles. */
  number: z.int(),
  week: z.int(),
  cycle: z.int(),
  /** In sequence mode, when it is due. */
  scheduled_on: z.iso.date(),
  plan_day_id: z.uuid(),
  is_deload: z.boolean(),
});

/** Answer of `next_workout`. Without a next session (paused, completed, cancelled) there is only the status. */
export const NextWorkout = z.strictObject({
  enrollment_id: z.uuid(),
  plan: z.strictObject({ id: z.uuid(), name: z.string() }),
  status: z.enum(["active", "paused", "completed", "cancelled"]),
  session: SessionOfPlan.nullable(),
  routine: Prescription.shape.routine.nullable(),
  exercises: z.array(PrescribedExercise),
});
export type NextWorkout = z.infer<typeof NextWorkout>;
