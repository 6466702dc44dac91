import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { projectRoot } from "../../../stack/project-root.ts";
import { NextWorkout } from "../../../types/contracts/prescription.ts";
import { connect, request } from "../requests.ts";
import { createUser } from "./acting-user.ts";

const page = readFileSync(join(projectRoot, "docs", "progression.md"), "utf8");
const [, examplesOnPage = ""] = page.split("\n## Examples\n");

interface Example {
  readonly name: string;
  readonly rule: { exercise?: string; progression: object; sets: object[] };
  /** Rows of the table: what is due, the repetitions or seconds done, why. */
  readonly rows: string[][];
}

const examples = examplesOnPage
  .split("\n### ")
  .slice(1)
  .map((section): Example => {
    const [name = ""] = section.split("\n");
    const rule = JSON.parse(section.match(/```json\n([\s\S]*?)```/)?.[1] ?? "");
    const lines = section.split("\n").filter((line) => line.startsWith("| ") && !/^\| (Due|---)/.test(line));
    return { name, rule, rows: lines.map((line) => line.slice(2, -2).split(" | ")) };
  });

let owner: Client;
let userId: string;
const users: string[] = [];

beforeAll(async () => {
  owner = await connect();
});
beforeEach(async () => {
  userId = await createUser(owner);
  users.push(userId);
});
afterAll(async () => {
  await owner.query("delete from auth.users where id = any ($1)", [users]);
  await owner.end();
});

/** Calls an RPC as the user, and answers what it answers. */
async function call(name: string, parameters: Record<string, unknown>): Promise<unknown> {
  let answer: unknown;
  await request(owner, userId, async (client) => {
    const names = Object.keys(parameters).map((parameter, index) => `${parameter} => $${index + 1}`);
    const { rows } = await client.query(
      `select public.${name}(${names.join(", ")}) as answer`,
      Object.values(parameters),
    );
    answer = rows[0].answer;
  });
  return answer;
}

/** Follows a plan of one routine with the rule, from 60 kg on, and answers the enrollment. */
async function follow({ exercise = "barbell-bench-press", progression, sets }: Example["rule"]) {
  const { rows } = await owner.query("select id from public.exercises where slug = $1", [exercise]);
  const [exerciseId, routineId, planId, enrollmentId] = [
    rows[0].id,
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  await call("save_routine", {
    p_routine: {
      id: routineId,
      name: "Routine",
      exercises: [
        {
          id: randomUUID(),
          exercise_id: exerciseId,
          position: 1,
          progression,
          sets: sets.map((set, index) => ({ id: randomUUID(), position: index + 1, ...set })),
        },
      ],
    },
  });
  const days = [{ id: randomUUID(), week: 1, weekday: 1, routine_id: routineId }];
  await call("save_plan", { p_plan: { id: planId, name: "Plan", is_repeating: true, days } });
  await call("enroll", {
    p_plan_id: planId,
    p_starts_on: "2026-01-05",
    p_mode: "sequence",
    p_enrollment_id: enrollmentId,
    p_start_weights: { [exerciseId]: 60 },
  });
  return enrollmentId;
}

async function nextOf(enrollmentId: string) {
  const next = NextWorkout.parse(
    await call("next_workout", { p_enrollment_id: enrollmentId, p_on: "2026-03-01" }),
  );
  const [exercise] = next.exercises;
  if (!exercise) throw new Error("Nothing is next.");
  return { ...next, exercise };
}

type Next = Awaited<ReturnType<typeof nextOf>>;

/** What is due, in the words of the page. */
function dueIn({ exercise }: Next): string {
  const dues = exercise.sets.map((set) => {
    if (set.duration_seconds !== null) return `${set.duration_seconds} s`;
    return `${set.goal_reps ?? set.min_reps}${set.set_type === "amrap" ? "+" : ""} × ${set.weight_kg}`;
  });
  return dues.join(", ");
}

/** Trains it on a day of January, with so many repetitions or seconds in each set. */
async function train(next: Next, day: number, done: number[]): Promise<void> {
  const { exercise } = next;
  const sets = exercise.sets.map(({ position, set_type, plates: _, ...target }, index) => ({
    id: randomUUID(),
    position,
    set_type,
    ...(target.duration_seconds === null
      ? { reps: done[index], weight_kg: target.weight_kg }
      : { duration_seconds: done[index] }),
    target,
  }));
  await call("log_workout", {
    p_workout: {
      id: randomUUID(),
      name: "Workout",
      started_at: new Date(Date.UTC(2026, 0, 5 + day, 18)).toISOString(),
      ended_at: new Date(Date.UTC(2026, 0, 5 + day, 19)).toISOString(),
      time_zone: "UTC",
      routine_id: next.routine?.id,
      enrollment_id: next.enrollment_id,
      exercises: [
        {
          id: randomUUID(),
          exercise_id: exercise.exercise_id,
          routine_exercise_id: exercise.routine_exercise_id,
          position: 1,
          sets,
        },
      ],
    },
  });
}

test.each(examples)("PRG-PAGE-01: docs/progression.md says what is due: $name", async ({ rule, rows }) => {
  const enrollmentId = await follow(rule);

  const due: string[][] = [];
  for (const [day, [, done = ""]] of rows.entries()) {
    const next = await nextOf(enrollmentId);
    due.push([dueIn(next), done, next.exercise.progression.reason.code]);
    await train(next, day, done.split(", ").map(Number));
  }

  expect(due).toEqual(rows);
});

test("PRG-PAGE-02: and has an example of each scheme, and every field of the rules", async () => {
  const { rows } = await owner.query<{ field: string }>(
    "select distinct (rule).field from unnest(private.progression_field_rules()) as rule",
  );
  const schemes = examples.map(({ rule }) => ("scheme" in rule.progression ? rule.progression.scheme : null));

  expect(new Set(schemes)).toEqual(new Set(["linear", "double", "wave", "rpe"]));
  expect(rows.map(({ field }) => field).filter((field) => !new RegExp(`\\b${field}\\b`).test(page))).toEqual(
    [],
  );
});
