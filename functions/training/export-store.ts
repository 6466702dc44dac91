import type { z } from "zod";
import type { ExportPage, ExportReport, ExportTask, KeptExport } from "../../types/contracts/export.ts";
import type { Result } from "../_shared/result.ts";
import type { HeldJob } from "./job-queue.ts";

/** Why an export was not accepted: an error key of the database. */
export interface ExportRefusal {
  key: "id_unusable" | "quota_exceeded" | "unavailable";
  /** For the log. */
  reason: string;
}

/** What a part of an export is of. */
export interface AskedPage {
  file: string;
  section: string;
  /** `next` of the part before. */
  after: string | null;
}

/** What the database has for exports, and the bucket that they lie in. */
export interface ExportStore {
  /** Asks for an export; answers the id of its job. */
  add(
    userId: string,
    idempotencyKey: string | undefined,
    signal: AbortSignal,
  ): Promise<Result<string, ExportRefusal>>;
  /** What an export that this worker holds is about; null where it does not hold it any more. */
  task(job: HeldJob, signal: AbortSignal): Promise<Result<ExportTask, string>>;
  page(job: HeldJob, asked: AskedPage, signal: AbortSignal): Promise<Result<ExportPage, string>>;
  /** Keeps the archive where only its owner reads it. */
  keepFile(path: string, archive: Blob, signal: AbortSignal): Promise<Result<void, string>>;
  /** Notes where the archive lies. */
  note(
    job: HeldJob,
    report: ExportReport,
    signal: AbortSignal,
  ): Promise<Result<z.infer<typeof KeptExport>["status"], string>>;
}
