import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { NextWorkout } from "../../../types/contracts/prescription.ts";
import type { LoggedWorkout } from "../../../types/contracts/workout.ts";
import { type Person, signedUpUser } from "../people.ts";
import { exerciseId } from "../workouts.ts";

/** Copies a plan template by its slug, and follows the copy in sequence from 5 January 2026. */
async function followTemplate(person: Person, slug: string, startWeights: Record<string, number> = {}) {
  const { data: template } = await person.client
    .from("published_plans")
    .select("id")
    .eq("slug", slug)
    .single()
    .throwOnError();
  const [planId, enrollmentId] = [randomUUID(), randomUUID()];
  await person.client.rpc("copy_plan", { p_plan_id: template.id, p_copy_id: planId }).throwOnError();
  await person.client
    .rpc("enroll", {
      p_plan_id: planId,
      p_starts_on: "2026-01-05",
      p_mode: "sequence",
      p_enrollment_id: enrollmentId,
      p_start_weights: startWeights,
    })
    .throwOnError();
  return enrollmentId;
}

async function nextWorkout(person: Person, enrollmentId: string) {
  const { data } = await person.client
    .rpc("next_workout", { p_enrollment_id: enrollmentId, p_on: "2026-03-01" })
    .throwOnError();
  return NextWorkout.parse(data);
}

/** The prescription as it was done, in every set as asked; `repsOf` says where it was not. */
function doneAsAsked(
  next: NextWorkout,
  day: number,
  repsOf: (slot: number, asked: number) => number = (_, asked) => asked,
): LoggedWorkout {
  const on = new Date(Date.UTC(2026, 0, 5 + day, 18));
  return {
    id: randomUUID(),
    name: next.routine?.name ?? "",
    started_at: on.toISOString(),
    ended_at: new Date(on.getTime() + 3_600_000).toISOString(),
    time_zone: "UTC",
    routine_id: next.routine?.id ?? null,
    enrollment_id: next.enrollment_id,
    exercises: next.exercises.map((exercise, slot) => ({
      id: randomUUID(),
      exercise_id: exercise.exercise_id,
      routine_exercise_id: exercise.routine_exercise_id,
      position: slot + 1,
      sets: exercise.sets.map(({ position, set_type, plates: _, ...target }) => ({
        id: randomUUID(),
        position,
        set_type,
        ...(target.duration_seconds === null
          ? { reps: repsOf(slot, target.goal_reps ?? target.min_reps ?? 1) }
          : { duration_seconds: target.duration_seconds }),
        ...(target.weight_kg === null ? {} : { weight_kg: target.weight_kg }),
        target,
      })),
    })),
  };
}

const loadsOf = ({ exercises }: NextWorkout) =>
  exercises.map(({ sets }) => sets.map(({ weight_kg }) => weight_kg));
const reasonsOf = ({ exercises }: NextWorkout) => exercises.map(({ progression }) => progression.reason.code);

describe("next_workout", () => {
  test("five sets of five: three lifts rise each time, one that failed waits", async () => {
    const ada = await signedUpUser();
    const [squat, bench, row, press, deadlift] = await Promise.all(
      [
        "barbell-back-squat",
        "barbell-bench-press",
        "barbell-bent-over-row",
        "barbell-overhead-press",
        "barbell-deadlift",
      ].map(exerciseId),
    );
    const enrollmentId = await followTemplate(ada, "five-by-five-linear", {
      [`${squat}`]: 60,
      [`${bench}`]: 50,
      [`${row}`]: 40,
      [`${press}`]: 30,
      [`${deadlift}`]: 80,
    });
    const weeks: unknown[] = [];
    for (let session = 0; session < 5; session += 1) {
      const next = await nextWorkout(ada, enrollmentId);
      weeks.push(loadsOf(next).map(([first]) => first));
      // In the third session the second lift, the bench press, is one repetition short.
      const workout = doneAsAsked(next, 2 * session, (slot, asked) =>
        session === 2 && slot === 1 ? asked - 1 : asked,
      );
      await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    }

    // Squat, bench press and row; squat, press and deadlift; in turn. The squat counts in both.
    expect(weeks).toEqual([
      [60, 50, 40],
      [62.5, 30, 80],
      [65, 52.5, 42.5],
      [67.5, 32.5, 85],
      [70, 52.5, 45],
    ]);
    expect(reasonsOf(await nextWorkout(ada, enrollmentId))).toEqual(["raised", "raised", "raised"]);
  });

  test("5/3/1: three waves of a training max, then a light week", async () => {
    const ada = await signedUpUser();
    const enrollmentId = await followTemplate(ada, "531-wave", {
      [await exerciseId("barbell-overhead-press")]: 60,
    });
    const presses: unknown[] = [];
    for (let session = 0; session < 17; session += 1) {
      const next = await nextWorkout(ada, enrollmentId);
      if (session % 4 === 0) presses.push([next.session?.week, loadsOf(next)[0], reasonsOf(next)[0]]);
      await ada.client.rpc("log_workout", { p_workout: doneAsAsked(next, 2 * session) }).throwOnError();
    }

    // The training max of 60 kg becomes 62.5, of which the light week takes six tenths.
    expect(presses).toEqual([
      [1, [39, 45, 51], "start"],
      [2, [42, 48, 54], "wave"],
      [3, [45, 51, 57], "wave"],
      [4, [24.5, 28, 32], "planned_deload"],
      [1, [40.5, 47, 53], "raised"],
    ]);
  });

  test("every template can be followed from its first session on, without start weights", async () => {
    const ada = await signedUpUser();
    const { data: templates } = await ada.client
      .from("published_plans")
      .select("slug")
      .not("slug", "is", null)
      .throwOnError();

    expect(templates.length).toBeGreaterThanOrEqual(5);
    for (const { slug } of templates) {
      const next = await nextWorkout(ada, await followTemplate(ada, slug ?? ""));
      expect(next.status, `${slug}`).toBe("active");
      expect(next.exercises, `${slug}`).not.toEqual([]);
      await ada.client.rpc("log_workout", { p_workout: doneAsAsked(next, 0) }).throwOnError();
    }
  });

  test("somebody else's enrollment, and one that nobody has, answer the same", async () => {
    const [ada, eve] = [await signedUpUser(), await signedUpUser()];
    const enrollmentId = await followTemplate(ada, "body-weight-full-body");

    const stolen = await eve.client.rpc("next_workout", { p_enrollment_id: enrollmentId });
    const invented = await eve.client.rpc("next_workout", { p_enrollment_id: randomUUID() });

    expect([stolen.status, invented.status]).toEqual([409, 409]);
    expect(stolen.error).toEqual(invented.error);
    expect(ErrorDetails.parse(JSON.parse(stolen.error?.details ?? "")).path).toBe("p_enrollment_id");
  });
});
