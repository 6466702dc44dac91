import type { CheckCronToken } from "../_shared/cron-token.ts";
import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import type { ExportStore } from "./export-store.ts";
import { mountExports } from "./exports.ts";
import type { JobQueue } from "./job-queue.ts";
import { mountWorkJobs } from "./work-jobs.ts";
import { writeExportJob } from "./write-export-job.ts";

/** Builds the function that does the long work of training data. */
export function createApp(deps: {
  isCronToken: CheckCronToken;
  jobs: JobQueue;
  exports: ExportStore;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("training", deps.log, deps.platform);
  const preparations = new Map([["export", writeExportJob(deps.exports, () => Date.now())]]);
  mountWorkJobs(router, deps.jobs, preparations, deps.isCronToken);
  mountExports(router, deps.exports);
  return router;
}
