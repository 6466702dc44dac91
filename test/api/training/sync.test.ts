import { describe, expect, test } from "vitest";
import { type Person, signedIn, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";
import { type Device, newDeviceOf } from "./signed-in-device.ts";

async function twoDevices(): Promise<{ ada: Person; phone: Device; tablet: Device }> {
  const ada = await signedUpUser();
  return { ada, phone: newDeviceOf(ada.client), tablet: newDeviceOf(await signedIn(ada)) };
}

/** A workout with one set of bench presses, logged on a device that is offline. */
async function logOffline(device: Device, name: string): Promise<{ workout: string; set: string }> {
  const workout = await device.create("workouts", {
    name,
    started_at: Date.UTC(2026, 2, 2, 17),
    ended_at: Date.UTC(2026, 2, 2, 18),
    time_zone: "Europe/Berlin",
  });
  const exercise = await device.create("workout_exercises", {
    workout_id: workout,
    exercise_id: await exerciseId("barbell-bench-press"),
    position: 1,
  });
  const performedSet = await device.create("workout_sets", {
    workout_exercise_id: exercise,
    position: 1,
    reps: 5,
    weight_kg: 102.5,
  });
  return { workout, set: performedSet };
}

describe("WatermelonDB's synchronize(), for two devices of one user", () => {
  test("what one device logs offline, the other has after both have synced", async () => {
    const { ada, phone, tablet } = await twoDevices();
    await phone.sync();
    const logged = await logOffline(phone, "Push");

    expect(await phone.sync()).toEqual([]);
    await tablet.sync();

    expect((await tablet.rows("workouts")).get(logged.workout)).toMatchObject({ name: "Push", version: 1 });
    expect((await tablet.rows("workout_sets")).get(logged.set)).toMatchObject({ reps: 5, weight_kg: 102.5 });
    expect((await tablet.rows("exercises")).size).toBeGreaterThan(600);
    const { data } = await ada.client.rpc("dashboard", { p_from: "2026-03-02", p_to: "2026-03-03" });
    expect(data).toMatchObject({ totals: { workouts: 1, sets: 1, volume_kg: 512.5 } });
  });

  test("edits of different rows meet, and a deletion reaches the other device", async () => {
    const { phone, tablet } = await twoDevices();
    const [push, pull] = [await logOffline(phone, "Push"), await logOffline(phone, "Pull")];
    await phone.sync();
    await tablet.sync();

    await phone.update("workout_sets", push.set, { reps: 6 });
    await tablet.update("workouts", push.workout, { name: "Push day" });
    await tablet.remove("workouts", pull.workout);
    expect(await phone.sync()).toEqual([]);
    expect(await tablet.sync()).toEqual([]);
    await phone.sync();
    // What hung below the deleted workout went on the server, and goes here with the next pull.
    await tablet.sync();

    for (const device of [phone, tablet]) {
      expect([...(await device.rows("workouts")).values()]).toMatchObject([{ name: "Push day" }]);
      expect([...(await device.rows("workout_sets")).values()]).toMatchObject([{ reps: 6 }]);
    }
  });

  test("two edits of one row: the second device keeps its own, and says so to the server", async () => {
    const { phone, tablet } = await twoDevices();
    const { workout } = await logOffline(phone, "Push");
    await phone.sync();
    await tablet.sync();

    await phone.update("workouts", workout, { name: "Chest" });
    await tablet.update("workouts", workout, { notes: "Heavy" });
    await phone.sync();
    // Its pull brings the new version, and what it changed itself stays.
    expect(await tablet.sync()).toEqual([]);
    await phone.sync();

    for (const device of [phone, tablet]) {
      expect((await device.rows("workouts")).get(workout)).toMatchObject({ name: "Chest", notes: "Heavy" });
    }
  });

  test("a row that is refused stays on the device, and everything else is stored", async () => {
    const { phone, tablet } = await twoDevices();
    await phone.create("gyms", { name: "   ", is_default: false });
    const home = await phone.create("gyms", { name: "Home", is_default: false });

    expect(await phone.sync()).toEqual(["gyms invalid_field"]);
    await tablet.sync();

    expect((await phone.rows("gyms")).size).toBe(2);
    expect([...(await tablet.rows("gyms")).keys()]).toEqual([home]);
  });

  test("a first sync of more rows than a page holds gets all of them", async () => {
    const { ada, tablet } = await twoDevices();
    for (let month = 1; month <= 11; month++) {
      const exercises = await Promise.all(
        Array.from({ length: 5 }, () => performed("push-up", ...Array.from({ length: 100 }, () => set(10)))),
      );
      const day = `2025-${String(month).padStart(2, "0")}-01`;
      const p_workout = aWorkout(exercises, {
        started_at: `${day}T17:00:00Z`,
        ended_at: `${day}T18:00:00Z`,
      });
      await ada.client.rpc("log_workout", { p_workout }).throwOnError();
    }

    await tablet.sync();

    expect((await tablet.rows("workout_sets")).size).toBe(5500);
    expect((await tablet.rows("workouts")).size).toBe(11);
  });
});
