import { type Field, type Layout, nameColumns } from "./column.ts";
import { lookup } from "./lookup.ts";

// The app translates exercises and months, never its header.
const vocabulary = lookup<Field>({
  title: "workout_name",
  start_time: "started_at",
  end_time: "ended_at",
  description: "workout_notes",
  exercise_title: "exercise",
  superset_id: "superset",
  exercise_notes: "exercise_notes",
  set_index: "set_order",
  set_type: "set_type",
  weight: "weight",
  reps: "reps",
  distance: "distance",
  duration_seconds: "seconds",
  rpe: "rpe",
});

/** Recognises the header of an export of Hevy. */
export function hevyLayout(header: readonly string[]): Layout | undefined {
  const named = nameColumns(header, vocabulary);
  const { started_at, exercise, set_order } = named.columns;
  if (started_at?.header !== "start_time" || !exercise || !set_order) return undefined;
  return { source: "hevy", variant: variantOf(named), ...named, isZeroBlank: false };
}

function variantOf({ columns, weightUnit, distanceUnit }: ReturnType<typeof nameColumns>): string {
  if (!columns.superset) return "H0";
  if (weightUnit === "kg" && distanceUnit === "km") return "H1";
  return weightUnit === "lb" && distanceUnit === "mi" ? "H2" : "H3";
}
