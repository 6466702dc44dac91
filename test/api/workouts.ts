import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { LoggedExercise, LoggedSet, LoggedWorkout } from "../../types/contracts/workout.ts";
import { anonymous } from "./people.ts";

type Set = z.infer<typeof LoggedSet>;
type Exercise = z.infer<typeof LoggedExercise>;

/** A set of so many repetitions with so many kilograms. */
export function set(reps: number, weightKg?: number, rest: Partial<Set> = {}): Omit<Set, "position"> {
  return { id: randomUUID(), reps, ...(weightKg === undefined ? {} : { weight_kg: weightKg }), ...rest };
}

/** An exercise of the catalogue with sets, as it stands in a workout. */
export async function performed(
  slug: string,
  ...sets: Omit<Set, "position">[]
): Promise<Omit<Exercise, "position">> {
  return {
    id: randomUUID(),
    exercise_id: await exerciseId(slug),
    sets: sets.map((it, index) => ({ ...it, position: index + 1 })),
  };
}

/** Id of a global exercise. */
export async function exerciseId(slug: string): Promise<string> {
  const { data } = await anonymous().from("exercises").select("id").eq("slug", slug).single().throwOnError();
  return data.id;
}

/** A finished workout of an hour, on 2 March 2026 in Berlin unless told otherwise. */
export function aWorkout(
  exercises: Omit<Exercise, "position">[],
  rest: Partial<LoggedWorkout> = {},
): LoggedWorkout {
  return {
    id: randomUUID(),
    revision: 1,
    name: "Push",
    started_at: "2026-03-02T18:00:00+01:00",
    ended_at: "2026-03-02T19:00:00+01:00",
    time_zone: "Europe/Berlin",
    ...rest,
    exercises: exercises.map((it, index) => ({ ...it, position: index + 1 })),
  };
}
