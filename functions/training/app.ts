import type { CheckCronToken } from "../_shared/cron-token.ts";
import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import { mountEvents, type ReadEvents } from "./events.ts";
import type { JobQueue } from "./job-queue.ts";
import { mountWorkJobs } from "./work-jobs.ts";

/** Builds the function that does the long work of training data, and shows other programs what changed in it. */
export function createApp(deps: {
  isCronToken: CheckCronToken;
  events: ReadEvents;
  jobs: JobQueue;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("training", deps.log, deps.platform);
  mountEvents(router, deps.events);
  mountWorkJobs(router, deps.jobs, deps.isCronToken);
  return router;
}
