import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { ImportedSet, Measure } from "../../../types/contracts/import.ts";

/** What the sets of an exercise have, counted over a whole file. */
export interface ExerciseUse {
  name: string;
  /** The kind where the file says it. */
  kind: ExerciseKind | undefined;
  sets: number;
  reps: number;
  weight: number;
  distance: number;
  seconds: number;
}

export function countUse(use: ExerciseUse, set: ImportedSet): void {
  use.sets += 1;
  if (set.reps) use.reps += 1;
  if (set.weight_kg) use.weight += 1;
  if (set.distance_meters) use.distance += 1;
  if (set.duration_seconds) use.seconds += 1;
}

/** The kind that the file says, else the one whose fields hold the most of what the sets have. */
export function kindOf({ kind, reps, weight, distance, seconds }: ExerciseUse): ExerciseKind {
  if (kind) return kind;
  if (distance > reps) return weight > seconds ? "weight_distance" : "distance_duration";
  if (seconds > reps) return weight > 0 ? "weight_duration" : "duration";
  return reps > 0 && weight === 0 ? "bodyweight_reps" : "weight_reps";
}

/**
 * What the sets of an exercise have. A time or a distance that one set in twenty has says nothing of the exercise; a load
 * always does.
 */
export function measuresOf({ sets, reps, weight, distance, seconds }: ExerciseUse): Measure[] {
  const counts = { reps, weight_kg: weight * sets, duration_seconds: seconds, distance_meters: distance };
  const measures = ["reps", "weight_kg", "duration_seconds", "distance_meters"] as const;
  return measures.filter((measure) => counts[measure] * 10 > sets);
}
