import { z } from "zod";
import { RecordKind } from "./record.ts";

const athlete = {
  /** Of whose training it is, as far as the caller sees their profile. */
  athlete: z.string().nullable(),
  /** Of the caller: the card speaks their language, in their units. */
  locale: z.string(),
  unit_system: z.enum(["metric", "imperial"]),
};

/** Answer of `workout_card`: what a share card of a workout shows. No notes, effort, or figures of the body. */
export const WorkoutCard = z.strictObject({
  ...athlete,
  name: z.string(),
  local_date: z.iso.date(),
  duration_seconds: z.int().nullable(),
  exercises_count: z.int(),
  sets: z.int(),
  reps: z.int(),
  volume_kg: z.number(),
  distance_meters: z.number(),
  /** The first six, in order. */
  exercises: z.array(
    z.strictObject({
      name: z.string(),
      sets: z.int(),
      /** The heaviest set, of equal ones that with the most repetitions; null where none has a load. */
      best: z.strictObject({ weight_kg: z.number(), reps: z.int() }).nullable(),
    }),
  ),
});
export type WorkoutCard = z.infer<typeof WorkoutCard>;

/** Which record: a workout sets one of a kind for an exercise, and for each number of repetitions where they count. */
export const RecordKey = z.strictObject({
  workout_id: z.uuid(),
  exercise_id: z.uuid(),
  kind: RecordKind,
  reps: z.coerce.number().int().min(1).max(12).optional(),
});
export type RecordKey = z.infer<typeof RecordKey>;

/** Answer of `record_card`: what a share card of a record shows. */
export const RecordCard = z.strictObject({
  ...athlete,
  exercise: z.string(),
  kind: RecordKind,
  reps: z.int().nullable(),
  value: z.number(),
  unit: z.enum(["kg", "s", "m", "s/km", "reps"]),
  previous_value: z.number().nullable(),
  achieved_on: z.iso.date(),
});
export type RecordCard = z.infer<typeof RecordCard>;
