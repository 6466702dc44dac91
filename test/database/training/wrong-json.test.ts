import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { errorStatus } from "../../../types/errors.ts";
import { actAs, createUser } from "./acting-user.ts";

// Clients are of any version and written by anybody. Whatever they send in place of whatever, the answer is one of ours.

type Row = { [key: string]: Json };
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const client = new Client({ connectionString: inject("migratedUrl") });
let exerciseId: string;
let typeId: string;

beforeAll(async () => {
  await client.connect();
  const ids = await client.query(`
    select
      (select id from public.exercises where slug = 'barbell-bench-press') as exercise,
      (select id from public.measurement_types where slug = 'body_weight') as type`);
  exerciseId = ids.rows[0].exercise;
  typeId = ids.rows[0].type;
  await client.query(`
    create function pg_temp.outcome(p_call text, p_argument jsonb) returns text language plpgsql as $$
    declare
      v_answer jsonb;
      v_detail text;
      v_path text;
    begin
      execute p_call into v_answer using p_argument;
      -- What was stored goes again.
      raise exception using errcode = 'ZZ001', message = coalesce(v_answer -> 'errors', '[]')::text;
    exception
      when sqlstate 'ZZ001' then
        return 'stored ' || sqlerrm;
      when others then
        get stacked diagnostics v_detail = pg_exception_detail;
        v_path := case when sqlstate ~ '^PT' then v_detail::jsonb ->> 'path' end;
        return sqlstate || ' ' || case when v_path <> '' then 'with a path' else sqlerrm end;
    end $$;
    grant execute on function pg_temp.outcome(text, jsonb) to authenticated`);
});

afterAll(() => client.end());
beforeEach(() => client.query("begin"));
afterEach(() => client.query("rollback"));

/** JavaScript writes no number as large as JSON may have it. */
const huge = "@1e400";

const wrong: Json[] = [
  null,
  "",
  {},
  [],
  [[]],
  [null],
  [{}],
  -1,
  0.5,
  2 ** 31,
  huge,
  true,
  "x".repeat(20_000),
  "infinity",
  "-infinity",
  "NaN",
  "2026-02-30",
  "1e400",
  "{",
  randomUUID(),
];

/** What is tried at each place of rows that are many. */
const mostWrong: Json[] = [null, "", {}, [null], -1, huge, true, "infinity", "NaN", "{"];

/** The value with each of its parts in turn replaced by others, left out, and joined by one that nobody knows. */
function* variants(value: Json, others = wrong): Generator<Json> {
  yield* others;
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, part] of value.entries()) {
      for (const other of variants(part, others)) yield value.with(index, other);
    }
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unheard_of: 1 };
    for (const [key, part] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
      for (const other of variants(part, others)) yield { ...value, [key]: other };
    }
  }
}

const ids = () => ({ id: randomUUID() });

const workout = (): Json => ({
  ...ids(),
  revision: 1,
  name: "Push",
  notes: "none",
  started_at: "2026-03-02T17:00:00Z",
  ended_at: "2026-03-02T18:00:00Z",
  time_zone: "Europe/Berlin",
  session_rpe: 7.5,
  visibility: "private",
  routine_id: null,
  enrollment_id: null,
  source: "healthkit",
  external_id: "1",
  exercises: [
    {
      ...ids(),
      exercise_id: exerciseId,
      routine_exercise_id: null,
      position: 1,
      superset_group: 1,
      notes: "none",
      sets: [
        {
          ...ids(),
          position: 1,
          set_type: "normal",
          reps: 5,
          weight_kg: 100,
          rpe: 8,
          rir: 2,
          side: "left",
          rest_seconds: 90,
          tempo: "3010",
          notes: "none",
          target: { min_reps: 5 },
          completed_at: "2026-03-02T17:05:00Z",
        },
      ],
    },
  ],
});

const routine = (): Json => ({
  ...ids(),
  version: null,
  folder_id: null,
  name: "Push",
  notes: "none",
  position: 1,
  visibility: "private",
  exercises: [
    {
      ...ids(),
      exercise_id: exerciseId,
      position: 1,
      superset_group: 1,
      rest_seconds: 90,
      notes: "none",
      warmup_ramp: [{ percent: 50, reps: 5, rest_seconds: 60 }],
      progression: { scheme: "double", increment_kg: 2.5 },
      sets: [
        { ...ids(), position: 1, set_type: "normal", min_reps: 5, max_reps: 8, weight_kg: 60, rpe: 8 },
        { ...ids(), position: 2, load_percent: 80, load_percent_of: "e1rm", rir: 1, rest_seconds: 90 },
      ],
    },
  ],
});

const plan = (): Json => ({
  ...ids(),
  version: null,
  name: "Strength",
  description: "none",
  goal: "strength",
  level: "beginner",
  tags: ["barbell"],
  weeks: 4,
  deload_weeks: [4],
  is_repeating: true,
  visibility: "private",
  days: [{ ...ids(), week: 1, weekday: 1, position: 1, routine_id: null, name: "Rest", notes: "none" }],
});

const gym = (): Json => ({
  ...ids(),
  version: null,
  name: "Cellar",
  is_default: true,
  equipment: [
    { ...ids(), type: "plate", name: "Disc", position: 1, weight_kg: 20, quantity: 4, unit_system: "metric" },
    {
      ...ids(),
      type: "stack",
      equipment_id: null,
      exercise_id: exerciseId,
      weight_kg: 5,
      step_kg: 5,
      max_weight_kg: 50,
    },
  ],
});

const exercise = (): Json => ({
  ...ids(),
  version: null,
  name: "Zorb Press",
  kind: "weight_reps",
  category: "strength",
  mechanic: "compound",
  force: "push",
  level: "beginner",
  is_unilateral: false,
  body_weight_share: 0.5,
  variation_group: "zorb",
  instructions: ["Push."],
  cues: ["Up."],
  muscles: [{ muscle_id: "chest", role: "primary", weight: 1 }],
  equipment: ["barbell"],
  aliases: ["Zorber"],
});

const measurement = (): Json => ({
  ...ids(),
  type_id: typeId,
  side: null,
  value: 80,
  measured_at: "2026-03-02T07:00:00Z",
  time_zone: "UTC",
  notes: "none",
  source: "healthkit",
  external_id: "1",
});

/** A push of a row of most tables, as a phone has them: flat, with instants as milliseconds and JSON as text. */
function push(userId: string): Record<string, { created: Row[]; updated: Row[] }> {
  const row = (more: Row): Row => ({
    ...ids(),
    version: 1,
    _status: "created",
    ...more,
  });
  const of = (...created: Row[]) => ({ created, updated: [] });
  const [gymId, routineId, planId, workoutId, plannedId, performedId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string];
  const started = Date.UTC(2026, 2, 2);
  return {
    profile_settings: { created: [], updated: [{ id: userId, version: 1, week_start: 1 }] },
    exercises: of(
      row({ name: "Zorb", kind: "weight_reps", category: "strength", level: "beginner", muscles: "[]" }),
    ),
    exercise_preferences: {
      created: [],
      updated: [{ id: exerciseId, version: 1, exercise_id: exerciseId, is_favorite: true }],
    },
    gyms: of(row({ id: gymId, name: "Cellar", is_default: true })),
    gym_equipment: of(row({ gym_id: gymId, type: "plate", weight_kg: 20, quantity: 2 })),
    routines: of(row({ id: routineId, name: "Push", position: 1 })),
    routine_exercises: of(
      row({ id: plannedId, routine_id: routineId, exercise_id: exerciseId, position: 1, progression: null }),
    ),
    routine_sets: of(row({ routine_exercise_id: plannedId, position: 1, min_reps: 5 })),
    plans: of(row({ id: planId, name: "Strength", weeks: 1, tags: "[]", deload_weeks: "[1]" })),
    plan_days: of(row({ plan_id: planId, week: 1, weekday: 1, routine_id: routineId })),
    enrollments: of(
      row({
        plan_id: planId,
        mode: "calendar",
        starts_on: "2026-03-02",
        start_weights: "{}",
        status: "active",
      }),
    ),
    routine_folders: of(row({ name: "Summer", position: 1 })),
    workouts: of(row({ id: workoutId, name: "Push", started_at: started, time_zone: "UTC", revision: 1 })),
    workout_exercises: of(
      row({ id: performedId, workout_id: workoutId, exercise_id: exerciseId, position: 1 }),
    ),
    workout_sets: of(
      row({ workout_exercise_id: performedId, position: 1, reps: 5, weight_kg: 60, target: "{}" }),
    ),
    measurements: of(row({ type_id: typeId, value: 80, measured_at: started, time_zone: "UTC" })),
  };
}

/** Every answer to these arguments, with how often it was given. */
async function answers(call: string, all: Json[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; from < all.length; from += 500) {
    const part = JSON.stringify(all.slice(from, from + 500)).replaceAll(`"${huge}"`, "1e400");
    const { rows } = await client.query(
      "select pg_temp.outcome($1, argument) as answer from jsonb_array_elements($2) as argument",
      [call, part],
    );
    for (const { answer } of rows) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return counts;
}

const codes = new Set([...Object.keys(errorStatus), "parent_rejected"]);

/** Whether something is stored, rows of a push that are not with one of our codes, or refused by an error of ours. */
function isOurs(answer: string): boolean {
  const [, errors] = /^stored (.*)$/.exec(answer) ?? [];
  if (errors === undefined) return /^PT4\d\d with a path$/.test(answer);
  return JSON.parse(errors).every((error: { code: string }) => codes.has(error.code));
}

/** Somebody who acts until the test ends. */
async function actAsSomebody(): Promise<string> {
  const userId = await createUser(client);
  // Nobody wants the catalogue a hundred times.
  await client.query("select set_config('tests.cursor', private.sync_horizon()::text, true)");
  await actAs(client, userId);
  await client.query("select public.record_consent('health_data', '1', 'en')");
  return userId;
}

describe("JSON-01: whatever is sent in place of whatever, the answer is one of ours, and names the field", () => {
  test.each([
    ["log_workout", workout, "select public.log_workout($1)"],
    ["save_routine", routine, "select public.save_routine($1)"],
    ["save_plan", plan, "select public.save_plan($1)"],
    ["save_gym", gym, "select public.save_gym($1)"],
    ["save_exercise", exercise, "select public.save_exercise($1)"],
    ["log_measurements", () => [measurement()], "select public.log_measurements($1)"],
    [
      "sync_pull",
      () => ({ from: 1, tables: ["workouts"], columns: [{ table: "workouts", columns: ["name"] }] }),
      "select public.sync_pull(current_setting('tests.cursor')::bigint, 1, $1)",
    ],
    [
      "sync_push",
      () => ({ workouts: { created: [], updated: [], deleted: [randomUUID()] } }),
      "select public.sync_push($1)",
    ],
  ] as const)("%s", async (_, right, call) => {
    await actAsSomebody();
    const argument = right();

    expect([...(await answers(call, [argument])).keys()]).toEqual(["stored []"]);
    const counts = await answers(call, [...variants(argument)]);
    expect([...counts].filter(([answer]) => !isOurs(answer))).toEqual([]);
    expect(counts.size).toBeGreaterThan(1);
  });
});

test("JSON-02: a row of a push that is wrong anywhere is refused alone, in our words", async () => {
  const right = push(await actAsSomebody());
  const { rows } = await client.query("select public.sync_push($1) -> 'errors' as errors", [
    JSON.stringify(right),
  ]);
  expect(rows[0].errors).toEqual([]);

  const others: [string, string][] = [];
  for (const [table, { created, updated }] of Object.entries(right)) {
    const [row] = [...created.map((it) => ({ ...it, ...ids() })), ...updated];
    if (!row) continue;
    const wrongRows = [...variants(row, mostWrong)].map((other) => ({ [table]: { created: [other] } }));
    const counts = await answers("select public.sync_push($1)", wrongRows);
    for (const answer of counts.keys()) if (!isOurs(answer)) others.push([table, answer]);
    expect(counts.size).toBeGreaterThan(1);
  }
  expect(others).toEqual([]);
});
