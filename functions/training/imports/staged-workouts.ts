import type { z } from "zod";
import type {
  ImportedExercise,
  ImportedName,
  ImportedSet,
  ImportedWorkout,
  Measure,
} from "../../../types/contracts/import.ts";
import type { Visibility } from "../../../types/contracts/workout.ts";
import type { Reporter } from "./findings.ts";
import { kindMeasures } from "./kind-measures.ts";
import { maxSetNotesLength } from "./limits.ts";

/** A workout as the steps of the import take it. */
export interface StagedWorkout {
  ordinal: number;
  sets: number;
  workout: Record<string, unknown>;
}

const written: Record<Measure, (value: number) => string> = {
  reps: (value) => `${value} reps`,
  weight_kg: (value) => `${value} kg`,
  duration_seconds: (value) => `${value} s`,
  distance_meters: (value) => `${value} m`,
};

/**
 * Puts exercises in place of a workout's names. What the kind of an exercise has no field for moves to the notes of its
 * set, so that nothing is lost.
 */
export function stageWorkout(
  workout: ImportedWorkout,
  ordinal: number,
  names: ReadonlyMap<string, ImportedName>,
  visibility: z.infer<typeof Visibility>,
  report: Reporter,
): StagedWorkout {
  const exercises = workout.exercises.map((exercise) => stageExercise(exercise, workout.line, names, report));
  return {
    ordinal,
    sets: workout.exercises.reduce((sum, { sets }) => sum + sets.length, 0),
    workout: { ...workout, visibility: workout.visibility ?? visibility, exercises },
  };
}

function stageExercise(
  { name, ...exercise }: ImportedExercise,
  line: number,
  names: ReadonlyMap<string, ImportedName>,
  report: Reporter,
): Record<string, unknown> {
  const meant = names.get(name);
  const kind = meant?.kind ?? "weight_reps";
  const allowed = kindMeasures[kind];
  let moved = 0;
  const sets = exercise.sets.map((set) => {
    const strays = strayMeasures(set, allowed);
    moved += strays.length;
    return strays.length === 0 ? set : withNotes(set, strays);
  });
  if (moved > 0) {
    const text = `${moved} values have no field in a ${kind} exercise; they are in the notes of their sets.`;
    report.warn({ line, path: name }, "moved_to_notes", text);
  }
  const id = meant?.exercise_id;
  return { ...exercise, sets, ...(id ? { exercise_id: id } : { new_exercise: { name, kind } }) };
}

function strayMeasures(set: ImportedSet, allowed: readonly Measure[]): Measure[] {
  const measures = ["weight_kg", "reps", "distance_meters", "duration_seconds"] as const;
  return measures.filter((measure) => typeof set[measure] === "number" && !allowed.includes(measure));
}

function withNotes(set: ImportedSet, strays: readonly Measure[]): ImportedSet {
  const fitting = { ...set };
  const texts: string[] = [];
  for (const measure of strays) {
    const value = set[measure] ?? 0;
    if (value !== 0) texts.push(written[measure](value));
    fitting[measure] = null;
  }
  const notes = [set.notes ?? "", texts.join(", ")].filter((text) => text !== "").join("\n");
  return { ...fitting, notes: [...notes].slice(0, maxSetNotesLength).join("") || null };
}
