import { describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { ExerciseAnswer, MergedExercise } from "../../../types/contracts/exercise.ts";
import { anExercise } from "../exercises.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, set } from "../workouts.ts";

async function save(person: Person, name: string) {
  const { data } = await person.client
    .rpc("save_exercise", { p_exercise: JSON.parse(JSON.stringify(anExercise({ name }))) })
    .throwOnError();
  return ExerciseAnswer.parse(data).exercise.id;
}

async function log(person: Person, exerciseId: string, day: string) {
  const workout = aWorkout(
    [{ id: crypto.randomUUID(), exercise_id: exerciseId, sets: [{ ...set(10, 20), position: 1 }] }],
    { started_at: `${day}T18:00:00Z`, ended_at: `${day}T19:00:00Z`, time_zone: "UTC" },
  );
  await person.client.rpc("log_workout", { p_workout: workout }).throwOnError();
}

describe("merge_exercises", () => {
  test("makes one exercise of one's own and the catalogue's, with the history of both", async () => {
    const ada = await signedUpUser();
    const [own, global] = [await save(ada, "My Curl"), await exerciseId("dumbbell-curl")];
    await log(ada, own, "2026-03-02");
    await log(ada, global, "2026-03-04");

    const { data } = await ada.client.rpc("merge_exercises", { p_from: own, p_into: global }).throwOnError();
    expect(MergedExercise.parse(data)).toEqual({ exercise_id: global, job_id: null });

    // A watch that was offline still has the old id.
    await log(ada, own, "2026-03-06");
    const trend = await ada.client
      .rpc("exercise_trend", { p_exercise_id: global, p_metric: "volume" })
      .throwOnError();
    expect(trend.data.map(({ bucket_start, value }) => [bucket_start, value])).toEqual([
      ["2026-03-02", 200],
      ["2026-03-04", 200],
      ["2026-03-06", 200],
    ]);
    const { data: row } = await ada.client
      .from("exercises")
      .select("replaced_by, archived_at")
      .eq("id", own)
      .single()
      .throwOnError();
    expect(row).toEqual({ replaced_by: global, archived_at: expect.any(String) });
  });

  test("says why two exercises do not become one, and changes nothing", async () => {
    const ada = await signedUpUser();
    const own = await save(ada, "My Curl");
    await log(ada, own, "2026-03-02");

    const { error, status } = await ada.client.rpc("merge_exercises", {
      p_from: own,
      p_into: await exerciseId("push-up"),
    });

    expect(status).toBe(409);
    expect(error).toMatchObject({ code: "PT409", message: "merge_impossible" });
    expect(ErrorDetails.parse(JSON.parse(error?.details ?? "")).text).toMatch(/kind/);
    const { data } = await ada.client
      .from("workout_sets")
      .select("exercise_id")
      .eq("user_id", ada.id)
      .throwOnError();
    expect(data).toEqual([{ exercise_id: own }]);
  });

  test("of global exercises is for moderators", async () => {
    const ada = await signedUpUser();

    const { error, status } = await ada.client.rpc("merge_exercises", {
      p_from: await exerciseId("push-up"),
      p_into: await exerciseId("dumbbell-curl"),
    });

    expect(status).toBe(403);
    expect(error).toMatchObject({ message: "not_allowed" });
  });
});
