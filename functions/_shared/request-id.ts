import { createMiddleware } from "hono/factory";
import type { RequestIdVariables } from "hono/request-id";

const usable = /^[\w-]{8,128}$/;

/**
 * Gives the request an id and answers with it. The gateway's own comes first, because its logs name it; one that could
 * forge a log line is replaced.
 */
export const requestId = createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
  const given = [c.req.header("sb-request-id"), c.req.header("x-request-id")];
  const id = given.find((candidate) => candidate !== undefined && usable.test(candidate));
  c.set("requestId", id ?? crypto.randomUUID());
  c.header("x-request-id", c.var.requestId);
  await next();
});
