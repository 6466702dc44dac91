import { z } from "zod";
import { ExerciseKind } from "./exercise.ts";
import { ImportSection } from "./import-section.ts";
import { LoggedMeasurement } from "./measurement.ts";
import { LoggedExercise, LoggedSet, LoggedWorkout, Visibility } from "./workout.ts";

/** Where a file comes from. */
export const ImportSource = z.enum(["strong", "hevy", "csv", "json"]);
export type ImportSource = z.infer<typeof ImportSource>;

/** A set as a file tells it: as `log_workout` takes it, but for the id. */
export const ImportedSet = LoggedSet.omit({ id: true });
export type ImportedSet = z.infer<typeof ImportedSet>;

export const ImportedExercise = LoggedExercise.omit({
  id: true,
  exercise_id: true,
  sets: true,
}).extend({
  /** As the file names it; it is one of the file's `exercises`. */
  name: z.string().min(1).max(120),
  /** Of a document of a whole account: the id that the exercise has there. */
  exercise_id: z.uuid().optional(),
  sets: z.array(ImportedSet).max(200),
});
export type ImportedExercise = z.infer<typeof ImportedExercise>;

/** A workout of a file, with names where `log_workout` has ids. */
export const ImportedWorkout = LoggedWorkout.omit({
  id: true,
  exercises: true,
}).extend({
  /** What tells it from the file's other workouts, and is the same in a later export: ids are derived from it. */
  key: z.string().min(1).max(300),
  /** Its first line in the file, from 1. */
  line: z.int().min(1),
  /** Where it is in a JSON document. */
  path: z.string().optional(),
  /** Null in a document of a whole account alone, of a workout that was live when it was exported. */
  ended_at: z.iso.datetime({ offset: true }).nullable(),
  /** Hour at which the user's day began then. */
  day_start_hour: z.int().min(0).max(12).optional(),
  exercises: z.array(ImportedExercise).max(100),
});
export type ImportedWorkout = z.infer<typeof ImportedWorkout>;

/** A measurement of a file that names its type by the slug, with a key where `log_measurements` has an id. */
export const ImportedMeasurement = LoggedMeasurement.omit({ id: true, type_id: true }).extend({
  key: z.string().min(1).max(300),
  type: z.string().regex(/^[a-z][a-z_]{0,59}$/),
});
export type ImportedMeasurement = z.infer<typeof ImportedMeasurement>;

/** What is imported by itself, wholly or not at all: a row of a section with all that belongs to it. */
export const ImportedPart = z.strictObject({
  section: ImportSection,
  line: z.int().min(1),
  /** In a JSON document, such as `routines[2]`; else empty. */
  path: z.string(),
  /** About how many rows it becomes. */
  size: z.int().min(0),
  part: z.record(z.string(), z.unknown()),
});
export type ImportedPart = z.infer<typeof ImportedPart>;

/** An exercise of a workout in a document: by the id of one that the document names, or by its name. */
const DocumentExercise = LoggedExercise.omit({
  id: true,
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
export const DocumentWorkout = LoggedWorkout.extend({
  day_start_hour: z.int().min(0).max(12).nullish(),
  exercises: z.array(DocumentExercise).max(100).nullish(),
}).strip();

/**
 * A document of our own: workouts as `log_workout` takes them, and the exercises that they refer to. One whose `format` is
 * `repstack` is an export of a whole account, and has the other sections of an `ExportDocument` too.
 */
export const WorkoutDocument = z.object({
  format: z.literal("repstack").optional(),
  version: z.literal(1),
  exercises: z
    .array(z.object({ id: z.uuid(), name: z.string().min(1).max(120), kind: ExerciseKind }))
    .default([]),
  /** Each is read by itself, as a `DocumentWorkout`, so that one that is wrong does not keep the others out. */
  workouts: z.array(z.unknown()),
});

/** What a set may have been measured in. */
export const Measure = z.enum(["reps", "weight_kg", "duration_seconds", "distance_meters"]);
export type Measure = z.infer<typeof Measure>;

/** An exercise as a file uses it. */
export const ExerciseInFile = z.strictObject({
  name: z.string(),
  sets: z.int(),
  /** The kind that fits its sets, should it become an exercise of the user's own. */
  kind: ExerciseKind,
  /** What its sets have; but for loads, not what hardly any of them has. */
  measures: z.array(Measure),
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
    "too_many_names",
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
    "length_unit_missing",
    "no_parent",
    // Warnings.
    "left_out",
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
    "moved_to_notes",
    // Found when it was to be stored.
    "not_stored",
    "consent_required",
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

const switched = z.enum(["true", "false"]);

/** Which exercise a name of the file means, as JSON text: `{"Squat (Barbell)": "<exercise id>"}`. */
const Mapping = z
  .record(z.string().min(1).max(120), z.uuid())
  .refine((names) => Object.keys(names).length <= 2000);

/** Body of `POST /training/imports`, `multipart/form-data`. */
export const ImportForm = z.object({
  /** The file, up to 20 MiB; left out where `path` names one that was sent before, such as for a dry run. */
  file: z.custom<File>((value) => value instanceof File, "must be a file").optional(),
  /** `file_path` of an earlier answer. */
  path: z.string().max(200).optional(),
  /** Left out to find out. */
  source: ImportSource.optional(),
  /** Of loads in a file that does not say; without it, such a file is refused. */
  weight_unit: z.enum(["kg", "lb"]).optional(),
  distance_unit: z.enum(["m", "km", "mi"]).optional(),
  /** IANA name of the zone in which the times of the file are meant. */
  time_zone: z.string().min(1).max(60),
  /** Who may see what is imported; `private` where it is left out. A document's own is kept. */
  visibility: Visibility.optional(),
  /** Only reports what an import would do. */
  dry_run: switched.optional(),
  mapping: z
    .string()
    .max(300_000)
    .transform((text, context): z.infer<typeof Mapping> => {
      const mapping = Mapping.safeParse(parsedJson(text));
      if (mapping.success) return mapping.data;
      context.addIssue({ code: "custom", message: "must be JSON of names and ids of exercises" });
      return z.NEVER;
    })
    .optional(),
});

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Answer of `POST /training/imports`. The job's `result` is an `ImportReport`. */
export const ImportAccepted = z.strictObject({
  job_id: z.uuid(),
  /** Where the file is kept for a week, in the private bucket `imports`. */
  file_path: z.string(),
});

/** What a job of type `import` is asked to do. */
export const ImportInput = z.strictObject({
  path: z.string(),
  source: ImportSource.nullable(),
  weight_unit: z.enum(["kg", "lb"]).nullable(),
  distance_unit: z.enum(["m", "km", "mi"]).nullable(),
  time_zone: z.string(),
  visibility: Visibility,
  is_dry_run: z.boolean(),
  mapping: z.record(z.string(), z.uuid()),
});
export type ImportInput = z.infer<typeof ImportInput>;

/** Answer of `import_task`. */
export const ImportTask = z
  .strictObject({ user_id: z.uuid(), input: ImportInput, is_read: z.boolean() })
  .nullable();

const FoundExercise = z.strictObject({ id: z.uuid(), name: z.string(), kind: ExerciseKind });

/** Answer of `match_import`. */
export const ImportMatches = z.strictObject({
  exercises: z.array(
    z.strictObject({
      name: z.string(),
      mapped: FoundExercise.nullable(),
      /** Those of the name, the user's own first. */
      matches: z.array(FoundExercise),
      suggestions: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    }),
  ),
  /** What exercises of a document are to the user; null where they have none that it stands for. */
  identified: z.array(z.strictObject({ id: z.uuid(), exercise: FoundExercise.nullable() })),
  /** Workouts of the file that were imported before. */
  known: z.int(),
});
export type ImportMatches = z.infer<typeof ImportMatches>;

/** Answer of `stage_import`. */
export const StagedImport = z.strictObject({ status: z.enum(["running", "lost"]) });

/** What became of a name of the file. */
export const ImportedName = z.strictObject({
  name: z.string(),
  sets: z.int(),
  /** `mapped` by the request, `matched` by name, or `new`: an exercise of the user's own is made. */
  outcome: z.enum(["mapped", "matched", "new"]),
  exercise_id: z.uuid().nullable(),
  exercise_name: z.string(),
  kind: ExerciseKind,
  /** Where the name is unknown: what it may mean, to be sent as `mapping`. */
  suggestions: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
});
export type ImportedName = z.infer<typeof ImportedName>;

/** What became of the rows of a section, as `workouts` of the report tells of those. */
const SectionCounts = z.strictObject({
  in_file: z.int(),
  added: z.int(),
  known: z.int(),
  deleted: z.int(),
  failed: z.int(),
  left_out: z.int(),
});
export type SectionCounts = z.infer<typeof SectionCounts>;

/** `result` of a job of type `import`. */
export const ImportReport = z.strictObject({
  /** `refused`: the file cannot be read as a whole; `problems` say why, and nothing is imported. */
  outcome: z.enum(["imported", "checked", "refused"]),
  file_path: z.string(),
  source: ImportSource.nullable(),
  /** Which of the source's exports it is. */
  variant: z.string().nullable(),
  encoding: z.string().nullable(),
  units: z.strictObject({ weight: UnitOfFile, distance: UnitOfFile }).nullable(),
  /** Rows of a CSV file, sets of a document. */
  rows: z.int(),
  workouts: z.strictObject({
    in_file: z.int(),
    /** Those without errors. */
    readable: z.int(),
    /** Of a dry run: that would be added. */
    added: z.int(),
    /** That were there already; they are left as they are. */
    known: z.int(),
    /** That were imported before and deleted since; they stay deleted. */
    deleted: z.int(),
    /** That could not be stored; `problems` say why. */
    failed: z.int(),
    /** That have health data, to which the user has not consented; importing again after that adds them. */
    left_out: z.int(),
  }),
  /** All that the file has to import, workouts too. Of a dry run, `in_file` alone is counted. */
  sections: z.partialRecord(ImportSection, SectionCounts),
  exercises: z.array(ImportedName),
  /** Up to 500 errors and 500 warnings of the file, and 500 of storing; `counts` has all, by code. */
  problems: z.array(ImportProblem),
  outliers: z.array(ImportOutlier),
  counts: z.record(z.string(), z.int()),
});
export type ImportReport = z.infer<typeof ImportReport>;
