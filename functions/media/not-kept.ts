import type { ProblemCode } from "../../types/contracts/problem.ts";
import type { Refusal } from "./refusal.ts";
import type { StorageFailure } from "./storage.ts";

/** Why an upload did not become a picture. */
export interface NotKept {
  code: Extract<ProblemCode, Refusal["code"] | "upload_not_found" | "storage_unavailable" | "too_busy">;
  /** For the client. */
  detail: string;
  /** For the log alone. */
  reason?: string;
}

export const uploadNotFound: NotKept = {
  code: "upload_not_found",
  detail: "Your folder of the bucket uploads has no such file. Perhaps it became a picture already.",
};

export const tooBusy: NotKept = {
  code: "too_busy",
  detail: "Many pictures are being made. Send the same request again in a few seconds.",
};

/** The upload and whatever was stored of it are left as they are. */
export function storageUnavailable(step: string, { reason }: StorageFailure): NotKept {
  return {
    code: "storage_unavailable",
    detail: "Your upload is still there. Send the same request again in a moment.",
    reason: `${step}: ${reason}`,
  };
}
