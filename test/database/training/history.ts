import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Client } from "pg";
import {
  anEffort,
  anEnd,
  aSetType,
  aStart,
  type CatalogExercise,
  type Effort,
  effortOf,
  fits,
  pick,
  type Start,
  someWorkout,
  type WorkoutFacts,
} from "./facts.ts";

/** A workout as a client holds it. */
export interface WorkoutOnDevice extends Start {
  readonly id: string;
  revision: number;
  readonly ended_at: string | null;
  exercises: { id: string; exercise: CatalogExercise; sets: { id: string; effort: Effort }[] }[];
}

/** What somebody may do to their training; `at` points at one of the things that exist by then. */
export type Step =
  | { readonly do: "log" | "add workout"; readonly workout: WorkoutFacts }
  | { readonly do: "revise"; readonly at: number; readonly workout: WorkoutFacts }
  | { readonly do: "add exercise" | "swap exercise"; readonly at: number; readonly exercise: number }
  | { readonly do: "add set" | "edit set" | "upsert set"; readonly at: number; readonly effort: Effort }
  | { readonly do: "edit sets"; readonly type: string }
  | { readonly do: "drop set" | "drop exercise" | "drop workout"; readonly at: number }
  | { readonly do: "move workout"; readonly at: number; readonly start: Start }
  | { readonly do: "end workout"; readonly at: number; readonly ended_at: string | null }
  | { readonly do: "put exercise"; readonly at: number; readonly position: number }
  | { readonly do: "move all"; readonly hours: number }
  | { readonly do: "begin days at"; readonly hour: number };

const at = fc.nat();

// What adds is likelier than what takes away, or histories would have nothing left to be wrong about.
export const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("log", "add workout"), workout: someWorkout }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("revise"), at, workout: someWorkout }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add exercise"), at, exercise: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("swap exercise"), at, exercise: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("add set"), at, effort: anEffort }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("edit set", "upsert set"), at, effort: anEffort }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("edit sets"), type: aSetType }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("drop set", "drop exercise"), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drop workout"), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move workout"), at, start: aStart }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("end workout"), at, ended_at: anEnd }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("put exercise"), at, position: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("move all"), hours: fc.integer({ min: -30, max: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("begin days at"), hour: fc.integer({ min: 0, max: 6 }) }),
  },
);

/** A new workout of these facts, with ids of its own. */
export function newWorkout(facts: WorkoutFacts, catalog: CatalogExercise[]): WorkoutOnDevice {
  return { id: randomUUID(), revision: 1, ...placed(facts, catalog, [], []) };
}

/** Facts with ids: those given as long as they last, then new ones, so that a set may change its exercise. */
function placed(
  { exercises, started_at, ended_at, time_zone }: WorkoutFacts,
  catalog: CatalogExercise[],
  exerciseIds: string[],
  setIds: string[],
): Omit<WorkoutOnDevice, "id" | "revision"> {
  return {
    started_at,
    ended_at,
    time_zone,
    exercises: exercises.flatMap(({ exercise: index, efforts }) => {
      const exercise = pick(catalog, index);
      if (!exercise) return [];
      const sets = efforts.map((effort) => ({
        id: setIds.shift() ?? randomUUID(),
        effort: effortOf(exercise.kind, effort),
      }));
      return [{ id: exerciseIds.shift() ?? randomUUID(), exercise, sets }];
    }),
  };
}

/** Sends a workout as an app does. */
export async function logWorkout(client: Client, workout: WorkoutOnDevice): Promise<void> {
  const { exercises, ...rest } = workout;
  const payload = {
    name: "Session",
    ...rest,
    exercises: exercises.map(({ id, exercise, sets }, index) => ({
      id,
      exercise_id: exercise.id,
      position: index + 1,
      sets: sets.map((set, order) => ({ id: set.id, position: order + 1, ...set.effort })),
    })),
  };
  await client.query("select public.log_workout($1)", [JSON.stringify(payload)]);
}

/** Pushes a new workout as a phone that was offline does. */
export async function pushWorkout(client: Client, workout: WorkoutOnDevice): Promise<void> {
  const { id, started_at, ended_at, time_zone, revision, exercises } = workout;
  const created = {
    workouts: [
      {
        id,
        revision,
        name: "Session",
        started_at: Date.parse(started_at),
        ended_at: ended_at && Date.parse(ended_at),
        time_zone,
        _status: "created",
      },
    ],
    workout_exercises: exercises.map((exercise, index) => ({
      id: exercise.id,
      workout_id: id,
      exercise_id: exercise.exercise.id,
      position: index + 1,
    })),
    workout_sets: exercises.flatMap((exercise) =>
      exercise.sets.map((set, order) => ({
        id: set.id,
        workout_exercise_id: exercise.id,
        position: order + 1,
        ...set.effort,
      })),
    ),
  };
  const changes = Object.fromEntries(
    Object.entries(created).map(([table, records]) => [
      table,
      { created: records, updated: [], deleted: [] },
    ]),
  );
  const { rows } = await client.query("select public.sync_push($1) -> 'errors' as errors", [
    JSON.stringify(changes),
  ]);
  if (rows[0].errors.length > 0) throw new Error(JSON.stringify(rows[0].errors));
}

export async function addWorkout(
  client: Client,
  { id, started_at, ended_at, time_zone }: WorkoutOnDevice,
): Promise<void> {
  await client.query(
    "insert into public.workouts (id, name, started_at, ended_at, time_zone) values ($1, 'Session', $2, $3, $4)",
    [id, started_at, ended_at, time_zone],
  );
}

export async function addExercise(
  client: Client,
  workoutId: string,
  exercise: { id: string; exercise: CatalogExercise },
  position: number,
): Promise<void> {
  await client.query(
    "insert into public.workout_exercises (id, workout_id, exercise_id, position) values ($1, $2, $3, $4)",
    [exercise.id, workoutId, exercise.exercise.id, position],
  );
}

const measures = ({ set_type, reps, weight_kg, duration_seconds, distance_meters }: Effort) => [
  set_type,
  reps,
  weight_kg,
  duration_seconds,
  distance_meters,
];

const setOfEffort = "set_type = $2, reps = $3, weight_kg = $4, duration_seconds = $5, distance_meters = $6";

/** Adds a set, or edits the one with this id when asked to upsert. */
export async function addSet(
  client: Client,
  workoutExerciseId: string,
  set: { id: string; effort: Effort },
  position: number,
  upsert = false,
): Promise<void> {
  await client.query(
    `insert into public.workout_sets (
       id, set_type, reps, weight_kg, duration_seconds, distance_meters, workout_exercise_id, position
     )
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     ${upsert ? `on conflict (id) do update set ${setOfEffort}, position = $8` : ""}`,
    [set.id, ...measures(set.effort), workoutExerciseId, position],
  );
}

export async function editSet(client: Client, id: string, effort: Effort): Promise<void> {
  await client.query(`update public.workout_sets set ${setOfEffort} where id = $1`, [
    id,
    ...measures(effort),
  ]);
}

/** Takes one step in the database and on the device. A step that points at nothing does nothing. */
export async function take(
  client: Client,
  step: Step,
  { workouts, catalog }: { workouts: WorkoutOnDevice[]; catalog: CatalogExercise[] },
): Promise<void> {
  const allExercises = workouts.flatMap((workout) => workout.exercises);
  const allSets = allExercises.flatMap((parent) => parent.sets.map((set) => ({ parent, set })));

  switch (step.do) {
    case "log": {
      const workout = newWorkout(step.workout, catalog);
      workouts.push(workout);
      return await logWorkout(client, workout);
    }
    case "revise": {
      const workout = pick(workouts, step.at);
      if (!workout) return;
      const exerciseIds = workout.exercises.map(({ id }) => id);
      const setIds = workout.exercises.flatMap(({ sets }) => sets.map(({ id }) => id)).reverse();
      Object.assign(workout, placed(step.workout, catalog, exerciseIds, setIds));
      workout.revision += 1;
      return await logWorkout(client, workout);
    }
    case "add workout": {
      const workout = { ...newWorkout(step.workout, catalog), exercises: [] };
      workouts.push(workout);
      return await addWorkout(client, workout);
    }
    case "add exercise": {
      const [workout, exercise] = [pick(workouts, step.at), pick(catalog, step.exercise)];
      if (!workout || !exercise) return;
      const added = { id: randomUUID(), exercise, sets: [] };
      workout.exercises.push(added);
      return await addExercise(client, workout.id, added, workout.exercises.length);
    }
    case "swap exercise": {
      const swapped = pick(allExercises, step.at);
      const exercise =
        swapped &&
        pick(
          catalog.filter(({ kind }) => fits(swapped.exercise.kind, kind)),
          step.exercise,
        );
      if (!exercise) return;
      swapped.exercise = exercise;
      await client.query("update public.workout_exercises set exercise_id = $2 where id = $1", [
        swapped.id,
        exercise.id,
      ]);
      return;
    }
    case "add set": {
      const parent = pick(allExercises, step.at);
      if (!parent) return;
      const set = { id: randomUUID(), effort: effortOf(parent.exercise.kind, step.effort) };
      parent.sets.push(set);
      return await addSet(client, parent.id, set, parent.sets.length);
    }
    case "edit set":
    case "upsert set": {
      const found = pick(allSets, step.at);
      if (!found) return;
      found.set.effort = effortOf(found.parent.exercise.kind, step.effort);
      if (step.do === "edit set") return await editSet(client, found.set.id, found.set.effort);
      return await addSet(client, found.parent.id, found.set, 1, true);
    }
    case "edit sets":
      // One statement that reaches over workouts, exercises and days.
      await client.query(
        "update public.workout_sets set set_type = $1, reps = reps / 2, weight_kg = weight_kg * 0.75",
        [step.type],
      );
      return;
    case "drop set": {
      const found = pick(allSets, step.at);
      if (!found) return;
      found.parent.sets = found.parent.sets.filter((set) => set !== found.set);
      await client.query("delete from public.workout_sets where id = $1", [found.set.id]);
      return;
    }
    case "drop exercise": {
      const dropped = pick(allExercises, step.at);
      if (!dropped) return;
      for (const workout of workouts) {
        workout.exercises = workout.exercises.filter((exercise) => exercise !== dropped);
      }
      await client.query("delete from public.workout_exercises where id = $1", [dropped.id]);
      return;
    }
    case "drop workout": {
      const dropped = pick(workouts, step.at);
      if (!dropped) return;
      workouts.splice(workouts.indexOf(dropped), 1);
      await client.query("delete from public.workouts where id = $1", [dropped.id]);
      return;
    }
    case "move workout": {
      const workout = pick(workouts, step.at);
      if (!workout) return;
      await client.query("update public.workouts set started_at = $2, time_zone = $3 where id = $1", [
        workout.id,
        step.start.started_at,
        step.start.time_zone,
      ]);
      return;
    }
    case "end workout": {
      const workout = pick(workouts, step.at);
      if (!workout) return;
      await client.query("update public.workouts set ended_at = $2 where id = $1", [
        workout.id,
        step.ended_at,
      ]);
      return;
    }
    case "put exercise": {
      const put = pick(allExercises, step.at);
      if (!put) return;
      await client.query("update public.workout_exercises set position = $2 where id = $1", [
        put.id,
        step.position,
      ]);
      return;
    }
    case "move all":
      await client.query("update public.workouts set started_at = started_at + make_interval(hours => $1)", [
        step.hours,
      ]);
      return;
    case "begin days at":
      await client.query("update public.profile_settings set day_start_hour = $1", [step.hour]);
  }
}
