import { z } from "zod";
import { ExerciseKind } from "../../types/contracts/exercise.ts";

const muscleSlug = z.string().regex(/^[a-z]+(_[a-z]+)*$/);
const exerciseSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A line of sql/catalog/10_muscles.sql. */
export const muscleSchema = z.strictObject({
  slug: muscleSlug,
  name: z.string().min(3),
  name_latin: z.string().min(3),
  region: z.enum(["upper_body", "core", "lower_body"]),
  position: z.int().positive(),
});

/** A line of sql/catalog/20_equipment.sql. */
export const equipmentSchema = z.strictObject({ slug: muscleSlug, name: z.string().min(3) });

/** A line of sql/catalog/30_exercises_*.sql; the keys stand in this order. */
export const exerciseSchema = z.strictObject({
  slug: exerciseSlug,
  name: z.string().min(4).max(60),
  kind: ExerciseKind,
  category: z.enum(["strength", "olympic", "plyometric", "strongman", "cardio", "mobility", "stretching"]),
  mechanic: z.enum(["compound", "isolation"]).nullable(),
  force: z.enum(["push", "pull", "static"]).nullable(),
  level: z.enum(["beginner", "intermediate", "advanced"]),
  is_unilateral: z.boolean(),
  body_weight_share: z.number().min(0).max(1),
  variation_group: exerciseSlug.nullable(),
  equipment: z.array(z.string()).min(1),
  primary_muscles: z.array(z.string()).min(1).max(3),
  secondary_muscles: z.array(z.string()).max(6),
  aliases: z.array(z.string().min(2).max(60)),
  instructions: z.array(z.string()).min(2).max(4),
  cues: z.array(z.string().max(60)).min(1).max(3),
  source: z.literal("repstack"),
  license: z.literal("CC0-1.0"),
});

export type Exercise = z.infer<typeof exerciseSchema>;

const spelling = z.string().min(2).max(120);
const localNamesSchema = z.strictObject({ name: spelling, aliases: z.array(spelling) });

/** A line of sql/catalog/40_names_*.sql; the keys stand in this order. */
export const namesSchema = z.strictObject({
  slug: exerciseSlug,
  es: localNamesSchema,
  de: localNamesSchema,
});

/** A line of sql/catalog/50_abbreviations.sql. */
export const abbreviationSchema = z.strictObject({
  locale: z.enum(["en", "es", "de"]),
  abbreviation: z.string().regex(/^[a-z0-9]{1,8}$/),
  stands_for: z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/),
});
