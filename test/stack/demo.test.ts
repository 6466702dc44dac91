import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { historyUntil } from "../../stack/demo/history.ts";
import { demoAccount, seedDemo } from "../../stack/demo.ts";
import { createRepstackClient } from "../../types/client.ts";
import { Dashboard } from "../../types/contracts/dashboard.ts";
import { LoggedWorkout } from "../../types/contracts/workout.ts";
import { type ProjectStack, projectStack } from "./project-stack.ts";
import { rows } from "./temporary-server.ts";

const anyId = () => "00000000-0000-4000-8000-000000000000";
const until = (instant: string) => historyUntil(new Date(instant), anyId);

describe("the demo user's history", () => {
  test.each(["2026-11-22T20:00:00Z", "2026-08-15T06:00:00Z", "2028-02-29T12:00:00Z"])(
    "until %s is two years that log_workout takes, the same each time",
    (instant) => {
      const history = until(instant);
      const ids = history.flatMap(({ id, exercises }) => [
        id,
        ...(exercises ?? []).flatMap((exercise) => [
          exercise.id,
          ...(exercise.sets ?? []).map((set) => set.id),
        ]),
      ]);

      expect(z.array(LoggedWorkout).parse(history)).toHaveLength(history.length);
      expect(history.length).toBeGreaterThan(350);
      expect(new Set(ids).size).toBe(ids.length);
      expect(history.every(({ ended_at }) => ended_at && new Date(ended_at) <= new Date(instant))).toBe(true);
      expect(until(instant)).toEqual(history);
    },
  );

  test("has deloads, weeks off, a week abroad, runs and planks", () => {
    const history = until("2026-11-22T20:00:00Z");
    const sets = history.flatMap(({ exercises }) =>
      (exercises ?? []).flatMap((exercise) => exercise.sets ?? []),
    );
    const gaps = history
      .slice(1)
      .map(({ started_at }, index) => Date.parse(started_at) - Date.parse(history[index]?.started_at ?? ""));

    expect(history.filter(({ notes }) => notes === "Deload week.").length).toBeGreaterThan(30);
    expect(Math.max(...gaps) / 86_400_000).toBeGreaterThan(6);
    expect(new Set(history.map(({ time_zone }) => time_zone))).toEqual(
      new Set(["Europe/Berlin", "America/New_York"]),
    );
    expect(sets.some((set) => set.distance_meters && set.duration_seconds)).toBe(true);
    expect(sets.some((set) => !set.distance_meters && set.duration_seconds)).toBe(true);
    expect(sets.some((set) => set.set_type === "warmup")).toBe(true);
    expect(sets.some((set) => set.side === "left")).toBe(true);
  });
});

describe("seeding the demo user", () => {
  let project: ProjectStack;
  const steps: string[] = [];

  beforeAll(async () => {
    project = await projectStack("lite");
    await seedDemo(project.stack, (step) => steps.push(step));
  });
  afterAll(() => project?.remove());

  const stored = async () =>
    (
      await rows(
        project.stack.server.url(),
        `select
           (select count(*)::int from public.workouts) as workouts,
           (select count(*)::int from public.workout_sets) as sets,
           (select max(updated_at) from public.workout_sets) as last_change,
           (select count(*)::int from analytics.exercise_days) as exercise_days,
           (select count(*)::int from auth.users) as users`,
      )
    )[0];

  test("says how far it is, and how to sign in", () => {
    expect(steps.join("\n")).toMatch(/100 of \d+ workouts logged.*password "two years of training"/s);
  });

  test("adds nothing a second time", async () => {
    const before = await stored();
    await seedDemo(project.stack, () => {});

    expect(before).toMatchObject({ users: 1 });
    expect(await stored()).toEqual(before);
  });

  test("leaves a user whose dashboard answers", async () => {
    const client = createRepstackClient(project.stack.urls.api, project.stack.keys.publishable, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    await client.auth.signInWithPassword(demoAccount);
    const range = { p_from: "2000-01-01", p_to: "2200-01-01" };
    const { data } = await client.rpc("dashboard", range).throwOnError();
    const { totals, recent_workouts } = Dashboard.parse(data);
    const profile = await client.from("profiles").select("username, visibility").single().throwOnError();

    expect(totals.workouts).toBe((await stored())?.workouts);
    expect(totals.workouts).toBeGreaterThan(350);
    expect(totals.sets).toBeGreaterThan(5000);
    expect(totals.volume_kg).toBeGreaterThan(1_000_000);
    expect(recent_workouts).toHaveLength(5);
    expect(profile.data).toEqual({ username: "demo", visibility: "public" });
  });
});
