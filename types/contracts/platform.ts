import { z } from "zod";
import { DateRange } from "./dashboard.ts";

/** Behind every figure stand ten people or more; null where they were fewer. */
const people = z.int().min(10).nullable();

/** Answer of `platform_activity`, for admins. */
export const PlatformActivity = z.strictObject({
  ...DateRange.shape,
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      daily_users: people,
      /** In the 7 days up to the day. */
      weekly_users: people,
      /** In the 30 days up to the day. */
      monthly_users: people,
      workouts: z.int().nullable(),
    }),
  ),
});

/** Answer of `platform_retention`, for admins. */
export const PlatformRetention = z.strictObject({
  cohorts: z.array(
    z.strictObject({
      /** First day of the month of their first workouts. */
      month: z.iso.date(),
      users: people,
      months: z.array(
        z.strictObject({ number: z.int().min(0), users: people, share: z.number().min(0).max(1).nullable() }),
      ),
    }),
  ),
});

/** Answer of `platform_exercises`, for admins. */
export const PlatformExercises = z.strictObject({
  month: z.iso.date(),
  exercises: z.array(
    z.strictObject({ exercise_id: z.uuid(), name: z.string(), users: z.int().min(10), sets: z.int() }),
  ),
});
