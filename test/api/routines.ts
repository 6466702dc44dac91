import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { ErrorDetails } from "../../types/contracts/error.ts";
import {
  type Routine,
  RoutineAnswer,
  type RoutineExercise,
  type RoutineSet,
  type StoredRoutine,
} from "../../types/contracts/routine.ts";
import type { Person } from "./people.ts";
import { exerciseId } from "./workouts.ts";

type Aim = z.infer<typeof RoutineSet>;
type Exercise = z.infer<typeof RoutineExercise>;

/** A set that aims at so many repetitions, with so many kilograms. */
export function aim(reps: number, weightKg?: number, rest: Partial<Aim> = {}): Omit<Aim, "position"> {
  return {
    id: randomUUID(),
    min_reps: reps,
    max_reps: reps,
    ...(weightKg === undefined ? {} : { weight_kg: weightKg }),
    ...rest,
  };
}

/** An exercise of the catalogue with what its sets aim at, as it stands in a routine. */
export async function planned(
  slug: string,
  ...sets: Omit<Aim, "position">[]
): Promise<Omit<Exercise, "position">> {
  return {
    id: randomUUID(),
    exercise_id: await exerciseId(slug),
    sets: sets.map((it, index) => ({ ...it, position: index + 1 })),
  };
}

/** A routine that is new until told otherwise. */
export function aRoutine(exercises: Omit<Exercise, "position">[], rest: Partial<Routine> = {}): Routine {
  return {
    id: randomUUID(),
    name: "Push",
    ...rest,
    exercises: exercises.map((it, index) => ({ ...it, position: index + 1 })),
  };
}

/** Saves a routine of somebody's, and answers it as stored. */
export async function saved({ client }: Pick<Person, "client">, routine: Routine): Promise<StoredRoutine> {
  const { data } = await client.rpc("save_routine", { p_routine: routine }).throwOnError();
  return RoutineAnswer.parse(data).routine;
}

/** Reads a routine that somebody may see. */
export async function read({ client }: Pick<Person, "client">, id: string): Promise<StoredRoutine> {
  const { data } = await client.rpc("routine", { p_routine_id: id }).throwOnError();
  return RoutineAnswer.parse(data).routine;
}

/** How somebody's save is refused. */
export async function refusedSave({ client }: Pick<Person, "client">, routine: Routine) {
  const { error, status } = await client.rpc("save_routine", { p_routine: routine });
  if (!error) throw new Error("The routine was saved.");
  return {
    status,
    key: error.message,
    hint: error.hint,
    details: ErrorDetails.parse(JSON.parse(error.details)),
  };
}
