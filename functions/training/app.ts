import type { CheckCronToken } from "../_shared/cron-token.ts";
import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import type { JobQueue } from "./job-queue.ts";
import { mountWorkJobs } from "./work-jobs.ts";

/** Builds the function that does the long work of training data. */
export function createApp(deps: {
  isCronToken: CheckCronToken;
  jobs: JobQueue;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("training", deps.log, deps.platform);
  mountWorkJobs(router, deps.jobs, deps.isCronToken);
  return router;
}
