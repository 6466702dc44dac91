import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Fields, Value } from "../../watermelon.ts";
import { type CatalogExercise, pick } from "./facts.ts";

// What people do to their rows, on a phone or online.

/** Tables that sync carries, each after those that its rows refer to. */
export const tables = [
  "exercises",
  "exercise_preferences",
  "gyms",
  "gym_equipment",
  "routine_folders",
  "routines",
  "routine_exercises",
  "routine_sets",
  "workouts",
  "workout_exercises",
  "workout_sets",
  "workout_vitals",
  "measurements",
] as const;
export type Table = (typeof tables)[number];

/** How a sync goes: well, or it breaks, or something comes between. */
const ways = [
  "whole",
  "whole",
  "whole",
  "broken before the push",
  "answer lost",
  "sent twice",
  "overtaken",
] as const;
export type Way = (typeof ways)[number];

/** `at` points at one of the rows that exist by then; `value` makes what is written. */
export type Step =
  | {
      readonly do: "create";
      readonly where: number;
      readonly table: Table;
      readonly at: number;
      readonly value: number;
    }
  | {
      readonly do: "edit";
      readonly where: number;
      readonly at: number;
      readonly column: number;
      readonly value: number;
    }
  | { readonly do: "delete"; readonly where: number; readonly at: number; readonly withChildren: boolean }
  | { readonly do: "sync"; readonly device: number; readonly way: Way };

/** Ids of rows that there are, by table. */
export type Known = (table: Table) => readonly string[];

interface TableEdits {
  /** The row that a row belongs to, and goes with. */
  parent?: { table: Table; column: string };
  /** Rows that it may refer to, and does not need: they are let go of when that row is deleted. */
  links?: Record<string, Table>;
  /** What of a row may be edited, each as a number makes it. */
  columns: Record<string, (value: number) => Value>;
  /** What else a new row has. */
  rest?: Fields;
  /** A row that goes by the id of its parent. */
  isNamedByParent?: true;
}

// Now and then a name that no check lets pass, and a weight in pounds, which has more decimals than are kept.
const name = (value: number) => (value % 11 === 0 ? "  " : `Name ${value % 50}`);
const pounds = (value: number) => (value % 300) * 0.45359237;
const note = (value: number) => (value % 5 === 0 ? null : `Note ${value % 50}`);
const position = (value: number) => 1 + (value % 9);
const reps = (value: number) => (value % 13 === 0 ? -1 : value % 20);

const edits: Record<Table, TableEdits> = {
  exercises: {
    columns: {
      name,
      aliases: (value) => JSON.stringify(value % 3 === 0 ? [] : [`Alias ${value % 7}`]),
      cues: (value) => JSON.stringify([`Cue ${value % 7}`]),
    },
    rest: {
      kind: "weight_reps",
      category: "strength",
      level: "beginner",
      is_unilateral: false,
      body_weight_share: 0,
      instructions: "[]",
      muscles: '[{"muscle_id": "quads", "role": "primary", "weight": 1}]',
      equipment: "[]",
    },
  },
  exercise_preferences: {
    parent: { table: "exercises", column: "exercise_id" },
    columns: {
      default_rest_seconds: (value) => value % 600,
      pinned_note: note,
    },
    isNamedByParent: true,
  },
  gyms: { columns: { name, is_default: (value) => value % 2 === 0 } },
  gym_equipment: {
    parent: { table: "gyms", column: "gym_id" },
    columns: { weight_kg: (value) => pounds(value + 1) + 0.01, position },
    rest: { type: "plate", quantity: 2 },
  },
  routine_folders: { columns: { name, position } },
  routines: { links: { folder_id: "routine_folders" }, columns: { name, notes: note, position } },
  routine_exercises: {
    parent: { table: "routines", column: "routine_id" },
    links: { exercise_id: "exercises" },
    columns: { position, notes: note },
  },
  routine_sets: {
    parent: { table: "routine_exercises", column: "routine_exercise_id" },
    columns: { position, weight_kg: pounds, min_reps: (value) => reps(value) + 1 },
  },
  workouts: {
    links: { routine_id: "routines" },
    columns: {
      name,
      notes: note,
      started_at: (value) => Date.UTC(2026, 2, 27) + (value % 96) * 3_600_000,
      time_zone: (value) => pick(["UTC", "Europe/Berlin", "Pacific/Auckland"], value) ?? null,
    },
  },
  workout_exercises: {
    parent: { table: "workouts", column: "workout_id" },
    links: { exercise_id: "exercises", routine_exercise_id: "routine_exercises" },
    columns: { position, notes: note },
  },
  workout_sets: {
    parent: { table: "workout_exercises", column: "workout_exercise_id" },
    columns: {
      position,
      reps,
      weight_kg: pounds,
      set_type: (value) => pick(["normal", "warmup", null], value) ?? null,
    },
  },
  workout_vitals: {
    parent: { table: "workouts", column: "workout_id" },
    columns: {
      average_heart_rate: (value) => 60 + (value % 100),
      energy_kcal: (value) => (value % 3 === 0 ? null : value % 900),
    },
    isNamedByParent: true,
  },
  measurements: {
    columns: { value: (value) => 50 + (value % 5000) / 137, notes: note },
    rest: { measured_at: Date.UTC(2026, 2, 27, 7), time_zone: "Europe/Berlin" },
  },
};

export function editsOf(table: Table): TableEdits {
  return edits[table];
}

/** The tables whose rows go with a row of this one. */
export function childrenOf(table: Table): Table[] {
  return tables.filter((child) => editsOf(child).parent?.table === table);
}

/** What the catalogue has for everybody. */
export interface Globals {
  exercises: CatalogExercise[];
  bodyWeightId: string;
}

/** A link to a row that there is; an exercise of the catalogue where there is no own one. */
function linked(column: string, target: Table, value: number, known: Known, globals: Globals): Value {
  if (column !== "exercise_id") return pick([null, ...known(target)], value) ?? null;
  return pick([...globals.exercises.map(({ id }) => id), ...known(target)], value) ?? null;
}

/** A new row, or one of the kind that it needs where there is nothing yet that it could belong to. */
export function newRow(
  table: Table,
  { at, value }: { at: number; value: number },
  known: Known,
  globals: Globals,
): { table: Table; id: string; fields: Fields } {
  const { parent, links = {}, columns, rest = {}, isNamedByParent } = editsOf(table);
  const fields: Fields = { ...rest };
  let id: string = randomUUID();
  if (parent) {
    const taken = isNamedByParent ? known(table) : [];
    const owner = pick(
      known(parent.table).filter((it) => !taken.includes(it)),
      at,
    );
    if (!owner) return newRow(parent.table, { at, value }, known, globals);
    fields[parent.column] = owner;
    if (isNamedByParent) id = owner;
  }
  if (table === "measurements") fields.type_id = globals.bodyWeightId;
  for (const [column, target] of Object.entries(links)) {
    fields[column] = linked(column, target, value, known, globals);
  }
  for (const [column, make] of Object.entries(columns)) fields[column] = make(value);
  return { table, id, fields };
}

/** A new value for one of a row's columns. */
export function anEdit(
  table: Table,
  { column, value }: { column: number; value: number },
  known: Known,
  globals: Globals,
): Fields {
  const { links = {}, columns } = editsOf(table);
  const edited = pick([...Object.keys(columns), ...Object.keys(links)], column) ?? "";
  const target = links[edited];
  return {
    [edited]: target ? linked(edited, target, value, known, globals) : (columns[edited]?.(value) ?? null),
  };
}

const at = fc.nat(50);
const value = fc.nat(10_000);
// Two devices, and the tables themselves, online.
const where = fc.constantFrom(0, 1, 0, 1, 2);

// What adds is likelier than what takes away, or there would be nothing to disagree on.
const aStep = (among: readonly Table[]): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("create"),
        where,
        table: fc.constantFrom(...among),
        at,
        value,
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("edit"), where, at, column: fc.nat(5), value }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("delete"), where, at, withChildren: fc.boolean() }) },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant("sync"), device: fc.nat(1), way: fc.constantFrom(...ways) }),
    },
  );

// Few tables in a history, so that devices meet in the same rows.
export const aHistory: fc.Arbitrary<Step[]> = fc
  .constantFrom<readonly Table[]>(
    ["exercises", "exercise_preferences", "workout_exercises"],
    ["exercises", "routine_exercises", "gym_equipment"],
    ["gyms", "gym_equipment", "measurements"],
    ["routine_folders", "routines", "routine_exercises", "routine_sets"],
    ["workouts", "workout_exercises", "workout_sets", "workout_vitals"],
    tables,
  )
  .chain((among) => fc.array(aStep(among), { minLength: 5, maxLength: 40, size: "max" }));
