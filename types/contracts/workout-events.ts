import { z } from "zod";
import { LoggedWorkout } from "./workout.ts";

/** Query of `GET /training/events`. */
export const WorkoutEventsQuery = z.strictObject({
  /** The last `next_cursor`; none at first. */
  cursor: z.string().max(1000).optional(),
  /** 50 unless told. */
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** What became of one workout: it was added or changed, and is this now, or it was deleted. */
export const WorkoutEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("updated"), id: z.uuid(), workout: LoggedWorkout }),
  z.strictObject({ type: z.literal("deleted"), id: z.uuid() }),
]);

/** Answer of `GET /training/events`: in the order in which they changed. */
export const WorkoutEvents = z.strictObject({
  items: z.array(WorkoutEvent),
  /** For the next request, at once or later. */
  next_cursor: z.string(),
  /** Whether there is more at once. */
  has_more: z.boolean(),
  /** Whether the items, with those of the pages that follow, are all there is: what does not come is gone. */
  is_replacement: z.boolean(),
});
export type WorkoutEvents = z.infer<typeof WorkoutEvents>;
