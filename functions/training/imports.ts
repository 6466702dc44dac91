import { z } from "@hono/zod-openapi";
import { ImportAccepted, ImportForm, type ImportInput } from "../../types/contracts/import.ts";
import { problem, problemResponse } from "../_shared/problem.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import { defineRoute } from "../_shared/route.ts";
import type { Router } from "../_shared/router.ts";
import type { ImportStore } from "./import-store.ts";
import { maxFileBytes } from "./imports/limits.ts";

const route = defineRoute({
  method: "post",
  path: "/imports",
  summary: "Imports workouts from a file, or reports what that would do",
  auth: "user",
  session: "live",
  rateLimit: "import",
  // The other fields of the form, a mapping of two thousand names among them.
  maxBodyBytes: maxFileBytes + 1024 ** 2,
  timeoutSeconds: 60,
  request: {
    headers: z.object({
      "idempotency-key": z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe("The same key with the same request is the same job."),
    }),
    body: { required: true, content: { "multipart/form-data": { schema: ImportForm } } },
  },
  responses: {
    202: {
      description: "The job that does it; its `result` is an `ImportReport`",
      content: { "application/json": { schema: ImportAccepted } },
    },
    404: problemResponse("`import_not_found`: there is no such `path` of the caller's"),
    409: problemResponse(
      "`id_unusable`: an idempotency key of another request, or an id of `mapping`; `quota_exceeded`",
    ),
    413: problemResponse("`body_too_large`"),
    503: problemResponse("`storage_unavailable`, `not_ready`"),
  },
});

/** Mounts `POST /imports`. The file is kept for a week, so that a dry run's need not be sent again. */
export function mountImports(router: Router, store: ImportStore): void {
  router.openapi(route, async (c) => {
    const { caller, signal, log } = c.var;
    const form = c.req.valid("form");
    if (form.file && form.file.size > maxFileBytes) return problem(c, "body_too_large");
    const path = await pathOf(store, caller.userId, form, signal);
    if (!path.ok) {
      if (path.error === "neither") {
        return problem(c, "invalid_request", undefined, [{ path: "file", text: "must be there, or path" }]);
      }
      if (path.error === "missing") return problem(c, "import_not_found");
      log("import_not_kept", { error: path.error.reason });
      return problem(c, "storage_unavailable");
    }

    const added = await store.add(
      caller.userId,
      inputOf(form, path.value),
      c.req.valid("header")["idempotency-key"],
      signal,
    );
    if (added.ok) return c.json({ job_id: added.value, file_path: path.value }, 202);
    const { key, path: field, reason } = added.error;
    if (key === "quota_exceeded") return problem(c, "quota_exceeded");
    if (key === "id_unusable")
      return problem(c, "id_unusable", undefined, [{ path: field, text: "cannot be used" }]);
    if (key === "invalid_field") {
      return problem(c, "invalid_request", undefined, [{ path: field, text: "is not what it must be" }]);
    }
    log("import_not_added", { error: reason });
    return problem(c, "not_ready");
  });
}

type Form = z.infer<typeof ImportForm>;

/** Where the file is: one that was sent is kept under its digest, so that a retry keeps it once. */
async function pathOf(
  store: ImportStore,
  userId: string,
  { file, path }: Form,
  signal: AbortSignal,
): Promise<Result<string, "neither" | "missing" | { reason: string }>> {
  if (file) {
    const buffer = await file.arrayBuffer();
    const bytes = new Uint8Array(buffer);
    const isJson = /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
    const kept = `${userId}/${await digestOf(buffer)}.${isJson ? "json" : "csv"}`;
    const result = await store.keepFile(kept, bytes, isJson ? "application/json" : "text/csv", signal);
    return result.ok ? success(kept) : failure({ reason: result.error });
  }
  if (path === undefined) return failure("neither");
  if (!new RegExp(`^${userId}/[0-9a-f]{64}\\.(csv|json)$`).test(path)) return failure("missing");
  const known = await store.hasFile(path, signal);
  if (!known.ok) return failure({ reason: known.error });
  return known.value ? success(path) : failure("missing");
}

async function digestOf(buffer: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inputOf(form: Form, path: string): ImportInput {
  return {
    path,
    source: form.source ?? null,
    weight_unit: form.weight_unit ?? null,
    distance_unit: form.distance_unit ?? null,
    time_zone: form.time_zone,
    visibility: form.visibility ?? "private",
    is_dry_run: form.dry_run === "true",
    mapping: form.mapping ?? {},
  };
}
