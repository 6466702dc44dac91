import { Readiness } from "../../types/contracts/health.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import { failure, type Result } from "../_shared/result.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { Check } from "./check.ts";

/** All checks run at once and must be done by then. */
const budgetMilliseconds = 2_000;

const route = defineRoute({
  method: "get",
  path: "/ready",
  summary: "Whether everything that requests need answers in time",
  auth: "none",
  responses: {
    200: { description: "It does", content: { "application/json": { schema: Readiness } } },
    503: problemResponse("`not_ready`: something does not; `errors` names it"),
  },
});

/** Mounts `GET /ready`. Why a check failed goes to the log; the caller learns only which one did. */
export function mountReady(router: Router, checks: Check[]): void {
  router.openapi(route, async (c) => {
    const outcomes = await Promise.all(checks.map((check) => outcomeOf(check, c.var.signal)));
    c.header("cache-control", "no-store");

    const errors = [];
    for (const { name, milliseconds, result } of outcomes) {
      if (result.ok) continue;
      c.var.log("check_failed", { check: name, ms: milliseconds, error: result.error });
      errors.push({ path: name, text: "Does not answer as it should." });
    }
    if (errors.length > 0) {
      const names = errors.map(({ path }) => path).join(", ");
      return problem(c, "not_ready", `Not in order: ${names}.`, errors);
    }
    const answered = outcomes.map(({ name, milliseconds }) => ({ name, milliseconds }));
    return c.json({ status: "ready" as const, checks: answered }, 200);
  });
}

async function outcomeOf(check: Check, signal: AbortSignal) {
  const start = performance.now();
  const budget = AbortSignal.any([signal, AbortSignal.timeout(budgetMilliseconds)]);
  const tooLate = new Promise<Result<void, string>>((resolve) => {
    budget.addEventListener("abort", () => resolve(failure(String(budget.reason))));
  });
  const result = await Promise.race([check.run(budget), tooLate]);
  return { name: check.name, milliseconds: Math.round(performance.now() - start), result };
}
