import { z } from "zod";
import { ExerciseKind } from "./exercise.ts";
import { LoggedExercise, LoggedSet, LoggedWorkout } from "./workout.ts";

/** Answer of `POST /training/exports`. The job's `result` is an `ExportReport`. */
export const ExportAccepted = z.strictObject({ job_id: z.uuid() });

/** What the worker reads of a job of type `export`. */
export const ExportTask = z
  .strictObject({
    user_id: z.uuid(),
    is_written: z.boolean(),
    sections: z.array(
      z.strictObject({ file: z.enum(["json", "workouts_csv", "measurements_csv"]), section: z.string() }),
    ),
  })
  .nullable();
export type ExportTask = z.infer<typeof ExportTask>;

/** Answer of `export_page`: a part of a section, as it stands in the file. */
export const ExportPage = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("lost") }),
  z.strictObject({
    status: z.literal("running"),
    text: z.string(),
    rows: z.int(),
    next: z.uuid().nullable(),
  }),
]);
export type ExportPage = z.infer<typeof ExportPage>;

/** Answer of `keep_export`. */
export const KeptExport = z.strictObject({ status: z.enum(["running", "lost"]) });

/** `result` of a job of type `export`. */
export const ExportReport = z.strictObject({
  /** Of the zip archive in the private bucket `exports`; its owner signs a url for it. */
  path: z.string(),
  bytes: z.int(),
  /** It is removed in the night after this. */
  expires_at: z.iso.datetime({ offset: true }),
  /** Rows by section of the document. */
  counts: z.record(z.string(), z.int()),
});
export type ExportReport = z.infer<typeof ExportReport>;

/** A row as its table has it (docs/reference/schema.md), without what a server keeps for itself. */
const Row = z.record(z.string(), z.json());
const RowWithId = z.looseObject({ id: z.uuid() });

/** An exercise of the user's own. Those of the catalogue are named where they are used, by the id they have everywhere. */
const ExportedExercise = z.looseObject({
  id: z.uuid(),
  name: z.string(),
  kind: ExerciseKind,
  muscles: z.array(z.strictObject({ muscle_id: z.string(), role: z.string(), weight: z.number() })),
  equipment: z.array(z.string()),
  aliases: z.array(z.string()),
  /** By locale. */
  names: z.record(z.string(), z.string()),
  archived_at: z.iso.datetime({ offset: true }).nullable(),
  /** The exercise that it was merged into. */
  replaced_by: z.uuid().nullable(),
});

/**
 * A workout as `log_workout` takes it, with the names of its exercises, and with the hour at which the user's day began, which
 * made its date; what is null is left out.
 */
const ExportedWorkout = LoggedWorkout.extend({
  day_start_hour: z.int().min(0).max(12),
  exercises: z.array(LoggedExercise.extend({ name: z.string(), sets: z.array(LoggedSet) })),
});

/**
 * `repstack.json` of an export, version 1: everything of a user's. A version changes when a reader of the one before would
 * read something wrong; sections and fields may be added within one.
 */
export const ExportDocument = z.strictObject({
  format: z.literal("repstack"),
  version: z.literal(1),
  exported_at: z.iso.datetime({ offset: true }),
  profile: z.array(Row).max(1),
  settings: z.array(Row).max(1),
  body_facts: z.array(Row).max(1),
  /** The whole ledger, oldest first is by `created_at`. */
  consents: z.array(Row),
  roles: z.array(Row),
  following: z.array(Row),
  followers: z.array(Row),
  blocks: z.array(Row),
  exercises: z.array(ExportedExercise),
  exercise_preferences: z.array(Row),
  gyms: z.array(RowWithId),
  gym_equipment: z.array(RowWithId),
  routine_folders: z.array(RowWithId),
  routines: z.array(RowWithId),
  routine_sources: z.array(Row),
  routine_exercises: z.array(RowWithId),
  routine_sets: z.array(RowWithId),
  plans: z.array(RowWithId),
  plan_sources: z.array(Row),
  plan_days: z.array(RowWithId),
  enrollments: z.array(RowWithId),
  enrollment_pauses: z.array(RowWithId),
  goals: z.array(RowWithId),
  measurement_types: z.array(RowWithId),
  measurements: z.array(RowWithId),
  /** Without their files, which lie in the bucket `progress-photos` under `image_path`. */
  progress_photos: z.array(RowWithId),
  published_plans: z.array(RowWithId),
  plan_likes: z.array(Row),
  plan_uses: z.array(Row),
  submissions: z.array(RowWithId),
  /** These two without the tokens themselves. */
  share_links: z.array(RowWithId),
  access_tokens: z.array(RowWithId),
  workouts: z.array(ExportedWorkout),
  /** Records that look like a slip, of which they said that they are none. */
  record_confirmations: z.array(Row),
});
export type ExportDocument = z.infer<typeof ExportDocument>;
