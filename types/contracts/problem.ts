import { z } from "zod";

/**
 * Every failure that a function can answer with, by its stable code. A client decides by `code` alone; `title` is for
 * people and may change.
 */
export const problems = {
  not_found: { status: 404, title: "There is nothing at this address." },
  method_not_allowed: { status: 405, title: "This address does not serve this method." },
  internal_error: { status: 500, title: "Something broke on our side." },
  not_ready: { status: 503, title: "The backend cannot serve requests right now." },
} as const;

export type ProblemCode = keyof typeof problems;
/** The status that goes with a code. */
export type ProblemStatus<Code extends ProblemCode = ProblemCode> = (typeof problems)[Code]["status"];

/** The body of every failure: RFC 9457, media type `application/problem+json`. */
export const Problem = z.object({
  type: z.string().describe("URN of the kind of problem; ends in the code."),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("Stable key to decide by. Clients treat one they do not know by its status."),
  detail: z.string().optional().describe("What this one request met, for people."),
  request_id: z.string().describe("Leads to the log lines of this request."),
});
export type Problem = z.infer<typeof Problem>;
