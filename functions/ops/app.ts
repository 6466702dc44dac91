import type { CheckCronToken } from "../_shared/cron-token.ts";
import type { Log } from "../_shared/log.ts";
import type { Platform } from "../_shared/platform.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import type { Check } from "./check.ts";
import { mountHealth } from "./health.ts";
import { type FileKeeper, mountOrphanedFiles } from "./orphaned-files.ts";
import { mountReady } from "./ready.ts";

/** Builds the function that tells operators how the backend is, and tidies up after it. */
export function createApp(deps: {
  checks: Check[];
  files: FileKeeper;
  isCronToken: CheckCronToken;
  log: Log;
  platform: Platform;
}): Router {
  const router = createRouter("ops", deps.log, deps.platform);
  mountHealth(router);
  mountReady(router, deps.checks);
  mountOrphanedFiles(router, deps.files, deps.isCronToken);
  return router;
}
