import { type Field, type Layout, nameColumns } from "./column.ts";
import { lookup } from "./lookup.ts";

// Documented in docs/import.md: what a person, or another app's developer, writes.
const vocabulary = lookup<Field>({
  date: "started_at",
  started_at: "started_at",
  ended_at: "ended_at",
  duration: "duration",
  time_zone: "time_zone",
  workout: "workout_name",
  workout_name: "workout_name",
  workout_notes: "workout_notes",
  exercise: "exercise",
  exercise_name: "exercise",
  exercise_notes: "exercise_notes",
  superset: "superset",
  superset_group: "superset",
  set: "set_order",
  set_order: "set_order",
  set_type: "set_type",
  weight: "weight",
  weight_unit: "weight_unit",
  reps: "reps",
  distance: "distance",
  distance_unit: "distance_unit",
  seconds: "seconds",
  duration_seconds: "seconds",
  rpe: "rpe",
  rir: "rir",
  side: "side",
  rest_seconds: "rest_seconds",
  notes: "set_notes",
  set_notes: "set_notes",
});

/** Recognises the header of our own CSV: a date and an exercise are all that it must have. */
export function genericLayout(header: readonly string[]): Layout | undefined {
  const named = nameColumns(
    header.map((name) => name.trim().replaceAll(" ", "_")),
    vocabulary,
  );
  if (!named.columns.started_at || !named.columns.exercise) return undefined;
  return { source: "csv", variant: "csv", ...named, isZeroBlank: false };
}
