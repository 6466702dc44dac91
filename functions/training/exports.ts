import { z } from "@hono/zod-openapi";
import { ExportAccepted } from "../../types/contracts/export.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { ExportStore } from "./export-store.ts";

const route = defineRoute({
  method: "post",
  path: "/exports",
  summary: "Exports everything that the caller owns",
  auth: "user",
  session: "live",
  rateLimit: "export",
  request: {
    headers: z.object({
      "idempotency-key": z.string().min(1).max(200).optional().describe("The same key is the same job."),
    }),
  },
  responses: {
    202: {
      description: "The job that does it; its `result` is an `ExportReport`",
      content: { "application/json": { schema: ExportAccepted } },
    },
    409: problemResponse("`id_unusable`: an idempotency key of other work; `quota_exceeded`"),
    503: problemResponse("`not_ready`"),
  },
});

/** Mounts `POST /exports`. The archive is kept for a week in the bucket `exports`. */
export function mountExports(router: Router, store: ExportStore): void {
  router.openapi(route, async (c) => {
    const { caller, signal, log } = c.var;
    const added = await store.add(caller.userId, c.req.valid("header")["idempotency-key"], signal);
    if (added.ok) return c.json({ job_id: added.value }, 202);
    if (added.error.key === "quota_exceeded") return problem(c, "quota_exceeded");
    if (added.error.key === "id_unusable") {
      return problem(c, "id_unusable", undefined, [{ path: "idempotency-key", text: "cannot be used" }]);
    }
    log("export_not_added", { error: added.error.reason });
    return problem(c, "not_ready");
  });
}
