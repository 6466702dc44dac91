import { z } from "zod";
import { PlanGoal, PlanLevel, SharedPlanDocument } from "./plan.ts";
import { Author } from "./sharing.ts";

/** A plan of the library as `community_plans` lists it. */
export const PublishedPlan = z.strictObject({
  id: z.uuid(),
  /** Whether it came with Repstack; such a plan has no author. */
  is_template: z.boolean(),
  name: z.string(),
  description: z.string().nullable(),
  goal: PlanGoal.nullable(),
  level: PlanLevel.nullable(),
  tags: z.array(z.string()),
  weeks: z.int(),
  is_repeating: z.boolean(),
  /** Training days of its fullest week. */
  days_per_week: z.int(),
  /** How many different ones it has. */
  exercises: z.int(),
  /** All that they need. */
  equipment: z.array(z.string()),
  published_at: z.iso.datetime({ offset: true }),
  like_count: z.int(),
  /** How many users copied it, each once. */
  copy_count: z.int(),
  /** How many users trained it to its end, each once. */
  completion_count: z.int(),
  /** Whether the caller likes it. */
  is_liked: z.boolean(),
  author: Author.nullable(),
});

/** Answer of `community_plans`. */
export const CommunityPlans = z.strictObject({
  items: z.array(PublishedPlan),
  /** Goes back as `p_cursor` for the next page, with the same filter; null on the last. */
  next_cursor: z.string().nullable(),
});

export type CommunityPlans = z.infer<typeof CommunityPlans>;

/** Answer of `community_plan`. */
export const CommunityPlan = z.strictObject({ plan: PublishedPlan, shared: SharedPlanDocument });
