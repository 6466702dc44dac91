import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  BodyWeightDay,
  BodyWeightRate,
  ComparedPeriods,
  ExercisePlateau,
  ExerciseProjection,
  ExerciseRate,
  ExerciseTrendBucket,
  MuscleBalance,
  StrengthRatio,
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

describe("a month of training", () => {
  const march = { p_from: "2026-03-01", p_to: "2026-03-29" };

  test("is compared with the month before, and its muscles with what they should get", async () => {
    const ada = await signedUpUser();
    await log(ada, "2026-02-03", "barbell-back-squat", [5, 120]);
    await log(ada, "2026-03-03", "barbell-back-squat", [5, 126], [5, 120]);
    await log(ada, "2026-03-05", "barbell-bench-press", [5, 90], [5, 90]);

    const compared = await ada.client
      .rpc("compare_periods", { ...march, p_other_from: "2026-02-01", p_other_to: "2026-03-01" })
      .throwOnError();
    const balance = await ada.client
      .rpc("muscle_balance", { ...march, p_min_sets: 0.5, p_max_sets: 2 })
      .throwOnError();
    const ratio = await ada.client
      .rpc("strength_ratio", {
        p_exercise_id: await exerciseId("barbell-bench-press"),
        p_other_exercise_id: await exerciseId("barbell-back-squat"),
      })
      .throwOnError();

    const { totals, exercises, muscles } = ComparedPeriods.parse(compared.data);
    expect(totals.volume_kg).toEqual({ value: 2130, other: 600, change: 1530, percent: 255 });
    expect(exercises.map(({ e1rm_kg }) => e1rm_kg)).toContainEqual({
      value: 147,
      other: 140,
      change: 7,
      percent: 5,
    });
    expect(muscles).toContainEqual({
      muscle_id: "chest",
      sets: { value: 2, other: 0, change: 2, percent: null },
    });
    expect(MuscleBalance.parse(balance.data).muscles).toContainEqual(
      expect.objectContaining({ muscle_id: "triceps", sets: 1, weekly_sets: 0.25, status: "below" }),
    );
    expect(StrengthRatio.parse(ratio.data)).toMatchObject({
      best: { value: 105, on: "2026-03-05" },
      other_best: { value: 147, on: "2026-03-03" },
      ratio: 0.714,
    });
  });

  test("shows in the body weight, day by day and by the week", async () => {
    const ada = await signedUpUser();
    await ada.client
      .rpc("record_consent", { p_purpose: "health_data", p_text_version: "2026-01", p_locale: "en" })
      .throwOnError();
    const { data: type } = await ada.client
      .from("measurement_types")
      .select("id")
      .eq("slug", "body_weight")
      .single()
      .throwOnError();
    const readings = { "01": 80, "08": 79.5, "15": 79, "22": 78.5, "28": 78.5 };
    await ada.client
      .rpc("log_measurements", {
        p_measurements: Object.entries(readings).map(([day, value]) => ({
          id: randomUUID(),
          type_id: type.id,
          value,
          measured_at: `2026-03-${day}T07:00:00Z`,
          time_zone: "UTC",
        })),
      })
      .throwOnError();

    const days = await ada.client.rpc("body_weight_trend", march).throwOnError();
    const rate = await ada.client.rpc("body_weight_rate", march).throwOnError();

    // A week leaves 0.9^7 = 0.4783 of the half kilogram between them.
    expect(z.array(BodyWeightDay).parse(days.data).slice(0, 2)).toEqual([
      { local_date: "2026-03-01", weight_kg: 80, readings: 1, mean_kg: 80, ewma_kg: 80 },
      { local_date: "2026-03-08", weight_kg: 79.5, readings: 1, mean_kg: 79.5, ewma_kg: 79.739 },
    ]);
    expect(BodyWeightRate.parse(rate.data).rate).toMatchObject({ days: 5, per_week: -0.5, reason: null });
  });
});
