import { z } from "zod";
import { WorkoutRecord } from "./record.ts";

const instant = z.iso.datetime({ offset: true });
const position = z.int().min(1).max(500);

/** Health data: stored only with consent, and shown to nobody but the owner. */
const vitals = {
  energy_kcal: z.number().min(0).max(20_000).nullish(),
  average_heart_rate: z.int().min(20).max(250).nullish(),
  max_heart_rate: z.int().min(20).max(250).nullish(),
};

export const Visibility = z.enum(["public", "followers", "private"]);

export const SetType = z.enum([
  "normal",
  "warmup",
  "drop",
  "failure",
  "amrap",
  "rest_pause",
  "myo",
  "cluster",
  "backoff",
]);

/** One set as `log_workout` takes it. Which of the four measures it may have depends on the kind of its exercise. */
export const LoggedSet = z.strictObject({
  id: z.uuid(),
  position,
  set_type: SetType.nullish(),
  reps: z.int().min(0).max(10_000).nullish(),
  /** Kilograms: external load, or the assistance of an assisted exercise. */
  weight_kg: z.number().min(0).max(2000).nullish(),
  duration_seconds: z.int().min(0).max(172_800).nullish(),
  distance_meters: z.number().min(0).max(1_000_000).nullish(),
  rpe: z.number().min(1).max(10).multipleOf(0.5).nullish(),
  rir: z.number().min(0).max(10).multipleOf(0.5).nullish(),
  side: z.enum(["left", "right"]).nullish(),
  rest_seconds: z.int().min(0).max(86_400).nullish(),
  /** Seconds down, held, up, held; X for as fast as possible. */
  tempo: z
    .string()
    .regex(/^([0-9X]{4}|([0-9]{1,2}|X)(-([0-9]{1,2}|X)){3})$/)
    .nullish(),
  incline_percent: z.number().min(-30).max(60).multipleOf(0.1).nullish(),
  steps: z.int().min(0).max(200_000).nullish(),
  ...vitals,
  notes: z.string().max(1000).nullish(),
  /** What was prescribed, with the same field names; at most 4000 characters of JSON. */
  target: z.record(z.string(), z.json()).nullish(),
  completed_at: instant.nullish(),
});

export const LoggedExercise = z.strictObject({
  id: z.uuid(),
  exercise_id: z.uuid(),
  /** The exercise of the caller's routine that it was. */
  routine_exercise_id: z.uuid().nullish(),
  position,
  superset_group: z.int().min(1).max(100).nullish(),
  notes: z.string().max(4000).nullish(),
  sets: z.array(LoggedSet).max(200).nullish(),
});

/** What `log_workout` takes. Every id is the client's own (uuid v7 recommended). */
export const LoggedWorkout = z.strictObject({
  id: z.uuid(),
  /** Raised by the client with each edit; 1 where it is left out. */
  revision: z.int().min(1).nullish(),
  name: z.string().min(1).max(120),
  notes: z.string().max(4000).nullish(),
  started_at: instant,
  /** Null while the workout is live. */
  ended_at: instant.nullish(),
  /** IANA name of the zone the user is in. */
  time_zone: z.string(),
  session_rpe: z.number().min(0).max(10).multipleOf(0.5).nullish(),
  visibility: Visibility.nullish(),
  /** The caller's routine that it followed. */
  routine_id: z.uuid().nullish(),
  /** The caller's enrollment that it was a session of. */
  enrollment_id: z.uuid().nullish(),
  ...vitals,
  /** Where it came from, such as `healthkit`, `health_connect`, `strong` or `hevy`; none where it was typed in. */
  source: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .nullish(),
  /** What the source calls it: one workout for each. */
  external_id: z.string().min(1).max(200).nullish(),
  exercises: z.array(LoggedExercise).max(100).nullish(),
});
export type LoggedWorkout = z.infer<typeof LoggedWorkout>;

/** A workout in a few figures. Warm-ups, and sets without an actual value, do not count. */
export const WorkoutSummary = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  name: z.string(),
  started_at: instant,
  ended_at: instant.nullable(),
  /** The day the user would name. */
  local_date: z.iso.date(),
  exercises: z.int(),
  sets: z.int(),
  volume_kg: z.number(),
});

/** Answer of `log_workout`: the workout, and the records that it set, none while it is live. */
export const LoggedWorkoutAnswer = z.strictObject({
  workout: WorkoutSummary,
  records: z.array(WorkoutRecord),
});

/** Answer of `repeat_workout`: a workout that nobody has logged yet. `target` of its sets says what was done last time. */
export const RepeatedWorkout = z.strictObject({ workout: LoggedWorkout });
