import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ExerciseTrendBucket } from "../../../types/contracts/trend.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

/** Logs a workout of one exercise at noon. */
async function log(person: Person, day: string, slug: string, ...sets: Parameters<typeof set>[]): Promise<void> {
  const workout = aWorkout([await performed(slug, ...sets.map((it) => set(...it)))], {
    started_at: `${day}T12:00:00Z`,
    ended_at: `${day}T13:00:00Z`,
  });
  await person.client.rpc("log_workout", { p_workout: workout }).throwOnError();
}

describe("the trend of an exercise", () => {
  test("shows the best of each day, and by week what a bar chart shows", async () => {
    const ada = await signedUpUser();
    await log(ada, "2026-03-02", "barbell-bench-press", [1, 120], [5, 110], [12, 100]);
    await log(ada, "2026-03-04", "barbell-bench-press", [5, 120], [8, 60, { set_type: "warmup" }]);
    const p_exercise_id = await exerciseId("barbell-bench-press");

    const days = await ada.client.rpc("exercise_trend", { p_exercise_id }).throwOnError();
    const weeks = await ada.client
      .rpc("exercise_trend", { p_exercise_id, p_bucket: "week", p_metric: "volume" })
      .throwOnError();

    // Epley: 110 × (1 + 5 / 30) = 128.333, and 120 as well 140; twelve repetitions are beyond the formula.
    expect(z.array(ExerciseTrendBucket).parse(days.data)).toEqual([
      { bucket_start: "2026-03-02", value: 128.333, moving_average: 128.333, days: 1 },
      { bucket_start: "2026-03-04", value: 140, moving_average: 134.167, days: 1 },
    ]);
    expect(z.array(ExerciseTrendBucket).parse(weeks.data)).toEqual([
      { bucket_start: "2026-03-02", value: 2470, moving_average: 2470, days: 2 },
    ]);
  });

  test("is nobody else's to read", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await log(ada, "2026-03-02", "barbell-bench-press", [5, 100]);
    const asked = { p_exercise_id: await exerciseId("barbell-bench-press") };

    expect((await bob.client.rpc("exercise_trend", asked).throwOnError()).data).toEqual([]);
    expect(await anonymous().rpc("exercise_trend", asked)).toMatchObject({ status: 401 });
  });
});
