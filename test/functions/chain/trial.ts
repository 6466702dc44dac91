import { z } from "@hono/zod-openapi";
import type { VerifyCaller } from "../../../functions/_shared/authentication.ts";
import type { Log } from "../../../functions/_shared/log.ts";
import type { Platform } from "../../../functions/_shared/platform.ts";
import { failure, success } from "../../../functions/_shared/result.ts";
import { defineRoute } from "../../../functions/_shared/route.ts";
import { createRouter, type Router } from "../../../functions/_shared/router.ts";

/** A line of the log. */
export type Line = { event: string } & Record<string, unknown>;

const json = { "application/json": { schema: z.record(z.string(), z.unknown()) } };
const responses = { 200: { description: "Done", content: json } };
const Thing = z.strictObject({ name: z.string().max(10), sets: z.array(z.object({ reps: z.int() })) });

const mine = defineRoute({ method: "get", path: "/mine", auth: "user", responses });
const live = defineRoute({ method: "get", path: "/live", auth: "user", session: "live", responses });
const app = defineRoute({ method: "get", path: "/app", auth: "publishable", responses });
const backend = defineRoute({ method: "get", path: "/backend", auth: "secret", responses });
const bug = defineRoute({ method: "get", path: "/bug", auth: "none", responses });
const waiting = defineRoute({
  method: "get",
  path: "/waiting",
  auth: "none",
  timeoutSeconds: 0.02,
  responses,
});
const lasting = defineRoute({ method: "get", path: "/lasting", auth: "none", responses });
const stuck = defineRoute({ method: "get", path: "/stuck", auth: "none", timeoutSeconds: 0.02, responses });
const uploads = defineRoute({
  method: "get",
  path: "/uploads",
  auth: "user",
  rateLimit: "image_upload",
  responses,
});
const thing = defineRoute({
  method: "get",
  path: "/things/{thing_id}",
  auth: "none",
  request: { params: z.object({ thing_id: z.uuid() }), query: z.object({ limit: z.coerce.number().max(9) }) },
  responses,
});
const addThing = defineRoute({
  method: "post",
  path: "/things",
  auth: "user",
  maxBodyBytes: 200,
  request: { body: { required: true, content: { "application/json": { schema: Thing } } } },
  responses,
});

/** Waits as a `fetch` with this signal does, for something that never comes. */
async function waitFor(signal: AbortSignal, log: Log): Promise<never> {
  log("waiting", {});
  return await new Promise((_, reject) =>
    signal.addEventListener("abort", () => {
      log("left_off", { why: signal.reason.name });
      reject(signal.reason);
    }),
  );
}

/** A function with a route for everything that the chain does. */
function mountRoutes(router: Router): void {
  router.openapi(mine, (c) => c.json({ user_id: c.var.caller.userId }, 200));
  router.openapi(live, (c) => c.json({ user_id: c.var.caller.userId }, 200));
  router.openapi(app, (c) => c.json({ kind: c.var.caller.kind }, 200));
  router.openapi(backend, (c) => c.json({ kind: c.var.caller.kind }, 200));
  router.openapi(uploads, (c) => c.json({}, 200));
  router.openapi(thing, (c) => c.json({ ...c.req.valid("param"), ...c.req.valid("query") }, 200));
  router.openapi(addThing, (c) => c.json(c.req.valid("json"), 200));
  router.openapi(waiting, async (c) => await waitFor(c.var.signal, c.var.log));
  router.openapi(lasting, async (c) => await waitFor(c.var.signal, c.var.log));
  router.openapi(stuck, () => new Promise<never>(() => {}));
  router.openapi(bug, () => {
    throw new Error("password is hunter2");
  });
}

/** Knows one user by the token `ada`, and one key of each kind. */
const verifyCaller: VerifyCaller = async (request, mode) => {
  const token = request.headers.get("authorization");
  if (mode === "publishable" || mode === "secret") {
    return request.headers.get("apikey") === `the ${mode} key`
      ? success({ kind: mode })
      : failure({ kind: "refused", reason: "INVALID_API_KEY" });
  }
  if (token === "Bearer ada") return success({ kind: "user", userId: "user-ada", token: "ada" });
  return failure(
    token === "Bearer unverifiable"
      ? { kind: "unavailable", reason: "JWKS_FETCH_FAILED" }
      : { kind: "refused", reason: "MISSING_CREDENTIALS" },
  );
};

/** Where everything is in order. */
const goodPlatform: Platform = {
  allowedOrigins: ["https://app.repstack.test"],
  verifyCaller,
  isSessionLive: async () => success(true),
  takeRateLimit: async () => success({ isAllowed: true, limit: 120, remaining: 119, resetSeconds: 60 }),
};

/** Makes the function, on a platform that differs from a good one where the test says so. */
export function onTrial(differences: Partial<Platform> = {}) {
  const lines: Line[] = [];
  const router = createRouter("trial", (event, fields) => lines.push({ event, ...fields }), {
    ...goodPlatform,
    ...differences,
  });
  mountRoutes(router);
  return { router, lines };
}
