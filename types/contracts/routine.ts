import { z } from "zod";
import { Progression } from "./progression.ts";
import { SetType, Visibility } from "./workout.ts";

const position = z.int().min(1).max(500);
const halfSteps = z.number().multipleOf(0.5);
const restSeconds = z.int().min(0).max(86_400);

/** A warm-up set before the first working set, `percent` of its load. */
export const WarmupStep = z.strictObject({
  percent: z.number().min(1).max(100),
  reps: z.int().min(1).max(50),
  rest_seconds: restSeconds.nullish(),
});

/**
 * What a set of a routine aims at, as `save_routine` takes it. Which measures it may have depends on the kind of its
 * exercise. A load is given either in kilograms or as a percentage.
 */
export const RoutineSet = z.strictObject({
  id: z.uuid(),
  position,
  /** `normal` where it is left out. */
  set_type: SetType.nullish(),
  min_reps: z.int().min(1).max(10_000).nullish(),
  /** Upper end of a range; equal to `min_reps` for an exact count, null for as many as possible. */
  max_reps: z.int().min(1).max(10_000).nullish(),
  weight_kg: z.number().min(0).max(2000).nullish(),
  load_percent: z.number().min(0.01).max(200).nullish(),
  load_percent_of: z.enum(["e1rm", "training_max"]).nullish(),
  duration_seconds: z.int().min(1).max(172_800).nullish(),
  distance_meters: z.number().min(0.01).max(1_000_000).nullish(),
  rpe: halfSteps.min(1).max(10).nullish(),
  rir: halfSteps.min(0).max(10).nullish(),
  /** Rest after the set; null for the exercise's. */
  rest_seconds: restSeconds.nullish(),
});

export const RoutineExercise = z.strictObject({
  /** Kept by edits: workouts refer to it, and progression follows it. */
  id: z.uuid(),
  /** A global exercise, or one of the caller's own. */
  exercise_id: z.uuid(),
  position,
  superset_group: z.int().min(1).max(100).nullish(),
  rest_seconds: restSeconds.nullish(),
  notes: z.string().max(4000).nullish(),
  warmup_ramp: z.array(WarmupStep).max(10).nullish(),
  /** How targets change from session to session; null where they stay. */
  progression: Progression.nullish(),
  sets: z.array(RoutineSet).max(200).nullish(),
});

/** What `save_routine` takes. Every id is the client's own (uuid v7 recommended). */
export const Routine = z.strictObject({
  id: z.uuid(),
  /** The version that was read and edited; null for a new routine. */
  version: z.int().min(1).nullish(),
  folder_id: z.uuid().nullish(),
  name: z.string().min(1).max(120),
  notes: z.string().max(4000).nullish(),
  /** Order within the folder. Left out, it stays what it was. */
  position: z.int().min(1).max(1000).nullish(),
  /** Left out, it stays what it was; of a new routine it is the caller's default. */
  visibility: Visibility.nullish(),
  exercises: z.array(RoutineExercise).max(200).nullish(),
});
export type Routine = z.infer<typeof Routine>;

const StoredSet = RoutineSet.required().extend({ set_type: SetType });

const StoredExercise = RoutineExercise.required().extend({ sets: z.array(StoredSet) });

/** A routine as stored: every field is there, exercises and sets in order. It can be edited and saved as it is. */
export const StoredRoutine = Routine.required().extend({
  version: z.int().min(1),
  position: z.int().min(1).max(1000),
  visibility: Visibility,
  exercises: z.array(StoredExercise),
});
export type StoredRoutine = z.infer<typeof StoredRoutine>;

/** Answer of `save_routine`, `routine` and `save_workout_as_routine`. */
export const RoutineAnswer = z.strictObject({ routine: StoredRoutine });
