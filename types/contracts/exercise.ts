import { z } from "zod";

/** Which fields the sets of an exercise have. */
export const ExerciseKind = z.enum([
  "weight_reps",
  "reps_only",
  "bodyweight_reps",
  "weighted_bodyweight",
  "assisted_bodyweight",
  "duration",
  "weight_duration",
  "distance_duration",
  "weight_distance",
]);
export type ExerciseKind = z.infer<typeof ExerciseKind>;

export const ExerciseCategory = z.enum([
  "strength",
  "olympic",
  "plyometric",
  "strongman",
  "cardio",
  "mobility",
  "stretching",
]);

/** A muscle that an exercise works. */
export const ExerciseMuscle = z.strictObject({
  muscle_id: z.string().min(1).max(60),
  role: z.enum(["primary", "secondary"]),
  /** How much of a set counts for it: 1 for a primary and 0.5 for a secondary muscle where it is left out. */
  weight: z.number().min(0.01).max(1).multipleOf(0.01).nullish(),
});

/** What `save_exercise` takes: one of the caller's own exercises, under an id of the client's (uuid v7 recommended). */
export const SavedExercise = z.strictObject({
  id: z.uuid(),
  /** The version that was read; null or left out for a new exercise. */
  version: z.int().min(1).nullish(),
  name: z.string().min(1).max(120),
  kind: ExerciseKind,
  category: ExerciseCategory,
  mechanic: z.enum(["compound", "isolation"]).nullish(),
  force: z.enum(["push", "pull", "static"]).nullish(),
  level: z.enum(["beginner", "intermediate", "advanced"]),
  is_unilateral: z.boolean().nullish(),
  /** Share of body weight that a repetition moves. */
  body_weight_share: z.number().min(0).max(1).multipleOf(0.01).nullish(),
  variation_group: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .nullish(),
  /** How to do it, one step an element. */
  instructions: z.array(z.string().min(1).max(1000)).max(30).nullish(),
  /** What to think of while doing it. */
  cues: z.array(z.string().min(1).max(200)).max(20).nullish(),
  muscles: z.array(ExerciseMuscle).max(20).nullish(),
  /** Ids of the equipment that it needs. */
  equipment: z.array(z.string()).max(20).nullish(),
  /** Other names under which it is found. */
  aliases: z.array(z.string().min(1).max(120)).max(30).nullish(),
});
export type SavedExercise = z.infer<typeof SavedExercise>;

/** An exercise as it is stored: nothing is left out, lists are in one order. */
export const ExerciseDocument = SavedExercise.required().extend({
  version: z.int(),
  is_unilateral: z.boolean(),
  body_weight_share: z.number(),
  instructions: z.array(z.string()),
  cues: z.array(z.string()),
  muscles: z.array(ExerciseMuscle.required().extend({ weight: z.number() })),
  equipment: z.array(z.string()),
  aliases: z.array(z.string()),
});

/** Answer of `save_exercise` and `restore_exercise`. */
export const ExerciseAnswer = z.strictObject({ exercise: ExerciseDocument });

/** Answer of `delete_exercise`: an exercise that something uses is archived instead. */
export const DeletedExercise = z.strictObject({ outcome: z.enum(["deleted", "archived"]) });

/** Answer of `merge_exercises`. */
export const MergedExercise = z.strictObject({
  /** What the merged exercise is now. */
  exercise_id: z.uuid(),
  /** The job that moves what is too much for one request; null where all is moved. */
  job_id: z.uuid().nullable(),
});

/** Its picture: a file of the bucket `exercise-media`, or a link; the other is null. */
const Thumbnail = z.strictObject({ path: z.string().nullable(), url: z.url().nullable() });

/** An exercise as search shows it; the whole row is read from `exercises`. */
export const FoundExercise = z.strictObject({
  id: z.uuid(),
  /** In the language asked for, English where nobody translated it. */
  name: z.string(),
  name_en: z.string(),
  kind: ExerciseKind,
  category: ExerciseCategory,
  level: z.enum(["beginner", "intermediate", "advanced"]),
  mechanic: z.enum(["compound", "isolation"]).nullable(),
  is_custom: z.boolean(),
  is_favorite: z.boolean(),
  /** The caller's own day of its last use. */
  last_used_on: z.iso.date().nullable(),
  primary_muscles: z.array(z.string()),
  secondary_muscles: z.array(z.string()),
  equipment: z.array(z.string()),
  thumbnail: Thumbnail.nullable(),
});

/** How many exercises have each value; a value that none has is not named. */
const FacetCounts = z.record(z.string(), z.int().positive());

/** Answer of `search_exercises`, best first; facets where they were asked for. */
export const ExerciseSearch = z.strictObject({
  items: z.array(FoundExercise),
  next_cursor: z.string().nullable(),
  facets: z
    .strictObject({
      muscles: FacetCounts,
      equipment: FacetCounts,
      kinds: FacetCounts,
      levels: FacetCounts,
      categories: FacetCounts,
    })
    .optional(),
});
