import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { ChainEnv } from "./chain-env.ts";

/**
 * Logs every request when it is answered: the pattern of its route, because a path may hold ids and a query anything.
 */
export const requestLog = createMiddleware<ChainEnv>(async (c, next) => {
  const start = performance.now();
  await next();
  const { caller } = c.var;
  c.var.log("request", {
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms: Math.round(performance.now() - start),
    ...((caller?.kind === "user" || caller?.kind === "token") && { user_id: caller.userId }),
  });
});
