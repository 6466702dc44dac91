import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { EnrollmentAnswer, EnrollmentSchedule } from "../../types/contracts/enrollment.ts";
import { type Plan, PlanAnswer, type PlanDay, StoredPlanAnswer } from "../../types/contracts/plan.ts";
import type { Person } from "./people.ts";
import { aim, aRoutine, planned, saved } from "./routines.ts";
import { aWorkout, performed, set } from "./workouts.ts";

type Client = Pick<Person, "client">;
type Day = z.infer<typeof PlanDay>;

/** A day of a plan: `day(1, 3, routine.id)` is the Wednesday of its first week. */
export function day(week: number, weekday: number, routineId?: string, rest: Partial<Day> = {}): Day {
  return {
    id: randomUUID(),
    week,
    weekday,
    ...(routineId === undefined ? {} : { routine_id: routineId }),
    ...rest,
  };
}

/** A plan of a week that is new until told otherwise. */
export function aPlan(days: Day[], rest: Partial<Plan> = {}): Plan {
  return { id: randomUUID(), name: "Strength", ...rest, days };
}

/** Saves a plan of somebody's, and answers it as stored. */
export async function savedPlan({ client }: Client, plan: Plan) {
  const { data } = await client.rpc("save_plan", { p_plan: plan }).throwOnError();
  return StoredPlanAnswer.parse(data).plan;
}

/** Reads a plan that somebody may see. */
export async function readPlan({ client }: Client, id: string) {
  const { data } = await client.rpc("plan", { p_plan_id: id }).throwOnError();
  return PlanAnswer.parse(data).plan;
}

/** A routine of push-ups, stored. */
export async function savedRoutine(person: Client, name: string): Promise<string> {
  const routine = aRoutine([await planned("push-up", aim(10))], { name });
  return (await saved(person, routine)).id;
}

/** Somebody begins to follow a plan of theirs, and hears what is next. */
export async function enrolled(
  { client }: Client,
  planId: string,
  startsOn: string,
  mode: "calendar" | "sequence" = "calendar",
) {
  const { data } = await client
    .rpc("enroll", { p_plan_id: planId, p_starts_on: startsOn, p_mode: mode, p_enrollment_id: randomUUID() })
    .throwOnError();
  return EnrollmentAnswer.parse(data).enrollment;
}

/** An enrollment as it is now. */
export async function readEnrollment({ client }: Client, id: string) {
  const { data } = await client.rpc("enrollment", { p_enrollment_id: id }).throwOnError();
  return EnrollmentAnswer.parse(data).enrollment;
}

/** The days of an enrollment from one up to, and not including, another. */
export async function schedule({ client }: Client, id: string, from: string, to: string) {
  const { data } = await client
    .rpc("enrollment_schedule", { p_enrollment_id: id, p_from: from, p_to: to })
    .throwOnError();
  return EnrollmentSchedule.parse(data).days;
}

/** Somebody trains a routine of an enrollment at noon of a day, by their clock in UTC. */
export async function train({ client }: Client, on: string, enrollmentId: string, routineId: string) {
  const workout = aWorkout([await performed("push-up", set(10))], {
    started_at: `${on}T12:00:00Z`,
    ended_at: `${on}T13:00:00Z`,
    time_zone: "UTC",
    enrollment_id: enrollmentId,
    routine_id: routineId,
  });
  await client.rpc("log_workout", { p_workout: workout }).throwOnError();
  return workout.id;
}
