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

/** An exercise as search shows it; the whole row is read from `exercises`. */
export const FoundExercise = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: ExerciseKind,
  category: z.string(),
  level: z.string(),
  is_custom: z.boolean(),
  primary_muscles: z.array(z.string()),
  equipment: z.array(z.string()),
});

/** Answer of `search_exercises`, best first. */
export const ExerciseSearch = z.strictObject({ items: z.array(FoundExercise) });
