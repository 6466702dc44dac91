import type { Log } from "../_shared/log.ts";
import { createRouter, type Router } from "../_shared/router.ts";
import { mountHealth } from "./health.ts";
import { type Check, mountReady } from "./ready.ts";

/** Builds the function that tells operators and load balancers how the backend is. */
export function createApp(deps: { checks: Check[]; log: Log }): Router {
  const router = createRouter("ops", deps.log);
  mountHealth(router);
  mountReady(router, deps.checks, deps.log);
  return router;
}
