import { describe, expect, test } from "vitest";
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
    const { data: written } = await ada.client
      .from("exercises")
      .update({ name: "Mine" })
      .eq("slug", "push-up")
      .select("id")
      .throwOnError();

    expect(count).toBeGreaterThanOrEqual(300);
    expect(written).toEqual([]);
  });
});
