import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ChainEnv } from "./chain-env.ts";
import { problem } from "./problem.ts";

/** Answers what was thrown, and tells the caller nothing of it: the log has the reason under the request's id. */
export function answerError(error: Error, c: Context<ChainEnv>): Response {
  // Nobody is there to read it. 499 is what logs elsewhere call that.
  if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
  if (c.var.signal?.aborted) return problem(c, "timeout");
  if (error instanceof HTTPException) {
    // Thrown by the validation: JSON or a form that does not parse, and a media type that the route does not name.
    if (error.status === 400) return problem(c, "malformed_body");
    if (error.status === 415) return problem(c, "unsupported_media_type");
  }
  c.var.log("error", { error: error.stack ?? String(error) });
  return problem(c, "internal_error");
}
