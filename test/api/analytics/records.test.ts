import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ConfirmedRecord, PersonalRecord } from "../../../types/contracts/record.ts";
import { LoggedWorkoutAnswer } from "../../../types/contracts/workout.ts";
import { signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

const on = (day: string) => ({ started_at: `${day}T18:00:00+01:00`, ended_at: `${day}T19:00:00+01:00` });

type Person = Awaited<ReturnType<typeof signedUpUser>>;

async function log(who: Person, workout: ReturnType<typeof aWorkout>) {
  const { data } = await who.client.rpc("log_workout", { p_workout: workout }).throwOnError();
  return LoggedWorkoutAnswer.parse(data).records;
}

async function records(who: Person, exercise: string) {
  const { data } = await who.client
    .from("records")
    .select()
    .eq("user_id", who.id)
    .eq("exercise_id", await exerciseId(exercise))
    .order("achieved_on")
    .throwOnError();
  return z.array(PersonalRecord).parse(data);
}

describe("records", () => {
  test("a workout is answered with the records that it set, which stay in the history", async () => {
    const ada = await signedUpUser();
    const first = aWorkout([await performed("barbell-bench-press", set(5, 100))], on("2026-03-02"));
    const second = aWorkout([await performed("barbell-bench-press", set(5, 105))], on("2026-03-04"));

    expect((await log(ada, first)).every(({ is_baseline }) => is_baseline)).toBe(true);
    const beaten = await log(ada, second);

    expect(beaten.map(({ kind, value, previous_value }) => [kind, value, previous_value])).toEqual([
      ["e1rm", 122.5, 116.667],
      ["max_weight", 105, 100],
      ["rep_max", 105, 100],
      ["session_volume", 525, 500],
      ["set_volume", 525, 500],
    ]);
    expect(await log(ada, second)).toEqual(beaten);
    const heaviest = (await records(ada, "barbell-bench-press")).filter(({ kind }) => kind === "max_weight");
    expect(heaviest.map(({ achieved_on, value, workout_id }) => [achieved_on, value, workout_id])).toEqual([
      ["2026-03-02", 100, first.id],
      ["2026-03-04", 105, second.id],
    ]);
  });

  test("whoever taps a nought too many is asked, and may say that it is right", async () => {
    const ada = await signedUpUser();
    await log(
      ada,
      aWorkout([await performed("plank", { ...set(0), reps: null, duration_seconds: 60 })], on("2026-03-02")),
    );
    const slip = aWorkout(
      [await performed("plank", { ...set(0), reps: null, duration_seconds: 600 })],
      on("2026-03-04"),
    );
    await log(ada, slip);

    const asked = await records(ada, "plank");
    expect(asked.map(({ value, is_suspect }) => [value, is_suspect])).toEqual([
      [60, false],
      [600, true],
    ]);

    const { data } = await ada.client
      .rpc("confirm_record", { p_workout_id: slip.id, p_exercise_id: await exerciseId("plank") })
      .throwOnError();
    expect(ConfirmedRecord.parse(data).records).toBe(1);
    const confirmed = await records(ada, "plank");
    expect(confirmed.map(({ is_suspect, confirmed_at }) => [is_suspect, confirmed_at !== null])).toEqual([
      [false, false],
      [false, true],
    ]);
  });

  test("a follower who may see the workout sees none of its records, and confirms none", async () => {
    const [ada, bob] = [await signedUpUser(), await signedUpUser()];
    const workout = aWorkout([await performed("barbell-bench-press", set(5, 100))], on("2026-03-02"));
    await log(ada, workout);

    const seen = await bob.client.from("records").select().eq("user_id", ada.id).throwOnError();
    const { error } = await bob.client.rpc("confirm_record", {
      p_workout_id: workout.id,
      p_exercise_id: await exerciseId("barbell-bench-press"),
    });

    expect(seen.data).toEqual([]);
    expect(error?.message).toBe("id_unusable");
  });
});
