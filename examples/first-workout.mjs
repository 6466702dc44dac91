// Signs up (or in), finds an exercise, logs a workout and reads the progress. Run it again: nothing is there twice.
import { createClient } from "@supabase/supabase-js";

const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, MAILPIT_URL } = process.env;
const supabase = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY);

const email = "first@repstack.test";
const password = "correct horse battery";
const { error: isUnknown } = await supabase.auth.signInWithPassword({ email, password });
if (isUnknown) {
  await supabase.auth.signUp({ email, password });
  // The user types the code from the mail. Here the local stack has captured it.
  const { messages } = await (await fetch(`${MAILPIT_URL}/api/v1/search?query=to:"${email}"`)).json();
  const [token] = messages[0].Snippet.match(/\d{6}/);
  const { error } = await supabase.auth.verifyOtp({ email, token, type: "email" });
  if (error) throw error;
}

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
