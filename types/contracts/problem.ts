import { z } from "zod";

/**
 * Every failure that a function can answer with, by its stable code. A client decides by `code` alone; `title` is for
 * people and may change.
 */
export const problems = {
  malformed_body: { status: 400, title: "The body cannot be read." },
  unauthenticated: { status: 401, title: "Who you are is not known." },
  session_ended: { status: 401, title: "This session has ended. Sign in again." },
  consent_required: { status: 403, title: "Health data is stored only while you consent to it." },
  insufficient_scope: { status: 403, title: "This token does not open that." },
  not_found: { status: 404, title: "There is nothing at this address." },
  upload_not_found: { status: 404, title: "You have no such upload." },
  import_not_found: { status: 404, title: "You have no such file." },
  method_not_allowed: { status: 405, title: "This address does not serve this method." },
  id_unusable: { status: 409, title: "An id or key cannot be used." },
  quota_exceeded: { status: 409, title: "There are as many as there may be." },
  body_too_large: { status: 413, title: "The body is larger than it may be." },
  unsupported_media_type: { status: 415, title: "The body is of a kind that this address does not take." },
  invalid_request: { status: 422, title: "The request has fields that it cannot have." },
  image_unsupported: { status: 422, title: "The file is not a picture of a kind that is taken." },
  image_broken: { status: 422, title: "The picture is damaged." },
  image_too_large: { status: 422, title: "The picture is larger than it may be." },
  rate_limited: { status: 429, title: "Too many requests." },
  internal_error: { status: 500, title: "Something broke on our side." },
  auth_unavailable: { status: 503, title: "Who you are cannot be checked right now." },
  not_ready: { status: 503, title: "The backend cannot serve requests right now." },
  storage_unavailable: { status: 503, title: "Files cannot be stored right now." },
  too_busy: { status: 503, title: "Too many requests of this kind are being served." },
  timeout: { status: 504, title: "This took longer than it may." },
} as const;

export type ProblemCode = keyof typeof problems;
/** The status that goes with a code. */
export type ProblemStatus<Code extends ProblemCode = ProblemCode> = (typeof problems)[Code]["status"];

/** One thing that is wrong: where, as `exercises[1].sets[0].reps`, and what. */
export const ProblemField = z.object({ path: z.string(), text: z.string() });
export type ProblemField = z.infer<typeof ProblemField>;

/** The body of every failure: RFC 9457, media type `application/problem+json`. */
export const Problem = z.object({
  type: z.string().describe("URN of the kind of problem; ends in the code."),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("Stable key to decide by. Clients treat one they do not know by its status."),
  detail: z.string().optional().describe("What this one request met, for people."),
  request_id: z.string().describe("Leads to the log lines of this request."),
  errors: z.array(ProblemField).optional().describe("What is wrong, field by field."),
});
export type Problem = z.infer<typeof Problem>;
