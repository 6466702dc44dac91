import type { z } from "zod";
import {
  DocumentWorkout,
  type ImportedExercise,
  type ImportedWorkout,
  WorkoutDocument,
} from "../../../types/contracts/import.ts";
import { createExerciseList } from "./exercise-list.ts";
import type { Place, Reporter } from "./findings.ts";
import type { ContentOfFile, ExerciseOfDocument, ImportOptions } from "./import-options.ts";
import { shapeOfJson } from "./json-shape.ts";
import { maxNameLength, maxNotesLength, maxRows, maxSetNotesLength } from "./limits.ts";
import { kilograms, meters } from "./quantities.ts";
import { readAccount } from "./read-account.ts";
import { storableText } from "./texts.ts";
import { timeZone } from "./time-zone.ts";

type Document = z.infer<typeof WorkoutDocument>;

/** Reads the workouts of a document of our own; undefined if it is none, which is reported then. */
export function readJson(text: string, options: ImportOptions, report: Reporter): ContentOfFile | undefined {
  const shape = shapeOfJson(text);
  if (!shape.ok) {
    report.refuse({ line: 1, path: "" }, shape.error, "The document holds more than a file of workouts can.");
    return undefined;
  }
  const value = parse(text, report);
  const document = value && documentOf(value, report);
  if (!document) return undefined;
  const isAccount = document.format === "repstack";
  const lines = shape.value.lines.get("workouts");

  const known = new Map(document.exercises.map((exercise) => [exercise.id.toLowerCase(), exercise.name]));
  const kinds = new Map(document.exercises.map(({ name, kind }) => [name.trim(), kind]));
  const list = createExerciseList();
  const workouts: ImportedWorkout[] = [];
  let rows = 0;
  for (const [index, value] of document.workouts.entries()) {
    const line = lines?.[index] ?? 1;
    const place = (path: string): Place => ({
      line,
      path: [`workouts[${index}]`, path].filter(Boolean).join("."),
    });
    const workout = readWorkout(value, { known, options, isAccount, place, report });
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
  const parts = isAccount ? readAccount(value, shape.value.lines, report) : [];
  if (!parts) return undefined;
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
      parts,
      documentExercises: isAccount ? exercisesOf(document, workouts) : [],
    }
  );
}

/** The exercises that a document of an account has, and those that its workouts refer to beside them. */
function exercisesOf(document: Document, workouts: readonly ImportedWorkout[]): ExerciseOfDocument[] {
  const exercises = new Map<string, ExerciseOfDocument>();
  for (const exercise of document.exercises) exercises.set(exercise.id.toLowerCase(), exercise);
  for (const { exercise_id, name } of workouts.flatMap((workout) => workout.exercises)) {
    const id = exercise_id?.toLowerCase();
    if (id !== undefined && !exercises.has(id)) exercises.set(id, { id, name, kind: null });
  }
  return [...exercises].map(([id, { name, kind }]) => ({ id, name, kind }));
}

function parse(text: string, report: Reporter): Record<string, unknown> | undefined {
  try {
    const value: unknown = hasUnstorable.test(text) ? JSON.parse(text, storable) : JSON.parse(text);
    if (isObject(value)) return value;
    report.refuse({ line: 1, path: "" }, "invalid_value", "Must be an object.");
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = text.slice(0, position).split("\n").length;
    report.refuse({ line, path: "" }, "invalid_json", "Is no JSON from here on.");
  }
  return undefined;
}

/** What JSON may say and Postgres does not store: the character 0, and halves of a surrogate pair. */
const hasUnstorable = /\\u(0000|d[89a-f])/i;

function storable(_key: string, value: unknown): unknown {
  if (typeof value === "string") return storableString(value);
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  if (names.every((name) => storableString(name) === name)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storableString(name), inner]));
}

function storableString(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function documentOf(value: Record<string, unknown>, report: Reporter): Document | undefined {
  const document = WorkoutDocument.safeParse(value);
  for (const issue of document.error?.issues.slice(0, 20) ?? []) {
    report.refuse({ line: 1, path: pathOf(issue.path) }, "invalid_value", issue.message);
  }
  return document.data;
}

interface Reading {
  /** Names of the document's exercises by their ids. */
  known: ReadonlyMap<string, string>;
  options: ImportOptions;
  isAccount: boolean;
  place: (path: string) => Place;
  report: Reporter;
}

function readWorkout(value: unknown, reading: Reading): ImportedWorkout | undefined {
  const { known, options, isAccount, place, report } = reading;
  const read = DocumentWorkout.safeParse(value);
  for (const issue of read.error?.issues.slice(0, 20) ?? []) {
    report.refuse(place(pathOf(issue.path)), "invalid_value", issue.message);
  }
  if (!read.success) return undefined;
  const { id, exercises, day_start_hour, ...workout } = read.data;

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
    const name = textOf(nameOf(exercise, known), maxNameLength, at("name"), reading);
    if (name === "") {
      report.refuse(
        at("exercise_id"),
        "missing_value",
        "Neither a name nor the id of one of the document's exercises.",
      );
      return undefined;
    }
    finished.push(finishExercise(exercise, name, index + 1, at, reading));
  }
  return {
    ...workout,
    key: `json ${id.toLowerCase()}`,
    ...place(""),
    name: textOf(workout.name, maxNameLength, place("name"), reading) || "Workout",
    notes: noteOf(workout.notes, maxNotesLength, place("notes"), reading),
    started_at: isAccount ? workout.started_at : new Date(start).toISOString(),
    ended_at: isAccount ? (workout.ended_at ?? null) : new Date(Math.max(start, end)).toISOString(),
    ...(typeof day_start_hour === "number" ? { day_start_hour } : {}),
    exercises: finished,
  };
}

type ExerciseOfWorkout = NonNullable<z.infer<typeof DocumentWorkout>["exercises"]>[number];

function nameOf({ exercise_id, name }: ExerciseOfWorkout, known: ReadonlyMap<string, string>): string {
  return known.get(exercise_id?.toLowerCase() ?? "") ?? name ?? "";
}

function finishExercise(
  { exercise_id, routine_exercise_id, superset_group, notes, sets, position }: ExerciseOfWorkout,
  name: string,
  ordinal: number,
  at: (field: string) => Place,
  reading: Reading,
): ImportedExercise {
  return {
    name,
    ...(reading.isAccount && exercise_id ? { exercise_id } : {}),
    ...(routine_exercise_id ? { routine_exercise_id } : {}),
    position: position ?? ordinal,
    superset_group: superset_group ?? null,
    notes: noteOf(notes, maxNotesLength, at("notes"), reading),
    sets: (sets ?? []).map(({ id: _id, ...set }, index) => ({
      ...set,
      position: set.position ?? index + 1,
      weight_kg: typeof set.weight_kg === "number" ? kilograms(set.weight_kg, "kg") : null,
      distance_meters: typeof set.distance_meters === "number" ? meters(set.distance_meters, "m") : null,
      notes: noteOf(set.notes, maxSetNotesLength, at(`sets[${index}].notes`), reading),
    })),
  };
}

function noteOf(
  text: string | null | undefined,
  maxLength: number,
  place: Place,
  reading: Reading,
): string | null {
  return textOf(text ?? "", maxLength, place, reading) || null;
}

/** A text as it is stored. What an account has was stored before, and stays as it is. */
function textOf(text: string, maxLength: number, place: Place, { isAccount, report }: Reading): string {
  return isAccount ? text : storableText(text, maxLength, place, report);
}

/** A path as errors of the API write it: `exercises[1].sets[0].reps`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
