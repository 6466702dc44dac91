import type { Project } from "../_shared/project.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import { type AdminRequest, adminRequest } from "./admin-request.admin.ts";
import { variantPaths } from "./image-path.ts";
import { maxFileBytes } from "./limits.ts";
import type { ImageStorage, StorageFailure } from "./storage.ts";

const objects = "/storage/v1/object";
const reduced = "width=2048&height=2048&resize=contain";

/**
 * Keeps pictures in Supabase Storage. Plain requests rather than supabase-js: they leave `cache-control` to us, and the
 * memory to the pictures.
 *
 * @param options.canReduce - Whether the project has Supabase's image transformation (hosted, from the Pro plan on).
 */
export function supabaseImageStorage(project: Project, options: { canReduce: boolean }): ImageStorage {
  const storage: ImageStorage = {
    readUpload: ({ path }, signal) =>
      read(project, { path: `${objects}/uploads/${path}`, timeoutSeconds: 15, signal }),

    async store({ bucket, path, bytes, contentType, cacheControl }, signal) {
      const answer = await adminRequest(project, {
        method: "POST",
        path: `${objects}/${bucket}/${path}`,
        headers: { "content-type": contentType, "cache-control": cacheControl, "x-upsert": "false" },
        body: bytes,
        timeoutSeconds: 15,
        signal,
      });
      return answer.ok || answer.error.kind !== "exists" ? await done(answer) : success(undefined);
    },

    removeUpload: ({ path }, signal) => remove(project, "uploads", [path], signal),
    removeImage: (kind, userId, id, signal) =>
      remove(project, kind.bucket, variantPaths(userId, id, kind), signal),
    publicUrl: (bucket, path) => `${project.url}${objects}/public/${bucket}/${path}`,
  };
  if (!options.canReduce) return storage;
  return {
    ...storage,
    readReducedUpload: ({ path }, signal) =>
      read(project, {
        path: `/storage/v1/render/image/authenticated/uploads/${path}?${reduced}`,
        timeoutSeconds: 30,
        signal,
      }),
  };
}

async function read(
  project: Project,
  request: Omit<AdminRequest, "method">,
): Promise<Result<ArrayBuffer, StorageFailure>> {
  const answer = await adminRequest(project, { ...request, method: "GET" });
  if (!answer.ok) return answer;
  try {
    if (Number(answer.value.headers.get("content-length") ?? 0) > maxFileBytes) {
      await answer.value.body?.cancel();
      return failure({ kind: "too_large", reason: "it has more bytes than its bucket should allow" });
    }
    return success(await answer.value.arrayBuffer());
  } catch (error) {
    request.signal.throwIfAborted();
    return failure({ kind: "unavailable", reason: `it broke off: ${String(error)}` });
  }
}

async function remove(
  project: Project,
  bucket: string,
  paths: string[],
  signal: AbortSignal,
): Promise<Result<void, StorageFailure>> {
  const answer = await adminRequest(project, {
    method: "DELETE",
    path: `${objects}/${bucket}`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prefixes: paths }),
    timeoutSeconds: 10,
    signal,
  });
  return await done(answer);
}

/** An answer that nobody reads would keep its connection. */
async function done(answer: Result<Response, StorageFailure>): Promise<Result<void, StorageFailure>> {
  if (!answer.ok) return answer;
  await answer.value.body?.cancel();
  return success(undefined);
}
