import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous, signedUpUser } from "../people.ts";
import { exerciseId } from "../workouts.ts";

async function liveWorkout() {
  const ada = await signedUpUser();
  const workout = {
    id: randomUUID(),
    name: "Legs",
    started_at: "2026-05-04T10:00:00Z",
    time_zone: "Europe/London",
  };
  const exercise = {
    id: randomUUID(),
    workout_id: workout.id,
    exercise_id: await exerciseId("barbell-back-squat"),
    position: 1,
  };
  await ada.client.from("workouts").insert(workout).throwOnError();
  await ada.client.from("workout_exercises").insert(exercise).throwOnError();
  const aSet = { id: randomUUID(), workout_exercise_id: exercise.id, position: 1, reps: 5, weight_kg: 140 };
  await ada.client.from("workout_sets").upsert(aSet).throwOnError();
  return { ada, workout, exercise, aSet };
}

describe("logging row by row", () => {
  test("the rollup follows each set as it is added, changed and deleted", async () => {
    const { ada, exercise, aSet } = await liveWorkout();
    const volumes = async () => {
      const { data } = await ada.client
        .rpc("exercise_trend", { p_exercise_id: exercise.exercise_id, p_metric: "volume" })
        .throwOnError();
      return data.map((day) => day.value);
    };

    expect(await volumes()).toEqual([700]);
    await ada.client.from("workout_sets").update({ reps: 6 }).eq("id", aSet.id).throwOnError();
    expect(await volumes()).toEqual([840]);
    await ada.client.from("workout_sets").delete().eq("id", aSet.id).throwOnError();
    expect(await volumes()).toEqual([]);
  });

  test("an upsert of the same set again is a retry, not a second set", async () => {
    const { ada, aSet } = await liveWorkout();

    await ada.client.from("workout_sets").upsert(aSet).throwOnError();

    const { data } = await ada.client
      .from("workout_sets")
      .select("id, reps")
      .eq("user_id", ada.id)
      .throwOnError();
    expect(data).toEqual([{ id: aSet.id, reps: 5 }]);
  });

  test("a set with a field that the kind does not have is refused with the constraint's name", async () => {
    const { ada, exercise } = await liveWorkout();

    const { error, status } = await ada.client
      .from("workout_sets")
      .insert({ id: randomUUID(), workout_exercise_id: exercise.id, position: 2, distance_meters: 100 });

    expect(status).toBe(400);
    expect(error).toMatchObject({ code: "23514" });
    expect(error?.message).toContain("workout_sets_kind_has_distance_check");
  });

  test("nobody adds to somebody else's workout, and learns nothing of it", async () => {
    const { workout, exercise } = await liveWorkout();
    const bob = await signedUpUser();

    const into = await bob.client.from("workout_exercises").insert({ ...exercise, id: randomUUID() });
    const nowhere = await bob.client
      .from("workout_exercises")
      .insert({ ...exercise, id: randomUUID(), workout_id: randomUUID() });
    const read = await bob.client.from("workouts").select().eq("id", workout.id).throwOnError();

    expect([into.status, nowhere.status]).toEqual([409, 409]);
    expect(into.error).toEqual(nowhere.error);
    expect(read.data).toEqual([]);
  });

  test("a workout comes with its exercises and sets in one request", async () => {
    const { ada, workout, aSet } = await liveWorkout();

    const { data } = await ada.client
      .from("workouts")
      .select("name, workout_exercises(position, exercises(name), workout_sets(id, weight_kg))")
      .eq("id", workout.id)
      .single()
      .throwOnError();

    expect(data).toEqual({
      name: "Legs",
      workout_exercises: [
        {
          position: 1,
          exercises: { name: "Barbell Back Squat" },
          workout_sets: [{ id: aSet.id, weight_kg: 140 }],
        },
      ],
    });
  });

  test("without an account everything but the catalogue answers 401", async () => {
    for (const table of [
      "workouts",
      "workout_exercises",
      "workout_sets",
      "profiles",
      "profile_settings",
    ] as const) {
      const { status, error } = await anonymous().from(table).select();
      expect([table, status, error?.code]).toEqual([table, 401, "42501"]);
    }
    const log = await anonymous().rpc("log_workout", { p_workout: {} });
    expect([log.status, log.error?.code]).toEqual([401, "42501"]);
  });
});
