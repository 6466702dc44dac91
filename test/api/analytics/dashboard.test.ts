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

    const { totals, weeks, recent_workouts } = Dashboard.parse(data);
    expect(totals).toEqual({
      workouts: 2,
      duration_seconds: 10_800,
      training_days: 2,
      sets: 4,
      volume_kg: 2288,
    });
    expect(weeks).toEqual([
      { week_start: "2026-03-01", training_days: 1, sets: 2, volume_kg: 1144 },
      { week_start: "2026-03-08", training_days: 1, sets: 2, volume_kg: 1144 },
    ]);
    expect(recent_workouts.map((workout) => workout.local_date)).toEqual(["2026-03-08", "2026-03-07"]);
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
