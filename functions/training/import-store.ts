import type { z } from "zod";
import type {
  ImportedPart,
  ImportInput,
  ImportMatches,
  ImportReport,
  ImportTask,
  StagedImport,
} from "../../types/contracts/import.ts";
import type { Result } from "../_shared/result.ts";
import type { ExerciseOfDocument } from "./imports/import-options.ts";
import type { HeldJob } from "./job-queue.ts";

/** Why an import was not accepted: an error key of the database, and the field that it is about. */
export interface ImportRefusal {
  key: "id_unusable" | "quota_exceeded" | "invalid_field" | "unavailable";
  path: string;
  /** For the log. */
  reason: string;
}

/** A part of a file, with its place in the order in which they are stored. */
export interface StagedPart extends ImportedPart {
  ordinal: number;
}

/** Files of imports, and what the database keeps of them. */
export interface ImportStore {
  /** Keeps a file where only its owner reads it; the same bytes again change nothing. */
  keepFile(
    path: string,
    bytes: Uint8Array,
    contentType: string,
    signal: AbortSignal,
  ): Promise<Result<void, string>>;
  hasFile(path: string, signal: AbortSignal): Promise<Result<boolean, string>>;
  /** Null where there is no such file any more. */
  readFile(path: string, signal: AbortSignal): Promise<Result<Uint8Array | null, string>>;
  /** Asks for an import; answers the id of its job. */
  add(
    userId: string,
    input: ImportInput,
    idempotencyKey: string | undefined,
    signal: AbortSignal,
  ): Promise<Result<string, ImportRefusal>>;
  /** What an import that this worker holds is about; null where it does not hold it any more. */
  task(job: HeldJob, signal: AbortSignal): Promise<Result<z.infer<typeof ImportTask>, string>>;
  match(
    userId: string,
    asked: {
      names: string[];
      keys: string[];
      mapping: Record<string, string>;
      exercises: ExerciseOfDocument[];
    },
    signal: AbortSignal,
  ): Promise<Result<ImportMatches, string>>;
  /** Hands some parts over to the steps, with the last ones the report. */
  stage(
    job: HeldJob,
    parts: StagedPart[],
    report: ImportReport | null,
    signal: AbortSignal,
  ): Promise<Result<z.infer<typeof StagedImport>["status"], string>>;
}
