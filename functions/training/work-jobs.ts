import { WorkedJobs } from "../../types/contracts/job.ts";
import type { CheckCronToken } from "../_shared/cron-token.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { JobQueue } from "./job-queue.ts";
import { type Preparation, workJobs } from "./worker.ts";

/** Hosted ends a function after 150 s; the last step and the answer must be through by then. */
const hours = { totalMilliseconds: 100_000, jobMilliseconds: 10_000 };

const route = defineRoute({
  method: "post",
  path: "/work-jobs",
  summary: "Works off what is due in jobs; called by a cron job of the database",
  // Cron jobs hold a token of their own, and no key of the project.
  auth: "none",
  timeoutSeconds: 115,
  responses: {
    200: { description: "What was done", content: { "application/json": { schema: WorkedJobs } } },
    401: problemResponse("`unauthenticated`: this is not the token of the cron jobs"),
    503: problemResponse("`not_ready`: the database does not answer; the next run tries again"),
  },
});

/** Mounts `POST /work-jobs`. The cron job `work-jobs` calls it every minute in which something is due. */
export function mountWorkJobs(
  router: Router,
  queue: JobQueue,
  preparations: ReadonlyMap<string, Preparation>,
  isCronToken: CheckCronToken,
): void {
  router.openapi(route, async (c) => {
    const known = await isCronToken(c.req.header("x-cron-token") ?? "", c.var.signal);
    if (known.ok && !known.value) return problem(c, "unauthenticated");
    const worked = known.ok
      ? await workJobs(queue, hours, {
          preparations,
          log: c.var.log,
          signal: c.var.signal,
          now: () => Date.now(),
        })
      : known;
    if (!worked.ok) {
      c.var.log("jobs_failed", { error: worked.error });
      return problem(c, "not_ready");
    }
    c.var.log("jobs_worked", worked.value);
    return c.json(worked.value, 200);
  });
}
