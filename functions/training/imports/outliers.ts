import type { ImportedSet } from "../../../types/contracts/import.ts";
import type { Reporter } from "./findings.ts";

/** A set with the line it stands on, among all of one exercise. */
export interface PlacedSet {
  line: number;
  set: ImportedSet;
}

const fewestToCompare = 8;

/**
 * Reports values that are possible but look mistyped: beyond what people do, or far from what this file has for the same
 * exercise. They are imported.
 */
export function reportOutliers(name: string, sets: readonly PlacedSet[], report: Reporter): void {
  const usualLoad = median(sets.map(({ set }) => set.weight_kg ?? 0));
  const usualReps = median(sets.map(({ set }) => set.reps ?? 0));
  for (const { line, set } of sets) {
    const { weight_kg: load, reps, duration_seconds: seconds, distance_meters: distance } = set;
    if (load && (load > 600 || (usualLoad && load > Math.max(4 * usualLoad, usualLoad + 40)))) {
      report.doubt({ line, path: name }, "heavy", `${load} kg; usual here: ${usualLoad ?? "unknown"} kg.`);
    }
    if (reps && (reps > 500 || (usualReps && reps > Math.max(5 * usualReps, 60)))) {
      report.doubt(
        { line, path: name },
        "many_reps",
        `${reps} repetitions; usual here: ${usualReps ?? "unknown"}.`,
      );
    }
    if (seconds && seconds > 6 * 3600) report.doubt({ line, path: name }, "long_set", `${seconds} seconds.`);
    if (distance && distance > 150_000) report.doubt({ line, path: name }, "far", `${distance} metres.`);
  }
}

/** The middle of what is above 0; undefined where there is too little to compare with. */
function median(values: number[]): number | undefined {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted.length < fewestToCompare ? undefined : sorted[Math.floor(sorted.length / 2)];
}
