// Saves a gym, a routine whose load rises, and a plan; follows it, trains what is due, and shares it. Run it again: each run
// trains the next session, and nothing else is there twice.
import { anonymous, signedIn } from "./sign-in.mjs";

const supabase = await signedIn("planner@repstack.test");
const call = async (client, name, args) => (await client.rpc(name, args).throwOnError()).data;

// The client makes the ids, and keeps them until the answer has come: sending again then adds nothing.
const id = (number) => `019a0000-0000-7000-8001-${String(number).padStart(12, "0")}`;

// What there is to lift with: loads are rounded to it.
const plates = [20, 10, 5, 2.5, 1.25].map((weight_kg, index) => ({
  id: id(10 + index),
  type: "plate",
  weight_kg,
  quantity: 4,
}));
const bar = { id: id(2), type: "bar", equipment_id: "barbell", weight_kg: 20 };
await call(supabase, "save_gym", { p_gym: { id: id(1), name: "Home", equipment: [bar, ...plates] } });

// Three sets of five, 2.5 kg more after each session in which all were met; a tenth off after three failures in a row.
const search = { p_query: "barbell back squat", p_limit: 1 };
const { items } = await call(supabase, "search_exercises", search);
const squat = {
  id: id(21),
  exercise_id: items[0].id,
  position: 1,
  rest_seconds: 180,
  warmup_ramp: [{ percent: 60, reps: 5 }],
  progression: {
    scheme: "linear",
    increment_kg: 2.5,
    stall: { after: 3, action: "deload", percent: 10 },
  },
  sets: [1, 2, 3].map((position) => ({ id: id(21 + position), position, min_reps: 5, max_reps: 5 })),
};
await call(supabase, "save_routine", { p_routine: { id: id(20), name: "Squats", exercises: [squat] } });

// A week that repeats: Monday and Thursday.
const days = [1, 4].map((weekday) => ({ id: id(30 + weekday), week: 1, weekday, routine_id: id(20) }));
const plan = { id: id(30), name: "Stronger legs", weeks: 1, is_repeating: true, days };
await call(supabase, "save_plan", { p_plan: plan });

// In sequence mode a session waits until it is done. It begins with 60 kg.
await call(supabase, "enroll", {
  p_plan_id: plan.id,
  p_starts_on: "2026-01-05",
  p_mode: "sequence",
  p_enrollment_id: id(40),
  p_start_weights: { [squat.exercise_id]: 60 },
});

function show({ session, exercises: [{ name, sets, warmup, progression }] }) {
  const load = ({ weight_kg, plates: { bar, per_side } }) =>
    `${weight_kg} kg (bar of ${bar.weight_kg}, a side ${per_side
      .flatMap((plate) => Array(plate.count).fill(plate.weight_kg))
      .join(" + ")})`;
  console.log(`Session ${session.number}: ${name}`);
  console.log(`  warm up with ${warmup[0].reps} × ${load(warmup[0])}`);
  console.log(`  ${sets.length} sets of ${sets[0].min_reps} × ${load(sets[0])}`);
  console.log(`  ${progression.reason.text}`);
}

const next = await call(supabase, "next_workout", { p_enrollment_id: id(40) });
show(next);

// The user lifts all of it. Each set goes back with what it was asked: by that it is judged, however the routine changes.
const { session, routine, exercises } = next;
const performed = exercises.map((exercise, index) => ({
  id: id(1000 * session.number + 100 * index),
  exercise_id: exercise.exercise_id,
  routine_exercise_id: exercise.routine_exercise_id,
  position: exercise.position,
  sets: exercise.sets.map(({ position, set_type, plates: _, ...target }) => ({
    id: id(1000 * session.number + 100 * index + position),
    position,
    set_type,
    reps: target.min_reps,
    weight_kg: target.weight_kg,
    target,
  })),
}));
const workout = {
  id: id(1000 * session.number + 999),
  name: routine.name,
  started_at: new Date(Date.now() - 40 * 60_000).toISOString(),
  ended_at: new Date().toISOString(),
  time_zone: "Europe/Berlin",
  routine_id: routine.id,
  enrollment_id: next.enrollment_id,
  exercises: performed,
};
await call(supabase, "log_workout", { p_workout: workout });
show(await call(supabase, "next_workout", { p_enrollment_id: id(40) }));

// Whoever has the link reads the plan, and copies it once they have an account. It was private until then, and still is.
const link = { p_link_id: id(50), p_plan_id: plan.id };
const { share_link } = await call(supabase, "create_share_link", link);
const { shared } = await call(anonymous(), "get_shared", { p_token: share_link.token });
const named = shared.routines.map(({ name, exercises }) => `${name} (${exercises.length} exercise)`);
console.log(`Shared: ${shared.name}, on ${shared.days.length} days a week: ${named.join(", ")}`);
