import type { RecordCard, RecordKey, WorkoutCard } from "../../types/contracts/card.ts";
import type { Dashboard } from "../../types/contracts/dashboard.ts";
import type { ProblemField } from "../../types/contracts/problem.ts";
import type { Report, ReportPeriod } from "../../types/contracts/report.ts";
import type { UserCaller } from "../_shared/caller.ts";
import type { RateLimit } from "../_shared/rate-limit.ts";
import type { Result } from "../_shared/result.ts";

/** What can go wrong with reading. A `reason` is for the log alone. */
export type ReadFailure =
  | { kind: "unavailable"; reason: string }
  /** The caller's account is gone. */
  | { kind: "nobody"; reason: string }
  /** A date or a range that the database does not take. */
  | { kind: "invalid"; field: ProblemField; reason: string };

/** Reads under the caller's own rights: row-level security decides what is there. */
type Read<Value, Arguments extends unknown[]> = (
  caller: UserCaller,
  ...rest: [...Arguments, signal: AbortSignal]
) => Promise<Result<Value, ReadFailure>>;

/** What a request for a report begins with. */
export interface OpenedReport {
  /** The limit of reports, with this request counted. */
  use: RateLimit;
  /** As `version` is. Empty beyond the limit. */
  version: string;
  /** What the database keeps under the digest of the key's texts with the version between them; nothing without a key. */
  kept: ArrayBuffer | undefined;
}

/** What the function reads of a user's training. */
export interface AnalyticsData {
  /** Changes whenever a dashboard or report of the caller's may have. Read before them, never after. */
  version: Read<string, []>;
  /** Counts, and reads the version and then what is kept, in one call. */
  openReport: Read<OpenedReport, [key: { before: string; after: string } | undefined]>;
  dashboard: Read<Dashboard, [range: { from: string; to: string }]>;
  report: Read<Report, [period: ReportPeriod, on: string | undefined]>;
  /** Null where the caller sees no such workout. */
  workoutCard: Read<WorkoutCard | null, [id: string]>;
  /** Null where the caller has no such record. */
  recordCard: Read<RecordCard | null, [key: RecordKey]>;
}
