import type { CheckCronToken } from "../_shared/cron-token.ts";
import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import { mountEvents, type ReadEvents } from "./events.ts";
import type { ExportStore } from "./export-store.ts";
import { mountExports } from "./exports.ts";
import type { ImportStore } from "./import-store.ts";
import { mountImports } from "./imports.ts";
import type { JobQueue } from "./job-queue.ts";
import { readImportJob } from "./read-import-job.ts";
import { mountWorkJobs } from "./work-jobs.ts";
import { writeExportJob } from "./write-export-job.ts";

/** Builds the function that does the long work of training data, and shows other programs what changed in it. */
export function createApp(deps: {
  isCronToken: CheckCronToken;
  events: ReadEvents;
  jobs: JobQueue;
  exports: ExportStore;
  imports: ImportStore;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("training", deps.log, deps.platform);
  mountEvents(router, deps.events);
  const now = () => Date.now();
  const preparations = new Map([
    ["import", readImportJob(deps.imports, now)],
    ["export", writeExportJob(deps.exports, now)],
  ]);
  mountWorkJobs(router, deps.jobs, preparations, deps.isCronToken);
  mountImports(router, deps.imports);
  mountExports(router, deps.exports);
  return router;
}
