import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { Measure } from "../../../types/contracts/import.ts";

/** What sets of each kind may have, as `private.kind_allows()` says in the database. */
export const kindMeasures: Record<ExerciseKind, readonly Measure[]> = {
  weight_reps: ["weight_kg", "reps"],
  reps_only: ["reps"],
  bodyweight_reps: ["reps"],
  weighted_bodyweight: ["weight_kg", "reps"],
  assisted_bodyweight: ["weight_kg", "reps"],
  duration: ["duration_seconds"],
  weight_duration: ["weight_kg", "duration_seconds"],
  distance_duration: ["distance_meters", "duration_seconds"],
  weight_distance: ["weight_kg", "distance_meters"],
};
