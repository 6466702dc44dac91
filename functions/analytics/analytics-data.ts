import type { RecordCard, RecordKey, WorkoutCard } from "../../types/contracts/card.ts";
import type { Dashboard } from "../../types/contracts/dashboard.ts";
import type { ProblemField } from "../../types/contracts/problem.ts";
import type { Report, ReportPeriod } from "../../types/contracts/report.ts";
import type { UserCaller } from "../_shared/caller.ts";
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

/** What the function reads of a user's training. */
export interface AnalyticsData {
  /** Changes whenever a dashboard or report of the caller's may have. Read before them, never after. */
  version: Read<string, []>;
  dashboard: Read<Dashboard, [range: { from: string; to: string }]>;
  report: Read<Report, [period: ReportPeriod, on: string | undefined]>;
  /** Null where the caller sees no such workout. */
  workoutCard: Read<WorkoutCard | null, [id: string]>;
  /** Null where the caller has no such record. */
  recordCard: Read<RecordCard | null, [key: RecordKey]>;
}
