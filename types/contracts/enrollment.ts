import { z } from "zod";

/** `calendar` gives each session its date, and a missed one is missed; `sequence` puts off what is not done. */
export const EnrollmentMode = z.enum(["calendar", "sequence"]);

export const EnrollmentStatus = z.enum(["active", "paused", "completed", "cancelled"]);

/** Where loads begin, in kg by the id of the exercise; of a scheme with a training max, that. */
export const StartWeights = z.record(z.uuid(), z.number().min(0).max(2000));

/** What `enroll` takes. */
export const Enroll = z.strictObject({
  p_plan_id: z.uuid(),
  p_starts_on: z.iso.date(),
  p_mode: EnrollmentMode,
  /** The client's own (uuid v7 recommended). */
  p_enrollment_id: z.uuid(),
  p_gym_id: z.uuid().optional(),
  p_start_weights: StartWeights.optional(),
});

/** `p_changes` of `update_enrollment`: what is left out stays. */
export const EnrollmentChanges = z.strictObject({
  /** Null for the caller's default gym. */
  gym_id: z.uuid().nullish(),
  /** All of them. */
  start_weights: StartWeights.nullish(),
});

const session = {
  plan_day_id: z.uuid(),
  routine_id: z.uuid(),
  /** Of the day, or else of the routine. */
  name: z.string(),
  /** Of the plan, from 1. */
  week: z.int().min(1).max(52),
  /** How often the plan has begun, this time included. */
  cycle: z.int().min(1),
  /** Of the enrollment, from 1. */
  session_number: z.int().min(1),
  is_deload: z.boolean(),
};

/** What is next: in calendar mode on its date, in sequence mode due on a date. */
export const NextSession = z.strictObject({ ...session, scheduled_on: z.iso.date() });

export const Enrollment = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  plan_id: z.uuid(),
  plan_name: z.string(),
  mode: EnrollmentMode,
  starts_on: z.iso.date(),
  gym_id: z.uuid().nullable(),
  start_weights: StartWeights,
  /** Also completed where the last day of the plan has passed without a workout. */
  status: EnrollmentStatus,
  ended_at: z.iso.datetime({ offset: true }).nullable(),
  pauses: z.array(z.strictObject({ paused_on: z.iso.date(), resumed_on: z.iso.date().nullable() })),
  /** Null where the status is not active. */
  next_session: NextSession.nullable(),
});

/** Answer of `enroll`, `enrollment`, `update_enrollment`, `pause_enrollment`, `resume_enrollment`, `end_enrollment`. */
export const EnrollmentAnswer = z.strictObject({ enrollment: Enrollment });

const SessionStatus = z.enum(["done", "missed", "today", "upcoming"]);

/** Answer of `enrollment_schedule`. */
export const EnrollmentSchedule = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(
    z.strictObject({
      on: z.iso.date(),
      /** Of its first session that is not done, or done; without a session paused or rest. */
      status: z.enum([...SessionStatus.options, "rest", "paused"]),
      sessions: z.array(
        z.strictObject({
          ...session,
          status: SessionStatus,
          workout_id: z.uuid().nullable(),
          /** The day of that workout, which may be another of the same week. */
          done_on: z.iso.date().nullable(),
        }),
      ),
    }),
  ),
});
