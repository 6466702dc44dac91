import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PlanDay, SharedPlanDocument, SharedRoutine } from "../../types/contracts/plan.ts";
import { Progression } from "../../types/contracts/progression.ts";
import { RoutineSet } from "../../types/contracts/routine.ts";
import { catalogFiles, payload, slugsByLine } from "./catalog-files.ts";

const exerciseSlugs = new Set(catalogFiles("30_exercises_").flatMap(slugsByLine));

const exerciseSchema = SharedRoutine.shape.exercises.element.omit({ position: true }).extend({
  exercise: z.string().refine((slug) => exerciseSlugs.has(slug), "is no exercise of the catalogue"),
  progression: Progression,
  sets: z.array(RoutineSet.omit({ id: true, position: true })),
});

/** A plan of sql/catalog/50_plan_templates.sql: what the loader adds is left out. */
const templateSchema = SharedPlanDocument.omit({ type: true, exercises: true }).extend({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  source: z.literal("repstack"),
  license: z.literal("CC0-1.0"),
  days: z.array(PlanDay.omit({ id: true, routine_id: true }).extend({ routine: z.string() })),
  routines: z.array(SharedRoutine.extend({ exercises: z.array(exerciseSchema).min(1) })),
});

const file = payload("50_plan_templates.sql");
const templates = z.array(templateSchema).parse(JSON.parse(file.text));

describe("plan templates", () => {
  test("TPL-DATA-01: the file calls the loader of its content", () => {
    expect(file.loader).toBe("load_plan_templates");
  });

  test("TPL-DATA-02: slugs are unique", () => {
    expect(new Set(templates.map(({ slug }) => slug)).size).toBe(templates.length);
  });

  test.each(templates)(
    "TPL-DATA-03: the days of $slug are in its weeks, and do its routines, each of them",
    ({ days, deload_weeks, routines, weeks }) => {
      const used = [...new Set(days.map(({ routine }) => routine))];

      expect(Math.max(...days.map(({ week }) => week), ...(deload_weeks ?? []))).toBeLessThanOrEqual(
        weeks ?? 1,
      );
      expect(new Set(days.map(({ week }) => week)).size).toBe(weeks);
      expect(used.sort()).toEqual(routines.map(({ key }) => key).sort());
    },
  );

  test("TPL-DATA-04: a load is nobody's business but the user's", () => {
    const sets = templates.flatMap(({ routines }) =>
      routines.flatMap(({ exercises }) => exercises.flatMap((it) => it.sets)),
    );

    expect(sets.filter(({ weight_kg }) => weight_kg != null)).toEqual([]);
  });

  test("TPL-DATA-05: sets stand in the routine, or in the waves that take their place", () => {
    const exercises = templates.flatMap(({ routines }) => routines.flatMap((it) => it.exercises));

    expect(
      exercises.filter(({ progression, sets }) => (sets.length === 0) !== (progression.scheme === "wave")),
    ).toEqual([]);
  });
});
