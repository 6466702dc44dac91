import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { ExerciseInFile, ImportedExercise } from "../../../types/contracts/import.ts";
import { countUse, type ExerciseUse, kindOf, measuresOf } from "./exercise-kind.ts";
import type { Reporter } from "./findings.ts";
import { maxNames } from "./limits.ts";
import { type PlacedSet, reportOutliers } from "./outliers.ts";

/** Gathers the exercises of a file over all its workouts. */
export function createExerciseList(): {
  add(exercise: ImportedExercise, kind: ExerciseKind | undefined, lines: readonly number[]): void;
  /** The exercises, most sets first; undefined if there are too many. Reports values that look mistyped on the way. */
  finish(report: Reporter): ExerciseInFile[] | undefined;
} {
  const exercises = new Map<string, { use: ExerciseUse; sets: PlacedSet[] }>();
  return {
    add({ name, sets }, kind, lines) {
      const unused = { name, kind, sets: 0, reps: 0, weight: 0, distance: 0, seconds: 0 };
      const known = exercises.get(name) ?? { use: unused, sets: [] };
      exercises.set(name, known);
      for (const [index, set] of sets.entries()) {
        countUse(known.use, set);
        known.sets.push({ line: lines[index] ?? 1, set });
      }
    },
    finish(report) {
      if (exercises.size > maxNames) {
        report.refuse({ line: 1, path: "" }, "too_many_names", `A file may name ${maxNames} exercises.`);
        return undefined;
      }
      for (const [name, { sets }] of exercises) reportOutliers(name, sets, report);
      return [...exercises.values()]
        .map(({ use }) => ({ name: use.name, sets: use.sets, kind: kindOf(use), measures: measuresOf(use) }))
        .sort((a, b) => b.sets - a.sets);
    },
  };
}
