import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { AchievementProgress } from "../../../types/contracts/achievement.ts";
import { Streaks } from "../../../types/contracts/consistency.ts";
import { Goal, GoalProgress } from "../../../types/contracts/goal.ts";
import { type Person, signedUpUser } from "../people.ts";
import { aWorkout, exerciseId, performed, set } from "../workouts.ts";

async function lift(person: Person, on: string, weightKg: number): Promise<string> {
  const workout = aWorkout([await performed("barbell-back-squat", set(5, weightKg))], {
    started_at: `${on}T12:00:00Z`,
    ended_at: `${on}T13:00:00Z`,
    time_zone: "UTC",
  });
  await person.client.rpc("log_workout", { p_workout: workout }).throwOnError();
  return workout.id;
}

async function progressOn({ client }: Person, on: string): Promise<GoalProgress["items"]> {
  const { data } = await client.rpc("goal_progress", { p_on: on }).throwOnError();
  return GoalProgress.parse(data).items;
}

async function earnedOn({ client }: Person, on: string): Promise<Record<string, string>> {
  const { data } = await client.rpc("achievement_progress", { p_on: on }).throwOnError();
  const { items } = AchievementProgress.parse(data);
  return Object.fromEntries(items.flatMap(({ slug, earned_on }) => (earned_on ? [[slug, earned_on]] : [])));
}

test("a goal is reached by training, and is not once that turns out to be a mistake", async () => {
  const ada = await signedUpUser();
  const goal = {
    id: randomUUID(),
    kind: "exercise",
    exercise_id: await exerciseId("barbell-back-squat"),
    metric: "max_weight",
    target: 120,
    starts_on: "2026-03-02",
    due_on: "2026-06-30",
  } satisfies Goal;
  expect(Goal.parse(goal)).toEqual(goal);
  await lift(ada, "2026-03-02", 100);
  await ada.client.from("goals").upsert(goal).throwOnError();
  await ada.client.from("goals").upsert(goal).throwOnError();

  await lift(ada, "2026-03-09", 110);
  expect(await progressOn(ada, "2026-03-10")).toMatchObject([
    { goal_id: goal.id, unit: "kg", baseline: 100, current: 110, share: 0.5, achieved_on: null },
  ]);

  const slip = await lift(ada, "2026-03-11", 1100);
  expect(await progressOn(ada, "2026-03-11")).toMatchObject([
    { share: 1, achieved_on: "2026-03-11", is_on_track: true },
  ]);
  await ada.client.from("workouts").delete().eq("id", slip).throwOnError();
  expect(await progressOn(ada, "2026-03-11")).toMatchObject([{ share: 0.5, achieved_on: null }]);
});

test("how often somebody means to train decides which weeks count", async () => {
  const ada = await signedUpUser();
  const goal = {
    id: randomUUID(),
    kind: "frequency",
    period: "week",
    target: 1,
    starts_on: "2026-03-02",
  } satisfies Goal;
  expect(Goal.parse(goal)).toEqual(goal);
  for (const on of ["2026-03-02", "2026-03-10"]) await lift(ada, on, 100);
  const weeks = async () => {
    const { data } = await ada.client.rpc("streaks", { p_on: "2026-03-15" }).throwOnError();
    return Streaks.parse(data).weekly.current;
  };

  expect(await weeks()).toBe(0);
  await ada.client.from("goals").insert(goal).throwOnError();
  expect(await weeks()).toBe(2);
});

test("a body weight to reach waits for consent", async () => {
  const ada = await signedUpUser();
  const goal = {
    id: randomUUID(),
    kind: "body_weight",
    target: 72.5,
    starts_on: "2026-03-02",
  } satisfies Goal;
  expect(Goal.parse(goal)).toEqual(goal);

  const { error } = await ada.client.from("goals").insert(goal);
  expect(error).toMatchObject({ code: "PT403", message: "consent_required" });
});

test("achievements are earned on the day that earned them, also when it is logged late", async () => {
  const ada = await signedUpUser();
  await lift(ada, "2026-03-09", 100);
  expect(await earnedOn(ada, "2026-03-10")).toEqual({ "first-workout": "2026-03-09" });

  await lift(ada, "2026-03-02", 90);
  expect(await earnedOn(ada, "2026-03-10")).toEqual({
    "first-workout": "2026-03-02",
    "first-record": "2026-03-09",
  });
  const eve = await signedUpUser();
  expect(await earnedOn(eve, "2026-03-10")).toEqual({});
});
