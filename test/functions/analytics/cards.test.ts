import { expect, test } from "vitest";
import { success } from "../../../functions/_shared/result.ts";
import type { RecordCard, WorkoutCard } from "../../../types/contracts/card.ts";
import { Problem } from "../../../types/contracts/problem.ts";
import { trial } from "./trial.ts";

const workoutId = "019a0000-0000-7000-8000-000000000001";
const exerciseId = "019a0000-0000-7000-8000-000000000002";
const workout: WorkoutCard = {
  athlete: "Ada 🏋️‍♀️ Lovelace",
  locale: "de",
  unit_system: "metric",
  name: "Drücken & Ziehen, schwer",
  local_date: "2026-03-09",
  duration_seconds: 4380,
  exercises_count: 8,
  sets: 24,
  reps: 187,
  volume_kg: 12_345.5,
  distance_meters: 0,
  exercises: [
    { name: "Bankdrücken mit der Langhantel", sets: 5, best: { weight_kg: 102.5, reps: 5 } },
    { name: "Klimmzug", sets: 4, best: null },
  ],
};
const record: RecordCard = {
  athlete: null,
  locale: "es",
  unit_system: "imperial",
  exercise: "Peso muerto",
  kind: "rep_max",
  reps: 5,
  value: 180,
  unit: "kg",
  previous_value: 175,
  achieved_on: "2026-03-09",
};
const address = `/cards/records/${workoutId}/${exerciseId}/rep_max.png?reps=5`;

/** Width and height, where the bytes are a PNG. */
function sizeOf(bytes: ArrayBuffer): [number, number] | undefined {
  const view = new DataView(bytes);
  return view.getUint32(0) === 0x89504e47 ? [view.getUint32(16), view.getUint32(20)] : undefined;
}

test("CARD-01: a workout and a record are pictures of 1080 × 1350", async () => {
  const asked: unknown[] = [];
  const { get, policies } = trial({
    workoutCard: async (_caller, id) => {
      asked.push(id);
      return success(workout);
    },
    recordCard: async (_caller, key) => {
      asked.push(key);
      return success(record);
    },
  });

  for (const path of [`/cards/workouts/${workoutId}.png`, address]) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(sizeOf(await response.arrayBuffer())).toEqual([1080, 1350]);
  }
  expect(asked).toEqual([
    workoutId,
    { workout_id: workoutId, exercise_id: exerciseId, kind: "rep_max", reps: 5 },
  ]);
  expect(policies).toEqual(["report", "report"]);
});

test("CARD-02: the tag is of what is on the card, whoever asks", async () => {
  let shown = workout;
  const { get } = trial({ workoutCard: async () => success(shown) });
  const path = `/cards/workouts/${workoutId}.png`;
  const tag = (await get(path)).headers.get("etag") ?? "";

  expect((await get(path, { "if-none-match": tag })).status).toBe(304);
  expect((await get(path, { "if-none-match": tag, authorization: "Bearer bob" })).status).toBe(304);
  shown = { ...workout, sets: 25 };
  expect((await get(path, { "if-none-match": tag })).status).toBe(200);
});

test("CARD-03: what the caller does not see is not there", async () => {
  const { get, router } = trial();

  const answers = [await get(`/cards/workouts/${workoutId}.png`), await get(address)];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(Problem.parse(await answers[0]?.json()).code).toBe("not_found");
  expect((await router.request(`/analytics${address}`)).status).toBe(401);
});

test.each([
  "/cards/workouts/1.png",
  `/cards/workouts/${workoutId}.jpg`,
  `/cards/records/${workoutId}/${exerciseId}/steps.png`,
  `/cards/records/${workoutId}/${exerciseId}/rep_max.png?reps=13`,
])("CARD-04: what cannot be asked for is refused: %s", async (path) => {
  expect((await trial().get(path)).status).toBe(422);
});
