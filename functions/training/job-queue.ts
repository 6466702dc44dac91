import type { z } from "zod";
import type { ClaimedJob, JobStep } from "../../types/contracts/job.ts";
import type { Result } from "../_shared/result.ts";

/** A job that this worker holds. */
export type HeldJob = NonNullable<z.infer<typeof ClaimedJob>>;

/** The queue in the database. Each call is one transaction. */
export interface JobQueue {
  /** Takes the job that waits longest, where there is one. */
  claim(signal: AbortSignal): Promise<Result<HeldJob | null, string>>;
  /** Does the next step of a job. */
  step(job: HeldJob, signal: AbortSignal): Promise<Result<z.infer<typeof JobStep>, string>>;
  /** Gives a job back: for whoever comes next, or, after a failed step, to be tried again later. */
  release(job: HeldJob, error?: { code: string }): Promise<Result<void, string>>;
}
