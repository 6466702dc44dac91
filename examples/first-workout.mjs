// Signs up (or in), finds an exercise, logs a workout and reads the progress. Run it again: nothing is there twice.
import { signedIn } from "./sign-in.mjs";

const supabase = await signedIn("first@repstack.test");

const search = { p_query: "bnech press", p_limit: 1 };
const { data: found } = await supabase.rpc("search_exercises", search).throwOnError();

// The client makes the ids, and keeps them until the answer has come: sending again then adds nothing.
const id = (number) => `019a0000-0000-7000-8000-00000000000${number}`;
const sets = [60, 70, 75].map((weight_kg, index) => ({
  id: id(index),
  position: index + 1,
  reps: 8,
  weight_kg,
}));
const exercises = [{ id: id(3), exercise_id: found.items[0].id, position: 1, sets }];
const when = {
  started_at: "2026-11-20T18:00:00Z",
  ended_at: "2026-11-20T18:40:00Z",
  time_zone: "Europe/Berlin",
};
const workout = { id: id(4), name: "First workout", ...when, exercises };
await supabase.rpc("log_workout", { p_workout: workout }).throwOnError();

const range = { p_from: "2026-11-01", p_to: "2026-12-01" };
const { data: dashboard } = await supabase.rpc("dashboard", range).throwOnError();
console.log(JSON.stringify(dashboard, null, 2));
