import { OpenAPIHono } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { ChainEnv } from "./chain-env.ts";
import { cors } from "./cors.ts";
import { answerError } from "./failures.ts";
import type { Log } from "./log.ts";
import type { Platform } from "./platform.ts";
import { problem } from "./problem.ts";
import { requestId } from "./request-id.ts";
import { requestLog } from "./request-log.ts";
import { answerInvalid } from "./validation.ts";

/** What a feature mounts its routes on. */
export type Router = OpenAPIHono<ChainEnv>;

/**
 * Makes the router of one function, with the part of the chain that every request passes: an id, a log line, CORS, and
 * for every failure, foreseen or not, a problem that tells nothing of our insides. The rest is in `defineRoute`.
 *
 * @param slug - The function's name, which is the first part of every path.
 */
export function createRouter(slug: string, log: Log, platform: Platform): Router {
  const everyPath: Router = new OpenAPIHono<ChainEnv>({ defaultHook: answerInvalid });
  const router: Router = everyPath.basePath(`/${slug}`);

  everyPath.use(requestId);
  everyPath.use(
    createMiddleware<ChainEnv>(async (c, next) => {
      c.set("platform", platform);
      c.set("log", (event, fields) => log(event, { request_id: c.var.requestId, function: slug, ...fields }));
      await next();
    }),
  );
  everyPath.use(requestLog);
  everyPath.use(cors(platform.allowedOrigins));
  everyPath.use(
    methodNotAllowed({
      app: router,
      onMethodNotAllowed(c, methods) {
        c.header("allow", methods.join(", "));
        return problem(c, "method_not_allowed");
      },
    }),
  );

  router.notFound((c) => problem(c, "not_found"));
  router.onError(answerError);
  return router;
}
