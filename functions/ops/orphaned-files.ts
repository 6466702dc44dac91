import { OrphanedFiles } from "../../types/contracts/orphaned-files.ts";
import type { CheckCronToken } from "../_shared/cron-token.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import type { Result } from "../_shared/result.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";

/** What the removal of files needs from the project. */
export interface FileKeeper {
  /** Removes one batch of files that nothing refers to, and answers how many there were. */
  removeOrphans(signal: AbortSignal): Promise<Result<number, string>>;
}

const route = defineRoute({
  method: "post",
  path: "/orphaned-files",
  summary: "Removes stored files that nothing refers to; called by a cron job of the database",
  // Cron jobs hold a token of their own, and no key of the project.
  auth: "none",
  responses: {
    200: { description: "How many were removed", content: { "application/json": { schema: OrphanedFiles } } },
    401: problemResponse("`unauthenticated`: this is not the token of the cron jobs"),
    503: problemResponse("`not_ready`: the database or Storage does not answer; the next run tries again"),
  },
});

/** Mounts `POST /orphaned-files`. The cron job `remove-orphaned-files` calls it each night. */
export function mountOrphanedFiles(router: Router, files: FileKeeper, isCronToken: CheckCronToken): void {
  router.openapi(route, async (c) => {
    const known = await isCronToken(c.req.header("x-cron-token") ?? "", c.var.signal);
    if (known.ok && !known.value) return problem(c, "unauthenticated");
    const removed = known.ok ? await files.removeOrphans(c.var.signal) : known;
    if (!removed.ok) {
      c.var.log("orphaned_files_failed", { error: removed.error });
      return problem(c, "not_ready");
    }
    c.var.log("orphaned_files_removed", { files: removed.value });
    return c.json({ removed: removed.value }, 200);
  });
}
