import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  ExercisePlateau,
  ExerciseProjection,
  ExerciseRate,
  ExerciseTrendBucket,
} from "../../../types/contracts/trend.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

/** Logs a workout of one exercise at noon. */
async function log(
  person: Person,
  day: string,
  slug: string,
  ...sets: Parameters<typeof set>[]
): Promise<void> {
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
    for (const rpc of ["exercise_trend", "exercise_rate", "exercise_plateau"] as const) {
      expect(await anonymous().rpc(rpc, asked)).toMatchObject({ status: 401 });
    }
  });
});

describe("where an exercise is going", () => {
  test("five weeks of singles tell the rate, whether it stands still, and when 110 kg are due", async () => {
    const ada = await signedUpUser();
    const singles = { "01-05": 100, "01-12": 102, "01-19": 101, "01-26": 104, "02-02": 103 };
    for (const [day, kg] of Object.entries(singles)) {
      await log(ada, `2026-${day}`, "barbell-bench-press", [1, kg]);
    }
    const asked = { p_exercise_id: await exerciseId("barbell-bench-press"), p_on: "2026-02-02" };

    const rate = await ada.client
      .rpc("exercise_rate", { p_exercise_id: asked.p_exercise_id, p_to: "2026-02-03" })
      .throwOnError();
    const plateau = await ada.client.rpc("exercise_plateau", asked).throwOnError();
    const projection = await ada.client
      .rpc("exercise_projection", { ...asked, p_target: 110 })
      .throwOnError();

    const ofWeeks = { days: 5, per_week: 0.875, lower: -1, upper: 3, reason: null };
    expect(ExerciseRate.parse(rate.data)).toMatchObject({ unit: "kg", formula: "epley", rate: ofWeeks });
    expect(ExercisePlateau.parse(plateau.data)).toMatchObject({
      status: "too_little_data",
      best_before: null,
      best_within: { value: 104, on: "2026-01-26" },
    });
    expect(ExerciseProjection.parse(projection.data)).toMatchObject({
      reached_on: null,
      rate: ofWeeks,
      forecast: { level: 103.75, expected_on: "2026-03-24", earliest_on: "2026-02-07", latest_on: null },
    });
  });

  test("a question that has no answer says what is wrong with it", async () => {
    const ada = await signedUpUser();
    const asked = { p_exercise_id: await exerciseId("barbell-bench-press"), p_target: 110 };

    const { error, status } = await ada.client.rpc("exercise_projection", { ...asked, p_weeks: 2 });

    expect(status).toBe(422);
    expect(error).toMatchObject({ message: "invalid_field", details: expect.stringContaining("p_weeks") });
  });
});
