import { z } from "zod";
import { ExerciseDocument } from "./exercise.ts";
import { SharedPlanDocument } from "./plan.ts";

const instant = z.iso.datetime({ offset: true });

export const SubmissionStatus = z.enum(["pending", "changes_requested", "approved", "rejected", "withdrawn"]);

export const SubmissionDecision = z.enum(["approve", "reject", "request_changes"]);

const common = {
  id: z.uuid(),
  status: SubmissionStatus,
  /** Raised each time it is submitted again. */
  version: z.int(),
  note: z.string().nullable(),
  submitted_at: instant,
  /** What moderators decided, oldest first. */
  reviews: z.array(
    z.strictObject({
      version: z.int(),
      decision: SubmissionDecision,
      reason: z.string().nullable(),
      created_at: instant,
    }),
  ),
};

/** An exercise that its author offered to everybody. */
export const ExerciseSubmission = z.strictObject({
  ...common,
  type: z.literal("exercise"),
  /** The author's own exercise; null once it is deleted. */
  exercise_id: z.uuid().nullable(),
  plan_id: z.null(),
  /** The exercise as it was offered: that is what is judged, and what is published. */
  content: ExerciseDocument.omit({ id: true, version: true }),
  /** The global exercise that came of it. */
  result_exercise_id: z.uuid().nullable(),
});

/** A plan that its author offered to the library. */
const PlanSubmission = z.strictObject({
  ...common,
  type: z.literal("plan"),
  exercise_id: z.null(),
  /** The author's own plan; null once it is deleted. */
  plan_id: z.uuid().nullable(),
  /** The plan as it was offered: that is what is judged, and what is published. */
  content: SharedPlanDocument,
  result_exercise_id: z.null(),
});

/** Answer of `submit_exercise`, `submit_plan`, `withdraw_submission` and `review_submission`. */
export const SubmissionAnswer = z.strictObject({
  submission: z.discriminatedUnion("type", [ExerciseSubmission, PlanSubmission]),
});

const queued = {
  /** Author. */
  user_id: z.uuid(),
  /** Global exercises that have its name, or one of its other names, already. */
  similar: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
};

/** Answer of `submission_queue`, who waits longest first. */
export const SubmissionQueue = z.strictObject({
  items: z.array(
    z.discriminatedUnion("type", [ExerciseSubmission.extend(queued), PlanSubmission.extend(queued)]),
  ),
  next_cursor: z.string().nullable(),
});
