import type { Layout } from "./column.ts";
import type { Reporter } from "./findings.ts";
import { fold } from "./fold.ts";
import { maxNameLength, maxNotesLength } from "./limits.ts";
import { type RawSet, readQuantity, readSet } from "./raw-set.ts";
import { cell, place, type Row } from "./row.ts";
import { readText } from "./texts.ts";

/** An exercise of a workout while its rows are being read. */
export interface DraftExercise {
  line: number;
  name: string;
  /** Whether its loads are help: because it says so, or because they are negative. */
  isAssisted: boolean;
  saysAssisted: boolean;
  notes: string[];
  superset: string;
  sets: RawSet[];
}

/** A workout while its rows are being read. */
export interface Draft {
  /** Its first row, which says when it was and how it is called. */
  row: Row;
  notes: string[];
  exercises: DraftExercise[];
  /** Whether one of its rows cannot be read: it is left out as a whole then. */
  isBroken: boolean;
}

// English, Portuguese, Spanish, Italian, Turkish, French and German, as apps call their assisted exercises.
const assisted =
  /\b(assisted|assistid[oa]|asistid[oa]|assistit[oa]|destekli|yardimli|assistee?|unterstutzte?[rs]?)\b/;

/** Takes the rows of a file one by one, and puts those of a workout together. */
export function createDrafts(
  { source }: Layout,
  report: Reporter,
): {
  add(row: Row): void;
  /** Has the workout of a row left out. */
  break(row: Row): void;
  all(): Draft[];
} {
  const drafts = new Map<string, Draft>();
  const texts = { exercise: new Map(), exercise_notes: new Map(), workout_notes: new Map() };

  /** Names and notes stand in every row of a workout; each is read, and reported on, once. */
  const textOf = (row: Row, field: keyof typeof texts, maxLength: number): string => {
    const key = cell(row, field);
    const known: string | undefined = texts[field].get(key);
    if (known !== undefined) return known;
    const text = readText(row, field, maxLength, report);
    texts[field].set(key, text);
    return text;
  };

  const draftOf = (row: Row): Draft => {
    // No text of a file has this character.
    const key = [cell(row, "started_at"), cell(row, "workout_name"), cell(row, "workout_number")].join("\0");
    const known = drafts.get(key);
    if (known) return known;
    const draft: Draft = { row, notes: [], exercises: [], isBroken: false };
    drafts.set(key, draft);
    return draft;
  };

  /** Adds what a row says to its workout; false if it cannot be read. */
  const addTo = (draft: Draft, row: Row): boolean => {
    addNote(draft.notes, textOf(row, "workout_notes", maxNotesLength));
    const name = textOf(row, "exercise", maxNameLength);
    if (name === "") {
      report.refuse(place(row, "exercise"), "missing_value", "A row needs the name of its exercise.");
      return false;
    }
    const previous = draft.exercises.at(-1);
    const token = source === "strong" ? cell(row, "set_order").toLowerCase() : "";
    if (token === "rest timer") return addRest(row, previous?.name === name ? previous : undefined, report);
    const set = token === "note" ? undefined : readSet(row, report);
    if (!set && token !== "note") return false;
    const exercise = exerciseOf(row, name, set, previous);
    if (exercise !== previous) draft.exercises.push(exercise);
    addNote(exercise.notes, textOf(row, "exercise_notes", maxNotesLength));
    if (set) exercise.sets.push(set);
    return true;
  };

  return {
    add(row) {
      if (cell(row, "started_at") === "") {
        report.refuse(place(row, "started_at"), "missing_value", "A row needs the date of its workout.");
        return;
      }
      const draft = draftOf(row);
      if (!addTo(draft, row)) draft.isBroken = true;
    },
    break(row) {
      draftOf(row).isBroken = true;
    },
    all: () => [...drafts.values()],
  };
}

function addNote(notes: string[], note: string): void {
  if (note !== "" && !notes.includes(note)) notes.push(note);
}

/** The exercise that a set belongs to: that of the row before, or a new one. */
function exerciseOf(
  row: Row,
  name: string,
  set: RawSet | undefined,
  previous: DraftExercise | undefined,
): DraftExercise {
  const superset = cell(row, "superset");
  if (previous?.name === name && previous.superset === superset && !startsAgain(set, previous)) {
    // A negative load is help. The same exercise with help and with added load is two exercises here.
    const isAssisted = previous.saysAssisted || (set?.weight ? set.weight < 0 : previous.isAssisted);
    if (isAssisted === previous.isAssisted) return previous;
    if (previous.sets.every(({ weight }) => !weight)) {
      previous.isAssisted = isAssisted;
      return previous;
    }
  }
  const saysAssisted = assisted.test(fold(name));
  const isAssisted = saysAssisted || (set?.weight ?? 0) < 0;
  return { line: row.line, name, isAssisted, saysAssisted, notes: [], superset, sets: [] };
}

/** Whether the numbers of the sets begin anew, as they do for an exercise that is done twice in a row. */
function startsAgain(set: RawSet | undefined, previous: DraftExercise): boolean {
  if (set?.order === undefined) return false;
  const last = previous.sets.findLast(({ order }) => order !== undefined)?.order;
  return last !== undefined && set.order <= last;
}

/** A row of Strong that says how long the rest after the set before it was; false if it cannot be read. */
function addRest(row: Row, exercise: DraftExercise | undefined, report: Reporter): boolean {
  const seconds = readQuantity(row, "seconds", report);
  if (seconds === undefined) return false;
  const set = exercise?.sets.at(-1);
  if (set) set.restSeconds = seconds === null ? null : Math.min(Math.round(seconds), 86_400);
  else report.warn(place(row, "set_order"), "rest_without_set", "There is no set before it; left out.");
  return true;
}
