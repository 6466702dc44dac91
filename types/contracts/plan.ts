import { z } from "zod";
import { ExerciseKind } from "./exercise.ts";
import { RoutineExercise, RoutineSet } from "./routine.ts";
import { Visibility } from "./workout.ts";

const week = z.int().min(1).max(52);
const tag = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/);

export const PlanGoal = z.enum([
  "strength",
  "hypertrophy",
  "power",
  "endurance",
  "weight_loss",
  "mobility",
  "sport",
  "general_fitness",
]);

export const PlanLevel = z.enum(["beginner", "intermediate", "advanced"]);

/** One session, or without a routine one rest day. */
export const PlanDay = z.strictObject({
  id: z.uuid(),
  week,
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday: z.int().min(1).max(7),
  /** Order within the day; 1 where it is left out. */
  position: z.int().min(1).max(10).nullish(),
  /** One of the caller's routines. */
  routine_id: z.uuid().nullish(),
  name: z.string().min(1).max(120).nullish(),
  notes: z.string().max(4000).nullish(),
});

/** What `save_plan` takes. Every id is the client's own (uuid v7 recommended). */
export const Plan = z.strictObject({
  id: z.uuid(),
  /** The version that was read and edited; null for a new plan. */
  version: z.int().min(1).nullish(),
  name: z.string().min(1).max(120),
  description: z.string().max(4000).nullish(),
  goal: PlanGoal.nullish(),
  level: PlanLevel.nullish(),
  tags: z.array(tag).max(20).nullish(),
  /** Its length; 1 where it is left out. No day comes after it. */
  weeks: week.nullish(),
  /** Weeks in which loads are reduced, as the progression of each exercise says. */
  deload_weeks: z.array(week).max(52).nullish(),
  /** Whether it starts over after its last week, instead of ending. */
  is_repeating: z.boolean().nullish(),
  /** Left out, it stays what it was; a new plan is private. */
  visibility: Visibility.nullish(),
  days: z.array(PlanDay).max(730).nullish(),
});
export type Plan = z.infer<typeof Plan>;

/** A plan as stored: every field is there, days in order. It can be edited and saved as it is. */
export const StoredPlan = Plan.required().extend({
  version: z.int().min(1),
  tags: z.array(tag),
  weeks: week,
  deload_weeks: z.array(week),
  is_repeating: z.boolean(),
  visibility: Visibility,
  days: z.array(PlanDay.required().extend({ position: z.int() })),
});

/** Answer of `save_plan` and `copy_plan`. */
export const StoredPlanAnswer = z.strictObject({ plan: StoredPlan });

/** What follows from the days of a plan and their routines. */
const facts = {
  /** Training days of its fullest week. */
  days_per_week: z.int().min(0).max(7),
  /** How many different ones it has. */
  exercises: z.int(),
  /** All that its exercises need, in the order of the table `equipment`. */
  equipment: z.array(z.string()),
};

/** Answer of `plan`. */
export const PlanAnswer = z.strictObject({ plan: StoredPlan.extend(facts) });

/** A key within one document. */
const key = z.string().regex(/^[a-z0-9-]+$/);

/** A routine in the form in which it is shared. Its exercises are ids of global ones, or keys of the document's own. */
export const SharedRoutine = z.strictObject({
  key,
  name: z.string(),
  notes: z.string().nullish(),
  exercises: z.array(
    RoutineExercise.omit({ id: true, exercise_id: true, sets: true }).extend({
      exercise: z.union([z.uuid(), key]),
      sets: z.array(RoutineSet.omit({ id: true })),
    }),
  ),
});

/** An exercise of the author that travels along: what it is, and nothing that they noted about it. */
export const SharedExercise = z.strictObject({
  key,
  name: z.string(),
  kind: ExerciseKind,
  category: z.string(),
  mechanic: z.string().nullable(),
  force: z.string().nullable(),
  level: PlanLevel,
  is_unilateral: z.boolean(),
  body_weight_share: z.number(),
  instructions: z.array(z.string()),
  cues: z.array(z.string()),
  muscles: z.array(
    z.strictObject({ muscle: z.string(), role: z.enum(["primary", "secondary"]), weight: z.number() }),
  ),
  equipment: z.array(z.string()),
});

const content = { routines: z.array(SharedRoutine), exercises: z.array(SharedExercise) };

/** A routine as one document. */
export const SharedRoutineDocument = z.strictObject({
  type: z.literal("routine"),
  name: z.string(),
  ...content,
});

/** A plan as one document: what `published_plans` holds and what links show. */
export const SharedPlanDocument = z.strictObject({
  type: z.literal("plan"),
  ...Plan.omit({ id: true, version: true, visibility: true, days: true }).shape,
  days: z.array(
    PlanDay.omit({ id: true, routine_id: true }).extend({
      /** Key of a routine of the document; null on a rest day. */
      routine: key.nullable(),
    }),
  ),
  ...content,
});

/** Whatever is shared. */
export const SharedDocument = z.discriminatedUnion("type", [SharedRoutineDocument, SharedPlanDocument]);
export type SharedDocument = z.infer<typeof SharedDocument>;
