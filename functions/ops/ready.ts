import { createRoute } from "@hono/zod-openapi";
import { Readiness } from "../../types/contracts/health.ts";
import type { Log } from "../_shared/log.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import type { Result } from "../_shared/result.ts";
import type { Router } from "../_shared/router.ts";

/** Asks one thing that requests need. It fails with a reason for operators, and gives up when the signal says so. */
export interface Check {
  name: string;
  run(signal: AbortSignal): Promise<Result<void, string>>;
}

/** All checks run at once and must be done by then. */
const budgetMilliseconds = 2_000;

const route = createRoute({
  method: "get",
  path: "/ready",
  summary: "Whether everything that requests need answers in time",
  responses: {
    200: { description: "It does", content: { "application/json": { schema: Readiness } } },
    503: problemResponse("Something does not; `detail` names it"),
  },
});

/** Mounts `GET /ready`. Why a check failed goes to the log; the caller learns only which one did. */
export function mountReady(router: Router, checks: Check[], log: Log): void {
  router.openapi(route, async (c) => {
    const outcomes = await Promise.all(
      checks.map((check) => timed(check, AbortSignal.timeout(budgetMilliseconds))),
    );
    c.header("cache-control", "no-store");

    const failed = outcomes.filter(({ result }) => !result.ok);
    if (failed.length === 0) {
      return c.json(
        {
          status: "ready" as const,
          checks: outcomes.map(({ name, milliseconds }) => ({ name, milliseconds })),
        },
        200,
      );
    }
    for (const { name, milliseconds, result } of failed) {
      log("check_failed", {
        request_id: c.var.requestId,
        check: name,
        ms: milliseconds,
        error: result.ok ? "" : result.error,
      });
    }
    return problem(c, "not_ready", `Not in order: ${failed.map(({ name }) => name).join(", ")}.`);
  });
}

async function timed(check: Check, signal: AbortSignal) {
  const start = performance.now();
  const result = await check.run(signal);
  return { name: check.name, milliseconds: Math.round(performance.now() - start), result };
}
