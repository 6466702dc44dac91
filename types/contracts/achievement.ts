import { z } from "zod";

/** Answer of `achievement_progress`, in the language of the caller's locale where there is one. */
export const AchievementProgress = z.strictObject({
  on: z.iso.date(),
  items: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      description: z.string(),
      metric: z.enum([
        "workouts",
        "training_days",
        "volume_kg",
        "distance_meters",
        "exercises",
        "records",
        "daily_streak",
        "weekly_streak",
        "plans_completed",
      ]),
      threshold: z.number().positive(),
      tier: z.enum(["bronze", "silver", "gold", "platinum"]),
      value: z.number().min(0),
      share: z.number().min(0).max(1),
      /** Null while the metric has not reached the threshold. */
      earned_on: z.iso.date().nullable(),
    }),
  ),
});
export type AchievementProgress = z.infer<typeof AchievementProgress>;
