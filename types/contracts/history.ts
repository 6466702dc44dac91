import { z } from "zod";
import { DateRange } from "./dashboard.ts";
import { Prescription } from "./prescription.ts";
import { LoggedSet, LoggedWorkout, WorkoutSummary } from "./workout.ts";

const instant = z.iso.datetime({ offset: true });

/** Answer of `workout_history`: newest first. */
export const WorkoutHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      ...WorkoutSummary.shape,
      /** Its exercises in order, and how many of their sets count. */
      performed: z.array(z.strictObject({ exercise_id: z.uuid(), name: z.string(), sets: z.int() })),
    }),
  ),
  next_cursor: z.string().nullable(),
});

/** Answer of `workout_calendar`: days with finished workouts. */
export const WorkoutCalendar = z.strictObject({
  ...DateRange.shape,
  days: z.array(z.strictObject({ local_date: z.iso.date(), workouts: z.int() })),
});

/** What was done of an exercise in one finished workout. */
export const PerformedSets = z.strictObject({
  workout_id: z.uuid(),
  name: z.string(),
  started_at: instant,
  local_date: z.iso.date(),
  routine_id: z.uuid().nullable(),
  /** Of the exercise, not of the workout. */
  notes: z.string().nullable(),
  sets: z.array(LoggedSet),
});

/** Answer of `exercise_history`: newest day first. */
export const ExerciseHistory = z.strictObject({
  /** What the exercise is, after merges. */
  exercise_id: z.uuid(),
  items: z.array(PerformedSets),
  next_cursor: z.string().nullable(),
});

/** Answer of `last_performance`, by the ids that were asked for. */
export const LastPerformance = z.record(
  z.uuid(),
  z.strictObject({
    /** What the exercise is, after merges. */
    exercise_id: z.uuid(),
    /** Null where it was never done. */
    last: PerformedSets.nullable(),
    /** Null without a load. */
    best: z
      .strictObject({
        max_weight_kg: z.number(),
        max_weight_on: z.iso.date(),
        /** Estimated; null where no set had few enough repetitions. */
        e1rm_kg: z.number().nullable(),
        e1rm_on: z.iso.date().nullable(),
      })
      .nullable(),
  }),
);

/** Answer of `start_workout`. */
export const StartedWorkout = z.strictObject({
  /** With the targets of the prescription, and nothing done. */
  workout: LoggedWorkout,
  /** Null for an empty workout, and once it is finished. */
  prescription: Prescription.nullable(),
});

/** Answer of `discard_workout`. */
export const DiscardedWorkout = z.strictObject({ id: z.uuid(), outcome: z.literal("discarded") });
