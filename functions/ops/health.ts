import { Health } from "../../types/contracts/health.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";

const route = defineRoute({
  method: "get",
  path: "/health",
  summary: "Whether functions run",
  auth: "none",
  rateLimit: "none",
  responses: {
    200: { description: "They do", content: { "application/json": { schema: Health } } },
  },
});

/** Mounts `GET /health`. */
export function mountHealth(router: Router): void {
  router.openapi(route, (c) => c.json({ status: "ok" as const }, 200, { "cache-control": "no-store" }));
}
