import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  DiscardedWorkout,
  ExerciseHistory,
  LastPerformance,
  WorkoutCalendar,
  WorkoutHistory,
} from "../../../types/contracts/history.ts";
import { type LoggedWorkout, LoggedWorkoutAnswer } from "../../../types/contracts/workout.ts";
import { anonymous, type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

/** Logs a workout of one set of the bench press, half an hour long. */
async function bench(
  { client }: Person,
  startedAt: string,
  timeZone: string,
  weightKg: number,
  rest: Partial<LoggedWorkout> = {},
): Promise<string> {
  const workout = aWorkout([await performed("barbell-bench-press", set(5, weightKg))], {
    started_at: startedAt,
    ended_at: new Date(Date.parse(startedAt) + 1_800_000).toISOString(),
    time_zone: timeZone,
    ...rest,
  });
  await client.rpc("log_workout", { p_workout: workout }).throwOnError();
  return workout.id;
}

const historyOf = async (person: Person, args: Record<string, string | number> = {}) =>
  WorkoutHistory.parse((await person.client.rpc("workout_history", args).throwOnError()).data);

describe("history", () => {
  test("days are right at midnight, twice a day, over zones and when clocks change", async () => {
    const ada = await signedUpUser();
    await bench(ada, "2026-03-02T23:50:00+01:00", "Europe/Berlin", 100);
    await bench(ada, "2026-03-03T00:10:00+01:00", "Europe/Berlin", 101);
    await bench(ada, "2026-03-03T18:00:00+01:00", "Europe/Berlin", 102);
    // A morning in Auckland, then over the date line: the evening of the day before in Los Angeles.
    await bench(ada, "2026-03-11T08:00:00+13:00", "Pacific/Auckland", 103);
    await bench(ada, "2026-03-10T20:00:00-07:00", "America/Los_Angeles", 104);
    // The hour that Berlin has twice.
    await bench(ada, "2026-10-25T02:30:00+02:00", "Europe/Berlin", 105);
    await bench(ada, "2026-10-25T02:30:00+01:00", "Europe/Berlin", 106);

    const calendar = await ada.client
      .rpc("workout_calendar", { p_from: "2026-01-01", p_to: "2027-01-01" })
      .throwOnError();
    const { items } = await historyOf(ada);

    expect(WorkoutCalendar.parse(calendar.data).days).toEqual([
      { local_date: "2026-03-02", workouts: 1 },
      { local_date: "2026-03-03", workouts: 2 },
      { local_date: "2026-03-10", workouts: 1 },
      { local_date: "2026-03-11", workouts: 1 },
      { local_date: "2026-10-25", workouts: 2 },
    ]);
    expect(items.map(({ local_date, volume_kg }) => [local_date, volume_kg / 5])).toEqual([
      ["2026-10-25", 106],
      ["2026-10-25", 105],
      ["2026-03-10", 104],
      ["2026-03-11", 103],
      ["2026-03-03", 102],
      ["2026-03-03", 101],
      ["2026-03-02", 100],
    ]);
  });

  test("pages follow each other, by day, exercise and words", async () => {
    const ada = await signedUpUser();
    const names = ["Push", "Pull", "Push with Søren"];
    for (const [index, name] of names.entries()) {
      await bench(ada, `2026-03-0${index + 2}T18:00:00Z`, "UTC", 100, { name });
    }
    const bar = await exerciseId("barbell-bench-press");

    const first = await historyOf(ada, { p_limit: 2, p_exercise_id: bar });
    const second = await historyOf(ada, {
      p_limit: 2,
      p_exercise_id: bar,
      p_cursor: first.next_cursor ?? "",
    });
    const mismatched = await ada.client.rpc("workout_history", { p_cursor: first.next_cursor ?? "" });

    expect([first, second].map(({ items }) => items.map(({ name }) => name))).toEqual([
      ["Push with Søren", "Pull"],
      ["Push"],
    ]);
    expect(second.next_cursor).toBeNull();
    expect([mismatched.status, mismatched.error?.message]).toEqual([400, "cursor_mismatch"]);
    const namesOf = async (args: Record<string, string>) =>
      (await historyOf(ada, args)).items.map(({ name }) => name);
    expect(await namesOf({ p_query: "soren" })).toEqual(["Push with Søren"]);
    expect(await namesOf({ p_query: "bench pus" })).toEqual(["Push with Søren", "Push"]);
    expect(await namesOf({ p_from: "2026-03-03", p_to: "2026-03-04" })).toEqual(["Pull"]);
  });

  test("what was done the last time comes for a whole workout in one call", async () => {
    const [ada, bob] = await Promise.all([signedUpUser(), signedUpUser()]);
    await bench(bob, "2026-03-05T18:00:00Z", "UTC", 200);
    await bench(ada, "2026-03-01T18:00:00Z", "UTC", 120);
    await bench(ada, "2026-03-03T18:00:00Z", "UTC", 100);
    const [bar, pushUp] = await Promise.all([exerciseId("barbell-bench-press"), exerciseId("push-up")]);

    const { data } = await ada.client
      .rpc("last_performance", { p_exercise_ids: [bar, pushUp] })
      .throwOnError();
    const { data: history } = await ada.client
      .rpc("exercise_history", { p_exercise_id: bar, p_limit: 1 })
      .throwOnError();

    const performance = LastPerformance.parse(data);
    expect(performance[bar]).toMatchObject({
      exercise_id: bar,
      last: { local_date: "2026-03-03", sets: [{ reps: 5, weight_kg: 100 }] },
      best: { max_weight_kg: 120, max_weight_on: "2026-03-01", e1rm_kg: 140, e1rm_on: "2026-03-01" },
    });
    expect(performance[pushUp]).toEqual({ exercise_id: pushUp, last: null, best: null });
    const { items, next_cursor } = ExerciseHistory.parse(history);
    expect(items).toMatchObject([{ local_date: "2026-03-03", sets: [{ weight_kg: 100 }] }]);
    expect(next_cursor).toEqual(expect.any(String));
  });

  test("without an account there is none", async () => {
    const client = anonymous();
    const calls = [
      client.rpc("workout_history"),
      client.rpc("workout_calendar", { p_from: "2026-01-01", p_to: "2027-01-01" }),
      client.rpc("exercise_history", { p_exercise_id: randomUUID() }),
      client.rpc("last_performance", { p_exercise_ids: [randomUUID()] }),
      client.rpc("finish_workout", { p_workout_id: randomUUID() }),
      client.rpc("discard_workout", { p_workout_id: randomUUID() }),
    ];

    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 401));
  });
});

describe("a live workout", () => {
  test("is finished once, and then it is history", async () => {
    const ada = await signedUpUser();
    const live = aWorkout([await performed("barbell-bench-press", set(5, 100))], { ended_at: null });
    await ada.client.rpc("log_workout", { p_workout: live }).throwOnError();
    const finish = (endedAt: string) =>
      ada.client
        .rpc("finish_workout", { p_workout_id: live.id, p_ended_at: endedAt, p_session_rpe: 8 })
        .throwOnError();

    const first = await finish("2026-03-02T19:10:00+01:00");
    const again = await finish("2026-03-02T20:00:00+01:00");
    const discarded = await ada.client.rpc("discard_workout", { p_workout_id: live.id });

    expect(again.data).toEqual(first.data);
    expect(LoggedWorkoutAnswer.parse(first.data).workout).toMatchObject({
      ended_at: "2026-03-02T18:10:00+00:00",
      sets: 1,
    });
    expect([discarded.status, discarded.error?.message]).toEqual([409, "workout_finished"]);
  });

  test("or discarded, as often as the phone asks", async () => {
    const [ada, eve] = await Promise.all([signedUpUser(), signedUpUser()]);
    const live = aWorkout([await performed("push-up", set(20))], { ended_at: null });
    await ada.client.rpc("log_workout", { p_workout: live }).throwOnError();
    const discard = ({ client }: Person) => client.rpc("discard_workout", { p_workout_id: live.id });

    const eves = await discard(eve);
    const adas = [await discard(ada), await discard(ada)];
    const late = await ada.client.rpc("finish_workout", { p_workout_id: live.id });

    expect([eves.status, eves.error?.message]).toEqual([409, "id_unusable"]);
    expect(adas.map(({ data }) => DiscardedWorkout.parse(data).outcome)).toEqual(["discarded", "discarded"]);
    expect([late.status, late.error?.message]).toEqual([409, "deleted"]);
    expect((await historyOf(ada)).items).toEqual([]);
  });
});
