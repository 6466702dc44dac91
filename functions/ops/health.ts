import { createRoute } from "@hono/zod-openapi";
import { Health } from "../../types/contracts/health.ts";
import type { Router } from "../_shared/router.ts";

const route = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether functions run",
  responses: {
    200: { description: "They do", content: { "application/json": { schema: Health } } },
  },
});

/** Mounts `GET /health`. */
export function mountHealth(router: Router): void {
  router.openapi(route, (c) => c.json({ status: "ok" as const }, 200, { "cache-control": "no-store" }));
}
