import type { z } from "zod";
import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type {
  ImportedExercise,
  ImportedName,
  ImportedPart,
  ImportedSet,
  ImportedWorkout,
  Measure,
} from "../../../types/contracts/import.ts";
import type { Visibility } from "../../../types/contracts/workout.ts";
import type { Reporter } from "./findings.ts";
import { kindMeasures } from "./kind-measures.ts";
import { maxSetNotesLength } from "./limits.ts";

/** What a file's exercises mean. */
export interface Meanings {
  /** By their names. */
  names: ReadonlyMap<string, ImportedName>;
  /** By the ids that they have in a document of an account, lower case; those that are to be made keep their id. */
  ids: ReadonlyMap<string, { id: string; kind: ExerciseKind }>;
}

/** A step of an import stores some 600 rows, and no more workouts than fifty. */
const leastSize = 12;

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
  { line, path = "", ...workout }: ImportedWorkout,
  meanings: Meanings,
  visibility: z.infer<typeof Visibility>,
  report: Reporter,
): ImportedPart {
  const exercises = workout.exercises.map((exercise) => stageExercise(exercise, line, meanings, report));
  return {
    section: "workouts",
    line,
    path,
    size: Math.max(
      workout.exercises.reduce((sum, { sets }) => sum + sets.length, 0),
      leastSize,
    ),
    part: { ...workout, visibility: workout.visibility ?? visibility, exercises },
  };
}

/** Puts the exercises that are there already in place of those that a document has. */
export function stagePart(imported: ImportedPart, { ids }: Meanings): ImportedPart {
  const meant = (id: unknown) => (typeof id === "string" ? (ids.get(id.toLowerCase())?.id ?? id) : id);
  const withMeant = (row: unknown) =>
    typeof row === "object" && row !== null && "exercise_id" in row
      ? { ...row, exercise_id: meant(row.exercise_id) }
      : row;
  const part = { ...imported.part };
  for (const field of ["exercise_id", "replaced_by"]) if (field in part) part[field] = meant(part[field]);
  if (imported.section === "exercises") part.id = meant(part.id);
  for (const within of ["equipment", "exercises"]) {
    const rows = part[within];
    if (Array.isArray(rows)) part[within] = rows.map(withMeant);
  }
  const weights = part.start_weights;
  if (typeof weights === "object" && weights !== null) {
    part.start_weights = Object.fromEntries(Object.entries(weights).map(([id, kg]) => [meant(id), kg]));
  }
  return { ...imported, part };
}

function stageExercise(
  { name, exercise_id, ...exercise }: ImportedExercise,
  line: number,
  { names, ids }: Meanings,
  report: Reporter,
): Record<string, unknown> {
  const known = ids.get(exercise_id?.toLowerCase() ?? "");
  const meant = known ? { kind: known.kind, exercise_id: known.id } : names.get(name);
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
