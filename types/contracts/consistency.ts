import { z } from "zod";
import { EnrollmentMode } from "./enrollment.ts";

const count = z.int().min(0);

const streak = {
  current: count,
  longest: count,
  /** First day, or first day of the first week, of the current one. */
  since: z.iso.date().nullable(),
};

/** Answer of `streaks`. What today or this week still lacks breaks nothing yet. */
export const Streaks = z.strictObject({
  on: z.iso.date(),
  /** Training days without a missed one between them. */
  daily: z.strictObject(streak),
  /** Weeks with as many training days as were meant. */
  weekly: z.strictObject({
    ...streak,
    /** Of this week. */
    quota: z.int().min(1).max(7),
    training_days: z.int().min(0).max(7),
  }),
});
export type Streaks = z.infer<typeof Streaks>;

const followed = {
  /** Sessions: `done`, `missed`, and those that are to come. */
  planned: count,
  done: count,
  missed: count,
  /** `done` of `done` and `missed`; null of nothing. */
  share: z.number().min(0).max(1).nullable(),
};

/** Answer of `adherence`, of days from `from` up to, and not including, `to`, as seen on a day. */
export const Adherence = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  on: z.iso.date(),
  ...followed,
  enrollments: z.array(
    z.strictObject({
      enrollment_id: z.uuid(),
      plan_id: z.uuid(),
      plan_name: z.string(),
      mode: EnrollmentMode,
      ...followed,
      upcoming: count,
      /** Done, but not on the day of the session, or when it was due. */
      moved: count,
      /** Workouts that did no session; in sequence mode sessions ahead of the plan's pace. */
      extra: count,
      /** In sequence mode: done with the routine that was next. */
      in_order: count.nullable(),
    }),
  ),
});
export type Adherence = z.infer<typeof Adherence>;
