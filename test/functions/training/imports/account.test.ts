import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImportedPart } from "../../../../types/contracts/import.ts";
import { ImportSection, importedWithin } from "../../../../types/contracts/import-section.ts";
import { read } from "./printed.ts";

const id = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const own = (number: number, more = {}) => ({
  id: id(number),
  name: `Lift ${number}`,
  kind: "weight_reps",
  ...more,
});

/** What is read of a document of an account, and what is said about it. */
function account(sections: Record<string, unknown>) {
  const document = { format: "repstack", version: 1, workouts: [], ...sections };
  return read(JSON.stringify(document, null, 1));
}

describe("a document of a whole account", () => {
  test("is read in the order in which it must be stored, rows with those that belong to them", () => {
    const { file, problems } = account({
      plan_days: [{ id: id(3), plan_id: id(2), week: 1 }],
      plans: [{ id: id(2), name: "Plan" }],
      routine_sets: [{ id: id(6), routine_exercise_id: id(5) }],
      routine_exercises: [{ id: id(5), routine_id: id(4) }],
      routines: [{ id: id(4).toUpperCase(), name: "Push" }],
      settings: [{ week_start: 1 }],
    });

    expect(problems).toEqual([]);
    expect(file?.parts.map(({ section, path, size }) => [section, path, size])).toEqual([
      ["settings", "settings[0]", 1],
      ["routines", "routines[0]", 3],
      ["plans", "plans[0]", 2],
    ]);
    expect(file?.parts[1]).toMatchObject({
      line: 31,
      part: { name: "Push", exercises: [{ id: id(5), sets: [{ id: id(6) }] }] },
    });
  });

  test("has exercises behind those that they became, and the default gym first", () => {
    const exercises = [own(1, { replaced_by: id(2) }), own(2, { replaced_by: id(3) }), own(3)];
    const gyms = [{ id: id(4) }, { id: id(5), is_default: true }];

    expect(account({ exercises, gyms }).file?.parts.map(({ part }) => part.id)).toEqual(
      [3, 2, 1, 5, 4].map(id),
    );
  });

  test("says what is left out, what has no parent, and what is no row", () => {
    const { problems } = account({
      progress_photos: [{ id: id(1) }, { id: id(2) }],
      gym_equipment: [{ id: id(3), gym_id: id(9) }],
      gyms: [{ id: "none" }, 5],
      plans: 5,
    });

    expect(problems.map(({ code, path, text }) => `${code} ${path}: ${text}`)).toEqual([
      "left_out progress_photos: 2 not imported: a document has no pictures; upload them again.",
      "invalid_value gyms[0]: Must be an object with a uuid as id.",
      "invalid_value gyms[1]: Must be an object with a uuid as id.",
      "no_parent gym_equipment[0]: Its gym_id is none of the document's gyms.",
      "invalid_value plans: Must be an array.",
    ]);
  });

  test("keeps its texts, its live workout, and the exercise that is meant where two have a name", () => {
    const performed = (number: number) => ({ exercise_id: id(number), name: "Lift", sets: [] });
    const workout = {
      id: id(7),
      name: " =1 ",
      started_at: "2026-01-01T00:00:00Z",
      time_zone: "UTC",
      day_start_hour: 4,
      exercises: [performed(1), performed(2)],
    };
    const { file, problems } = account({ exercises: [own(1, { name: "Lift" })], workouts: [workout] });

    expect(problems).toEqual([]);
    expect(file?.workouts).toMatchObject([
      { name: " =1 ", ended_at: null, day_start_hour: 4, exercises: [performed(1), performed(2)] },
    ]);
    expect(file?.documentExercises).toEqual([
      { id: id(1), name: "Lift", kind: "weight_reps" },
      { id: id(2), name: "Lift", kind: null },
    ]);
  });

  test("loses what cannot be stored of a text", () => {
    const text = JSON.stringify({
      format: "repstack",
      version: 1,
      workouts: [],
      gyms: [{ id: id(1), name: "a" }],
    });
    const { file } = read(text.replace('"name":"a"', '"na\\u0000me":"a\\u0000b\\ud83d\\udcaa\\ud800"'));

    expect(file?.parts[0]?.part).toMatchObject({ id: id(1), name: "ab💪\ufffd" });
  });

  test("is refused where it has more rows than are taken", () => {
    const gyms = (count: number) => Array.from({ length: count }, (_, at) => ({ id: id(at) }));
    expect(account({ gyms: gyms(50_001) }).problems).toMatchObject([{ code: "too_many_rows" }]);

    const days = Array.from({ length: 4000 }, (_, at) => ({ id: id(at), plan_id: id(1) }));
    const { file, problems } = account({ plans: [{ id: id(1) }, { id: id(2) }], plan_days: days });
    expect(problems).toMatchObject([{ code: "too_many_rows", path: "plans[0]" }]);
    expect(file?.parts.map(({ path }) => path)).toEqual(["plans[1]"]);
  });

  test("makes it throw whatever it holds no more than any other file", () => {
    const names = [...ImportSection.options, ...Object.keys(importedWithin), "progress_photos"];
    const row = fc.dictionary(
      fc.constantFrom("id", "gym_id", "plan_id", "routine_id", "replaced_by", "exercise_id", "__proto__"),
      fc.oneof(fc.constantFrom(id(1), id(2), id(3)), fc.jsonValue()),
    );
    const section = fc.oneof(fc.array(fc.oneof(row, fc.jsonValue()), { maxLength: 5 }), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), section), (sections) => {
        const { file } = account(sections);
        for (const part of file?.parts ?? []) ImportedPart.parse(part);
      }),
      { numRuns: 500 },
    );
  });
});
