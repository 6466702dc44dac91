import { WorkoutEvents, WorkoutEventsQuery } from "../../types/contracts/workout-events.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import type { Result } from "../_shared/result.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";

/** Reads a page of what changed in a user's workouts. A reason for logs where the database does not answer. */
export type ReadEvents = (
  userId: string,
  page: { cursor?: string | undefined; limit?: number | undefined },
  signal: AbortSignal,
) => Promise<Result<WorkoutEvents, { kind: "cursor_mismatch" | "unavailable"; reason: string }>>;

const route = defineRoute({
  method: "get",
  path: "/events",
  summary: "What changed in the workouts of the user whose access token it is, oldest first",
  auth: "token",
  scope: "workouts:read",
  rateLimit: "token_call",
  request: { query: WorkoutEventsQuery },
  responses: {
    200: { description: "A page of changes", content: { "application/json": { schema: WorkoutEvents } } },
    403: problemResponse("`insufficient_scope`"),
    422: problemResponse("`invalid_request`; a cursor of another user's, or none at all, is one"),
    503: problemResponse("`auth_unavailable`; `not_ready`: the database does not answer"),
  },
});

/** Mounts `GET /events`. */
export function mountEvents(router: Router, read: ReadEvents): void {
  router.openapi(route, async (c) => {
    const events = await read(c.var.caller.userId, c.req.valid("query"), c.var.signal);
    if (events.ok) return c.json(events.value, 200, { "cache-control": "no-store" });
    if (events.error.kind === "cursor_mismatch") {
      const text = "must be a next_cursor as it came, for a token of the same user";
      return problem(c, "invalid_request", undefined, [{ path: "query.cursor", text }]);
    }
    c.var.log("events_failed", { error: events.error.reason });
    return problem(c, "not_ready");
  });
}
