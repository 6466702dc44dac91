import { beforeAll, describe, expect, test } from "vitest";
import { ErrorDetails } from "../../../types/contracts/error.ts";
import { ExerciseSearch } from "../../../types/contracts/exercise.ts";
import { type Person, signedUpUser } from "../people.ts";
import { relevantQueries } from "./relevant-queries.ts";

describe("somebody looks for an exercise", () => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signedUpUser();
  });

  async function search(parameters: Record<string, unknown>) {
    const { data } = await ada.client.rpc("search_exercises", parameters).throwOnError();
    return ExerciseSearch.parse(data);
  }

  test("and nothing but words is needed", async () => {
    const { items, next_cursor, facets } = await search({ p_query: "bench" });

    expect(items).toHaveLength(20);
    expect(next_cursor).not.toBeNull();
    expect(facets).toBeUndefined();
  });

  test.each(relevantQueries)("by $query", async ({ query, locale, first }) => {
    const { items } = await search({ p_query: query, p_limit: 5, ...(locale && { p_locale: locale }) });

    expect(first).toContain(items[0]?.name_en);
  });

  test("in Spanish, and reads Spanish names", async () => {
    const { items } = await search({ p_query: "remo", p_locale: "es-MX", p_limit: 3 });

    for (const { name, name_en } of items) expect(name).not.toBe(name_en);
  });

  test("with what stands in the garage", async () => {
    const equipment = ["dumbbell", "bench", "body_weight"];
    const { items, facets } = await search({
      p_muscles: ["chest"],
      p_equipment: equipment,
      p_limit: 50,
      p_facets: true,
    });

    expect(items.length).toBeGreaterThan(10);
    expect(items.filter((item) => item.equipment.some((id) => !equipment.includes(id)))).toEqual([]);
    expect(items[0]?.primary_muscles).toContain("chest");
    expect(facets?.muscles.quads).toBeGreaterThan(10);
    expect(facets?.equipment.barbell).toBeGreaterThan(10);
  });

  test("and marks a favourite, which ranks up from then on", async () => {
    const before = await search({ p_query: "curl" });
    const last = before.items.at(-1);
    const favorite = { exercise_id: last?.id ?? "", is_favorite: true };
    await ada.client.from("exercise_preferences").upsert(favorite).throwOnError();
    await ada.client.from("exercise_preferences").upsert(favorite).throwOnError();

    const { items } = await search({ p_query: "curl" });
    const favorites = await search({ p_scope: "favorites" });
    expect(items.findIndex(({ id }) => id === last?.id)).toBeLessThan(before.items.length - 1);
    expect(favorites.items).toEqual([{ ...last, is_favorite: true }]);
  });

  test("and reads on, page after page", async () => {
    const parameters = { p_query: "press", p_muscles: ["triceps"] };
    const all = await search({ ...parameters, p_limit: 50 });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await search({ ...parameters, p_limit: 8, ...(cursor && { p_cursor: cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor !== null && ids.length < 50);

    expect(ids.slice(0, 50)).toEqual(all.items.map(({ id }) => id).slice(0, ids.length));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("and does not take a cursor to another search", async () => {
    const { next_cursor } = await search({ p_query: "press" });
    const { error, status } = await ada.client.rpc("search_exercises", {
      p_query: "curl",
      p_cursor: next_cursor ?? "",
    });

    expect([status, error?.message]).toEqual([400, "cursor_mismatch"]);
    expect(ErrorDetails.parse(JSON.parse(error?.details ?? "")).path).toBe("p_cursor");
  });
});
