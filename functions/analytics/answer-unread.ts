import type { Context } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Log } from "../_shared/log.ts";
import { problem } from "../_shared/problem.ts";
import type { ReadFailure } from "./analytics-data.ts";

/** What answering needs of a request, whatever its route. */
export type Answering = Pick<Context, "json" | "body" | "header"> & {
  req: Pick<Context["req"], "header">;
  var: RequestIdVariables & { log: Log };
};

/** Answers what could not be read. */
export function answerUnread(c: Answering, failure: ReadFailure) {
  if (failure.kind === "invalid") return problem(c, "invalid_request", undefined, [failure.field]);
  c.var.log("analytics_unread", { error: failure.reason });
  return failure.kind === "nobody" ? problem(c, "session_ended") : problem(c, "not_ready");
}
