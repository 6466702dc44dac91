import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { RepstackClient } from "../../../types/client.ts";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { LoggedWorkoutAnswer } from "../../../types/contracts/workout.ts";
import { signedUpUser } from "../people.ts";
import { aWorkout, performed, set } from "../workouts.ts";

describe("log_workout", () => {
  test("the same call twice stores one workout and answers the same", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([
      await performed("barbell-bench-press", set(10, 20, { set_type: "warmup" }), set(5, 100), set(5, 102.5)),
    ]);

    const first = await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    const second = await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    expect(second.data).toEqual(first.data);
    expect(LoggedWorkoutAnswer.parse(first.data).workout).toMatchObject({
      id: workout.id,
      local_date: "2026-03-02",
      exercises: 1,
      sets: 2,
      volume_kg: 1012.5,
    });
    const sets = await ada.client
      .from("workout_sets")
      .select("id", { count: "exact", head: true })
      .eq("user_id", ada.id);
    expect(sets.count).toBe(3);
  });

  test("ten calls at once with one id store one workout", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([await performed("push-up", set(20))]);

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ada.client.rpc("log_workout", { p_workout: workout })),
    );

    expect(answers.map(({ error }) => error)).toEqual(Array(10).fill(null));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  });

  test("a higher revision replaces the workout, a lower one changes nothing", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([await performed("barbell-bench-press", set(5, 100))]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const edited = {
      ...workout,
      revision: 3,
      exercises: [{ ...(await performed("push-up", set(12))), position: 1 }],
    };
    await ada.client.rpc("log_workout", { p_workout: edited }).throwOnError();
    const stale = await ada.client
      .rpc("log_workout", { p_workout: { ...workout, revision: 2 } })
      .throwOnError();

    expect(LoggedWorkoutAnswer.parse(stale.data).workout).toMatchObject({
      revision: 3,
      sets: 1,
      volume_kg: 0,
    });
  });

  test("a set that its exercise does not allow is refused by name, and nothing is stored", async () => {
    const ada = await signedUpUser();
    const workout = aWorkout([
      await performed("barbell-bench-press", set(5, 100)),
      await performed("push-up", set(10), set(10, 20)),
    ]);

    const { error, status } = await ada.client.rpc("log_workout", { p_workout: workout });

    expect(status).toBe(422);
    expect(error).toMatchObject({ code: "PT422", message: "field_not_allowed" });
    expect(error?.hint).toMatch(/nothing was stored/);
    expect(ErrorDetails.parse(JSON.parse(error?.details ?? ""))).toMatchObject({
      path: "exercises[1].sets[1].weight_kg",
    });
    const { data } = await ada.client.from("workouts").select("id").eq("user_id", ada.id).throwOnError();
    expect(data).toEqual([]);
  });

  test("an id of somebody else, and one that nobody has, answer the same", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const workout = aWorkout([await performed("barbell-bench-press", set(5, 100))]);
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const stolen = await bob.client.rpc("log_workout", { p_workout: workout });
    const unknown = aWorkout([{ ...(await performed("push-up", set(5))), exercise_id: randomUUID() }]);
    const invented = await bob.client.rpc("log_workout", { p_workout: unknown });

    expect([stolen.status, invented.status]).toEqual([409, 409]);
    expect(stolen.error).toMatchObject({ code: "PT409", message: "id_unusable" });
    expect(invented.error).toMatchObject({ code: "PT409", message: "id_unusable" });
  });

  test("whoever sees a shared workout does not see the heart of who did it", async () => {
    const [ada, bob] = await Promise.all([signedUpUser(), signedUpUser()]);
    const consent = { p_purpose: "health_data", p_text_version: "1", p_locale: "en" };
    await ada.client.rpc("record_consent", consent).throwOnError();
    await ada.client.from("profiles").update({ visibility: "public" }).eq("user_id", ada.id).throwOnError();
    const workout = aWorkout([await performed("push-up", set(20, undefined, { max_heart_rate: 171 }))], {
      visibility: "public",
      energy_kcal: 350,
    });
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const shared =
      "name, workout_vitals(energy_kcal), workout_exercises(workout_sets(reps, workout_set_vitals(max_heart_rate)))";
    const read = async ({ client }: { client: RepstackClient }) =>
      (await client.from("workouts").select(shared).eq("id", workout.id).single().throwOnError()).data;

    expect(await read(ada)).toMatchObject({
      workout_vitals: { energy_kcal: 350 },
      workout_exercises: [{ workout_sets: [{ reps: 20, workout_set_vitals: { max_heart_rate: 171 } }] }],
    });
    expect(await read(bob)).toMatchObject({
      name: workout.name,
      workout_vitals: null,
      workout_exercises: [{ workout_sets: [{ reps: 20, workout_set_vitals: null }] }],
    });
  });

  test("a late workout belongs to the evening before when the day starts at four", async () => {
    const ada = await signedUpUser();
    await ada.client
      .from("profile_settings")
      .update({ day_start_hour: 4 })
      .eq("user_id", ada.id)
      .throwOnError();
    const workout = aWorkout([], {
      started_at: "2026-03-03T01:30:00+01:00",
      ended_at: "2026-03-03T02:10:00+01:00",
    });

    const { data } = await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    expect(LoggedWorkoutAnswer.parse(data).workout.local_date).toBe("2026-03-02");
  });
});
