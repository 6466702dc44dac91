import { OpenAPIHono } from "@hono/zod-openapi";
import { methodNotAllowed } from "hono/method-not-allowed";
import { type RequestIdVariables, requestId } from "hono/request-id";
import type { Log } from "./log.ts";
import { problem } from "./problem.ts";
import { requestLog } from "./request-log.ts";

/** What a feature mounts its routes on. */
export type Router = OpenAPIHono<{ Variables: RequestIdVariables }>;

/**
 * Makes the router of one function. Every request gets an id (the caller's `X-Request-Id` if it sent a usable one)
 * and a log line, and every failure, foreseen or not, leaves as a problem that tells nothing of our insides.
 *
 * @param slug - The function's name, which is the first part of every path.
 */
export function createRouter(slug: string, log: Log): Router {
  const router: Router = new OpenAPIHono<{ Variables: RequestIdVariables }>().basePath(`/${slug}`);

  router.use(requestId());
  router.use(requestLog(log));
  router.use(
    methodNotAllowed({
      app: router,
      onMethodNotAllowed(c, methods) {
        c.header("allow", methods.join(", "));
        return problem(c, "method_not_allowed");
      },
    }),
  );

  router.notFound((c) => problem(c, "not_found"));
  router.onError((error, c) => {
    log("error", { request_id: c.var.requestId, error: error.stack ?? String(error) });
    return problem(c, "internal_error");
  });
  return router;
}
