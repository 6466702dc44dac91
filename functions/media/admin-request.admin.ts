import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, type Result, success } from "../_shared/result.ts";
import type { StorageFailure } from "./storage.ts";

/** Bypasses row-level security: what is in its path and body must come from a verified user id. */
export interface AdminRequest {
  method: "GET" | "POST" | "DELETE";
  /** Path and query below the project's url. */
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  timeoutSeconds: number;
  /** Of the request that this one is sent for. */
  signal: AbortSignal;
}

/**
 * Sends one request with the secret key. What the project says of a failure is for the log.
 *
 * @throws the reason of `signal` when it is aborted: nobody waits for an outcome then.
 */
export async function adminRequest(
  project: Project,
  request: AdminRequest,
): Promise<Result<Response, StorageFailure>> {
  const secretKey = secretKeyOf(project);
  try {
    const response = await fetch(`${project.url}${request.path}`, {
      method: request.method,
      headers: { apikey: secretKey, authorization: `Bearer ${secretKey}`, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutSeconds * 1000)]),
    });
    return response.ok ? success(response) : failure(await failureOf(response));
  } catch (error) {
    request.signal.throwIfAborted();
    return failure({ kind: "unavailable", reason: String(error) });
  }
}

/** Storage tells some failures by a status in the body, under one 400 for all. */
async function failureOf(response: Response): Promise<StorageFailure> {
  const text = (await response.text()).slice(0, 500);
  const [, inner] = /"statusCode":\s*"?(\d{3})/.exec(text) ?? [];
  const status = inner === undefined ? response.status : Number(inner);
  const kind = status === 404 ? "missing" : status === 409 ? "exists" : "unavailable";
  return { kind, reason: `answered ${response.status}: ${text}` };
}
