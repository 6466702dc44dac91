import { describe, expect, test } from "vitest";
import { ExerciseSearch } from "../../../types/contracts/exercise.ts";
import { anonymous, signedUpUser } from "../people.ts";

describe("the catalogue", () => {
  test("is open to everybody, with muscles and equipment embedded", async () => {
    const { data } = await anonymous()
      .from("exercises")
      .select("name, kind, exercise_muscles(muscle_id, role), exercise_equipment(equipment(name))")
      .eq("slug", "barbell-bench-press")
      .single()
      .throwOnError();

    expect(data).toMatchObject({ name: "Barbell Bench Press", kind: "weight_reps" });
    expect(data.exercise_muscles).toContainEqual({ muscle_id: "chest", role: "primary" });
    expect(data.exercise_equipment).toContainEqual({ equipment: { name: "Barbell" } });
  });

  test("has at least 300 exercises and can be written by nobody", async () => {
    const ada = await signedUpUser();
    const { count } = await anonymous().from("exercises").select("id", { count: "exact", head: true });
    const { error, status } = await ada.client
      .from("exercises")
      .update({ name: "Mine" })
      .eq("slug", "push-up");

    expect(count).toBeGreaterThanOrEqual(300);
    expect([status, error?.code]).toEqual([403, "42501"]);
  });

  test.each([
    ["barbell bench press", "Barbell Bench Press"],
    ["press bench barbell", "Barbell Bench Press"],
    ["bnech pres", "Barbell Bench Press"],
    ["RDL", "Barbell Romanian Deadlift"],
    ["pullup", "Pull-Up"],
    ["dumbell curl", "Dumbbell Curl"],
  ])("search finds %j as %s", async (query, name) => {
    const ada = await signedUpUser();
    const { data } = await ada.client.rpc("search_exercises", { p_query: query, p_limit: 5 }).throwOnError();

    const { items } = ExerciseSearch.parse(data);
    expect(items[0]?.name).toBe(name);
    expect(items.length).toBeLessThanOrEqual(5);
  });
});
