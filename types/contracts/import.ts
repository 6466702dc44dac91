import { z } from "zod";
import { ExerciseKind } from "./exercise.ts";
import { LoggedExercise, LoggedSet, LoggedWorkout } from "./workout.ts";

/** Where a file comes from. */
export const ImportSource = z.enum(["strong", "hevy", "csv", "json"]);
export type ImportSource = z.infer<typeof ImportSource>;

/** A set as a file tells it: as `log_workout` takes it, but for the id. */
export const ImportedSet = LoggedSet.omit({ id: true });
export type ImportedSet = z.infer<typeof ImportedSet>;

export const ImportedExercise = LoggedExercise.omit({
  id: true,
  exercise_id: true,
  routine_exercise_id: true,
  sets: true,
}).extend({
  /** As the file names it; it is one of the file's `exercises`. */
  name: z.string().min(1).max(120),
  sets: z.array(ImportedSet).max(200),
});
export type ImportedExercise = z.infer<typeof ImportedExercise>;

/** A workout of a file, with names where `log_workout` has ids. */
export const ImportedWorkout = LoggedWorkout.omit({
  id: true,
  revision: true,
  routine_id: true,
  enrollment_id: true,
  exercises: true,
}).extend({
  /** What the file's app would call it again in the next export: its start, as the wall showed it. */
  external_id: z.string().min(1).max(200),
  /** Its first line in the file, from 1. */
  line: z.int().min(1),
  ended_at: z.iso.datetime({ offset: true }),
  exercises: z.array(ImportedExercise).max(100),
});
export type ImportedWorkout = z.infer<typeof ImportedWorkout>;

/** An exercise of a workout in a document: by the id of one that the document names, or by its name. */
const DocumentExercise = LoggedExercise.omit({
  id: true,
  routine_exercise_id: true,
  exercise_id: true,
  sets: true,
})
  .partial({ position: true })
  .extend({
    exercise_id: z.uuid().nullish(),
    name: z.string().min(1).max(120).nullish(),
    sets: z
      .array(LoggedSet.partial({ id: true, position: true }).strip())
      .max(200)
      .nullish(),
  })
  .strip();

/** A workout of a document; what it has beyond this is not read. */
export const DocumentWorkout = LoggedWorkout.omit({ revision: true, routine_id: true, enrollment_id: true })
  .extend({ exercises: z.array(DocumentExercise).max(100).nullish() })
  .strip();

/** A document of our own: workouts as `log_workout` takes them, and the exercises that they refer to. */
export const WorkoutDocument = z.object({
  version: z.literal(1),
  exercises: z
    .array(z.object({ id: z.uuid(), name: z.string().min(1).max(120), kind: ExerciseKind }))
    .default([]),
  /** Each is read by itself, as a `DocumentWorkout`, so that one that is wrong does not keep the others out. */
  workouts: z.array(z.unknown()),
});

/** An exercise as a file uses it. */
export const ExerciseInFile = z.strictObject({
  name: z.string(),
  sets: z.int(),
  /** The kind that fits its sets, should it become an exercise of the user's own. */
  kind: ExerciseKind,
});
export type ExerciseInFile = z.infer<typeof ExerciseInFile>;

export const ImportProblem = z.strictObject({
  /** Of an error, the workout (or the whole file, where `line` is that of the header) is not imported. */
  severity: z.enum(["error", "warning"]),
  /** Line of the file, from 1. */
  line: z.int().min(1),
  /** The column's name, or the path in a JSON document. */
  path: z.string(),
  code: z.enum([
    // The file as a whole.
    "file_too_large",
    "empty_file",
    "not_text",
    "unknown_format",
    "too_many_columns",
    "record_too_long",
    "too_many_rows",
    "invalid_json",
    "json_too_deep",
    "json_too_large",
    "weight_unit_missing",
    "distance_unit_missing",
    // A workout.
    "missing_value",
    "invalid_value",
    "invalid_number",
    "invalid_date",
    "ambiguous_date",
    "invalid_duration",
    "formula",
    "out_of_range",
    "too_many_cells",
    "too_many_exercises",
    "too_many_sets",
    // Warnings.
    "misplaced_quote",
    "formula_as_text",
    "unknown_column",
    "unknown_set_type",
    "unknown_unit",
    "text_shortened",
    "rpe_rounded",
    "rpe_left_out",
    "rest_without_set",
    "end_before_start",
    "time_left_out_by_clocks",
  ]),
  text: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportOutlier = z.strictObject({
  line: z.int().min(1),
  path: z.string(),
  code: z.enum([
    /** Longer than a day: a timer that was left running. The workout is imported without a length. */
    "timer_left_running",
    "long_workout",
    "in_future",
    "heavy",
    "many_reps",
    "long_set",
    "far",
  ]),
  text: z.string(),
});
export type ImportOutlier = z.infer<typeof ImportOutlier>;

/** A unit, and how it is known. One that is guessed is good for a dry run only. */
export const UnitOfFile = z.strictObject({
  unit: z.string(),
  from: z.enum(["file", "request", "guess", "unused"]),
  /** Of a guess: 0 for none at all, to 1. */
  confidence: z.number().min(0).max(1),
});
export type UnitOfFile = z.infer<typeof UnitOfFile>;
