import type { ExerciseKind } from "../../../types/contracts/exercise.ts";
import type { ImportedExercise, ImportedSet, ImportedWorkout } from "../../../types/contracts/import.ts";
import type { Layout } from "./column.ts";
import type { Draft, DraftExercise } from "./drafts.ts";
import type { Place, Reporter } from "./findings.ts";
import { maxExercises, maxNameLength, maxNotesLength, maxSets } from "./limits.ts";
import { type DistanceUnit, kilograms, meters, type WeightUnit } from "./quantities.ts";
import type { RawSet } from "./raw-set.ts";
import { place } from "./row.ts";
import type { StartAndEnd } from "./start-and-end.ts";
import { readText, shorten } from "./texts.ts";

/** What a workout needs beside its rows. */
export interface Finishing {
  layout: Layout;
  /** For sets that say none. */
  units: { weight: WeightUnit; distance: DistanceUnit };
  report: Reporter;
}

/** An exercise of a workout, and the lines of its sets. */
export interface FinishedExercise {
  exercise: ImportedExercise;
  /** Where the file says it. */
  kind: ExerciseKind | undefined;
  lines: number[];
}

/** Turns the exercises of a workout into what is imported; undefined if they break a limit, which is reported then. */
export function finishExercises(draft: Draft, finishing: Finishing): FinishedExercise[] | undefined {
  const { report } = finishing;
  if (draft.exercises.length > maxExercises) {
    const text = `A workout may have ${maxExercises} exercises.`;
    report.refuse(place(draft.row, "exercise"), "too_many_exercises", text);
    return undefined;
  }
  const supersets = new Map<string, number>();
  const finished: FinishedExercise[] = [];
  for (const exercise of draft.exercises) {
    const at = { line: exercise.line, path: place(draft.row, "exercise").path };
    if (exercise.sets.length > maxSets) {
      report.refuse(at, "too_many_sets", `An exercise of a workout may have ${maxSets} sets.`);
      return undefined;
    }
    const sets = exercise.sets.map((set, index) => finishSet(set, index + 1, finishing));
    finished.push({
      exercise: {
        name: nameOf(exercise),
        position: finished.length + 1,
        superset_group: groupOf(exercise.superset, supersets),
        notes: joined(exercise.notes, at, report),
        sets: sets.filter((set) => set !== undefined),
      },
      kind: exercise.isAssisted ? "assisted_bodyweight" : undefined,
      lines: exercise.sets.map(({ line }) => line),
    });
    if (sets.includes(undefined)) return undefined;
  }
  return finished;
}

/** The workout itself, as the file names and describes it. */
export function finishWorkout(
  { row, notes }: Draft,
  when: StartAndEnd & { timeZone: string; externalId: string },
  exercises: FinishedExercise[],
  report: Reporter,
): ImportedWorkout {
  return {
    key: `${row.layout.source} ${when.externalId}`,
    source: row.layout.source,
    external_id: when.externalId,
    line: row.line,
    name: readText(row, "workout_name", maxNameLength, report) || "Workout",
    notes: joined(notes, place(row, "workout_notes"), report),
    started_at: new Date(when.start).toISOString(),
    ended_at: new Date(when.end).toISOString(),
    time_zone: when.timeZone,
    exercises: exercises.map(({ exercise }) => exercise),
  };
}

function finishSet(
  raw: RawSet,
  position: number,
  { layout, units, report }: Finishing,
): ImportedSet | undefined {
  const weight = raw.weight === null ? null : kilograms(Math.abs(raw.weight), raw.weightUnit ?? units.weight);
  const distance = raw.distance === null ? null : meters(raw.distance, raw.distanceUnit ?? units.distance);
  const at = (field: "weight" | "distance"): Place => ({
    line: raw.line,
    path: layout.columns[field]?.header ?? field,
  });
  if (weight !== null && weight > 2000) {
    report.refuse(at("weight"), "out_of_range", `${weight} kg; 2000 kg is the limit.`);
    return undefined;
  }
  if (distance !== null && distance > 1_000_000) {
    report.refuse(at("distance"), "out_of_range", `${distance} metres; 1000 km is the limit.`);
    return undefined;
  }
  return {
    position,
    set_type: raw.setType,
    reps: raw.reps,
    weight_kg: weight,
    duration_seconds: raw.seconds,
    distance_meters: distance,
    rpe: raw.rpe,
    rir: raw.rir,
    side: raw.side,
    rest_seconds: raw.restSeconds,
    notes: raw.notes,
  };
}

/** Help and load of one exercise are told apart by its name, because they are two exercises here. */
function nameOf({ name, isAssisted, saysAssisted }: DraftExercise): string {
  return isAssisted && !saysAssisted ? `${[...name].slice(0, maxNameLength - 11).join("")} (Assisted)` : name;
}

function groupOf(superset: string, groups: Map<string, number>): number | null {
  if (superset === "") return null;
  const group = groups.get(superset) ?? groups.size + 1;
  groups.set(superset, group);
  return group;
}

function joined(notes: string[], at: Place, report: Reporter): string | null {
  return notes.length === 0 ? null : shorten(notes.join("\n"), maxNotesLength, at, report);
}
