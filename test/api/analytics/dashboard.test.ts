import { describe, expect, test } from "vitest";
import { Dashboard } from "../../../types/contracts/dashboard.ts";
import { signedUpUser } from "../people.ts";
import { aWorkout, performed, set } from "../workouts.ts";

describe("progress", () => {
  test("the dashboard adds up what was logged, in the weeks that the user's settings name", async () => {
    const ada = await signedUpUser();
    await ada.client.from("profile_settings").update({ week_start: 7 }).eq("user_id", ada.id).throwOnError();
    const days = ["2026-03-07", "2026-03-08", "2026-03-09"];
    for (const day of days) {
      const workout = aWorkout([await performed("barbell-bench-press", set(5, 100), set(8, 80.5))], {
        started_at: `${day}T18:00:00+01:00`,
        ended_at: `${day}T19:30:00+01:00`,
      });
      await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    }

    const { data } = await ada.client
      .rpc("dashboard", { p_from: "2026-03-01", p_to: "2026-03-09" })
      .throwOnError();

    const { totals, change, weeks, muscles, records, recent_workouts } = Dashboard.parse(data);
    expect(totals).toEqual({
      workouts: 2,
      training_days: 2,
      sets: 4,
      reps: 26,
      volume_kg: 2288,
      duration_seconds: 10_800,
      distance_meters: 0,
    });
    expect(change).toEqual(totals);
    expect(weeks).toEqual([
      { week_start: "2026-03-01", workouts: 1, training_days: 1, sets: 2, volume_kg: 1144 },
      { week_start: "2026-03-08", workouts: 1, training_days: 1, sets: 2, volume_kg: 1144 },
    ]);
    expect(muscles[0]).toEqual({ muscle_id: "chest", sets: 4 });
    // The second workout did no better than the first, which beat nothing.
    expect(records).toEqual([]);
    expect(recent_workouts.map((workout) => workout.local_date)).toEqual(["2026-03-08", "2026-03-07"]);
  });

  test("the dashboard shows change, records and load", async () => {
    const ada = await signedUpUser();
    for (const [day, weight] of [
      ["2026-03-02", 100],
      ["2026-03-09", 105],
    ] as const) {
      const workout = aWorkout([await performed("barbell-bench-press", set(5, weight))], {
        started_at: `${day}T18:00:00Z`,
        ended_at: `${day}T19:00:00Z`,
        session_rpe: 7,
      });
      await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();
    }

    const { data } = await ada.client
      .rpc("dashboard", { p_from: "2026-03-09", p_to: "2026-03-16" })
      .throwOnError();

    const { change, records, load } = Dashboard.parse(data);
    expect(change).toMatchObject({ workouts: 0, sets: 0, volume_kg: 25 });
    expect(records).toMatchObject([{ kind: "max_weight", unit: "kg", previous_value: 100, value: 105 }]);
    // Fourteen days are too few for a ratio, and six days of rest after an hour at 7 are a week.
    expect(load).toMatchObject({
      on: "2026-03-15",
      days: 14,
      week: 420,
      acute_chronic_ratio: { coupled: null },
    });
    expect(load.monotony).toBeCloseTo(0.38);
  });

  test("a period that is none is refused by name", async () => {
    const ada = await signedUpUser();
    const { error } = await ada.client.rpc("dashboard", { p_from: "2026-03-09", p_to: "2026-03-09" });
    expect(error).toMatchObject({ code: "PT422", message: "invalid_field" });
    expect(JSON.parse(error?.details ?? "")).toMatchObject({ path: "p_to" });
  });

  test("nobody's progress is read by anybody else", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    await ada.client.from("profiles").update({ visibility: "public" }).eq("user_id", ada.id).throwOnError();
    const workout = aWorkout([await performed("barbell-bench-press", set(5, 100))], { visibility: "public" });
    await ada.client.rpc("log_workout", { p_workout: workout }).throwOnError();

    const { data } = await bob.client
      .rpc("dashboard", { p_from: "2026-01-01", p_to: "2027-01-01" })
      .throwOnError();

    expect(Dashboard.parse(data)).toMatchObject({
      totals: { workouts: 0, sets: 0 },
      weeks: [],
      recent_workouts: [],
    });
  });
});
