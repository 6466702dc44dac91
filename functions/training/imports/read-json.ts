import type { z } from "zod";
import {
  DocumentWorkout,
  type ImportedExercise,
  type ImportedWorkout,
  WorkoutDocument,
} from "../../../types/contracts/import.ts";
import { createExerciseList } from "./exercise-list.ts";
import type { Place, Reporter } from "./findings.ts";
import type { ImportOptions, WorkoutsOfFile } from "./import-options.ts";
import { shapeOfJson } from "./json-shape.ts";
import { maxNameLength, maxNotesLength, maxRows, maxSetNotesLength } from "./limits.ts";
import { kilograms, meters } from "./quantities.ts";
import { storableText } from "./texts.ts";
import { timeZone } from "./time-zone.ts";

type Document = z.infer<typeof WorkoutDocument>;

/** Reads the workouts of a document of our own; undefined if it is none, which is reported then. */
export function readJson(text: string, options: ImportOptions, report: Reporter): WorkoutsOfFile | undefined {
  const shape = shapeOfJson(text);
  if (!shape.ok) {
    report.refuse({ line: 1, path: "" }, shape.error, "The document holds more than a file of workouts can.");
    return undefined;
  }
  const document = parse(text, report);
  if (!document) return undefined;

  const known = new Map(document.exercises.map((exercise) => [exercise.id.toLowerCase(), exercise.name]));
  const kinds = new Map(document.exercises.map(({ name, kind }) => [name.trim(), kind]));
  const list = createExerciseList();
  const workouts: ImportedWorkout[] = [];
  let rows = 0;
  for (const [index, value] of document.workouts.entries()) {
    const line = shape.value.lines[index] ?? 1;
    const place = (path: string): Place => ({
      line,
      path: [`workouts[${index}]`, path].filter(Boolean).join("."),
    });
    const workout = readWorkout(value, known, options, place, report);
    if (!workout) continue;
    for (const exercise of workout.exercises) {
      list.add(exercise, kinds.get(exercise.name), new Array(exercise.sets.length).fill(line));
      rows += exercise.sets.length;
    }
    workouts.push(workout);
    if (rows <= maxRows) continue;
    report.refuse(place(""), "too_many_rows", `A file may have ${maxRows} sets; split it.`);
    return undefined;
  }
  const unused = { from: "file", confidence: 1 } as const;
  const exercises = list.finish(report);
  return (
    exercises && {
      source: "json",
      variant: "json",
      rows,
      workoutsInFile: document.workouts.length,
      units: { weight: { unit: "kg", ...unused }, distance: { unit: "m", ...unused } },
      workouts,
      exercises,
    }
  );
}

function parse(text: string, report: Reporter): Document | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = text.slice(0, position).split("\n").length;
    report.refuse({ line, path: "" }, "invalid_json", "Is no JSON from here on.");
    return undefined;
  }
  const document = WorkoutDocument.safeParse(value);
  for (const issue of document.error?.issues.slice(0, 20) ?? []) {
    report.refuse({ line: 1, path: pathOf(issue.path) }, "invalid_value", issue.message);
  }
  return document.data;
}

function readWorkout(
  value: unknown,
  known: ReadonlyMap<string, string>,
  options: ImportOptions,
  place: (path: string) => Place,
  report: Reporter,
): ImportedWorkout | undefined {
  const read = DocumentWorkout.safeParse(value);
  for (const issue of read.error?.issues.slice(0, 20) ?? []) {
    report.refuse(place(pathOf(issue.path)), "invalid_value", issue.message);
  }
  if (!read.success) return undefined;
  const { id, exercises, ...workout } = read.data;

  const start = Date.parse(workout.started_at);
  const end = workout.ended_at ? Date.parse(workout.ended_at) : start;
  if (!(start >= 0 && start < Date.UTC(2101, 0))) {
    report.refuse(place("started_at"), "out_of_range", "Must be from 1970 to 2100.");
    return undefined;
  }
  if (!timeZone(workout.time_zone)) {
    report.refuse(place("time_zone"), "invalid_value", "Is no IANA time zone, such as Europe/Berlin.");
    return undefined;
  }
  if (end < start) {
    report.warn(
      place("ended_at"),
      "end_before_start",
      "The workout ends before it starts; imported without a length.",
    );
  }
  if (start > options.now) report.doubt(place("started_at"), "in_future", "The workout is still to come.");

  const finished: ImportedExercise[] = [];
  for (const [index, exercise] of (exercises ?? []).entries()) {
    const at = (field: string) => place(`exercises[${index}].${field}`);
    const name = storableText(nameOf(exercise, known), maxNameLength, at("name"), report);
    if (name === "") {
      report.refuse(
        at("exercise_id"),
        "missing_value",
        "Neither a name nor the id of one of the document's exercises.",
      );
      return undefined;
    }
    finished.push(finishExercise(exercise, name, index + 1, at, report));
  }
  return {
    ...workout,
    key: `json ${id.toLowerCase()}`,
    line: place("").line,
    name: storableText(workout.name, maxNameLength, place("name"), report) || "Workout",
    notes: noteOf(workout.notes, maxNotesLength, place("notes"), report),
    started_at: new Date(start).toISOString(),
    ended_at: new Date(Math.max(start, end)).toISOString(),
    exercises: finished,
  };
}

type ExerciseOfDocument = NonNullable<z.infer<typeof DocumentWorkout>["exercises"]>[number];

function nameOf({ exercise_id, name }: ExerciseOfDocument, known: ReadonlyMap<string, string>): string {
  return known.get(exercise_id?.toLowerCase() ?? "") ?? name ?? "";
}

function finishExercise(
  { superset_group, notes, sets, position }: ExerciseOfDocument,
  name: string,
  ordinal: number,
  at: (field: string) => Place,
  report: Reporter,
): ImportedExercise {
  return {
    name,
    position: position ?? ordinal,
    superset_group: superset_group ?? null,
    notes: noteOf(notes, maxNotesLength, at("notes"), report),
    sets: (sets ?? []).map(({ id: _id, ...set }, index) => ({
      ...set,
      position: set.position ?? index + 1,
      weight_kg: typeof set.weight_kg === "number" ? kilograms(set.weight_kg, "kg") : null,
      distance_meters: typeof set.distance_meters === "number" ? meters(set.distance_meters, "m") : null,
      notes: noteOf(set.notes, maxSetNotesLength, at(`sets[${index}].notes`), report),
    })),
  };
}

function noteOf(
  text: string | null | undefined,
  maxLength: number,
  place: Place,
  report: Reporter,
): string | null {
  return storableText(text ?? "", maxLength, place, report) || null;
}

/** A path as errors of the API write it: `exercises[1].sets[0].reps`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
