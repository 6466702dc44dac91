import { type Field, type Layout, nameColumns } from "./column.ts";
import { lookup } from "./lookup.ts";

// English, German and French, as the app writes them; accents are folded.
const vocabulary = lookup<Field>({
  date: "started_at",
  datum: "started_at",
  "workout #": "workout_number",
  "workout name": "workout_name",
  "workout-name": "workout_name",
  "nom de l'entrainement": "workout_name",
  duration: "duration",
  "workout duration": "duration",
  dauer: "duration",
  "workout-dauer": "duration",
  duree: "duration",
  "exercise name": "exercise",
  "name der ubung": "exercise",
  "nom de l'exercice": "exercise",
  "set order": "set_order",
  "reihenfolge festlegen": "set_order",
  "ordre de la serie": "set_order",
  weight: "weight",
  gewicht: "weight",
  poids: "weight",
  "weight unit": "weight_unit",
  reps: "reps",
  "wiederh.": "reps",
  rpe: "rpe",
  distance: "distance",
  entfernung: "distance",
  "distance unit": "distance_unit",
  seconds: "seconds",
  sekunden: "seconds",
  secondes: "seconds",
  notes: "exercise_notes",
  notizen: "exercise_notes",
  "workout notes": "workout_notes",
  "workout-notizen": "workout_notes",
  "notes d'entrainement": "workout_notes",
});

/** Recognises the header of an export of Strong. */
export function strongLayout(header: readonly string[]): Layout | undefined {
  const named = nameColumns(header, vocabulary);
  const { started_at, workout_name, exercise, set_order } = named.columns;
  if (!started_at || !workout_name || !exercise || !set_order) return undefined;
  return { source: "strong", variant: variantOf(named), ...named, isZeroBlank: true };
}

function variantOf({ columns, weightUnit, distanceUnit }: ReturnType<typeof nameColumns>): string {
  const language = { datum: "-de", date: "" }[columns.started_at?.header.toLowerCase() ?? ""] ?? "";
  if (language) return `S${language}`;
  if (columns.exercise?.header.startsWith("Nom")) return "S3-fr";
  if (columns.workout_number) return "S5";
  if (columns.weight_unit) return columns.duration ? "S4+" : "S4";
  if (weightUnit && distanceUnit) return "S0";
  if (columns.duration) return columns.exercise_notes ? "S3" : "S3-min";
  return columns.rpe ? "S2" : "S1";
}
