import { z } from "zod";

export const JobStatus = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);

/** A row of `jobs` as its owner reads it. */
export const Job = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  status: JobStatus,
  /** 0 to 100. */
  progress: z.int().min(0).max(100),
  /** The report, once it succeeded. */
  result: z.record(z.string(), z.json()).nullable(),
  /** Why it failed, or why it is tried again. */
  error: z.object({ code: z.string() }).nullable(),
});

/** Answer of `cancel_job`. */
export const CancelledJob = z.strictObject({ status: JobStatus });

/** Answer of `claim_job`: a job that the worker holds by its lease, or that there is none. */
export const ClaimedJob = z.strictObject({ id: z.uuid(), type: z.string(), lease: z.uuid() }).nullable();

/** Answer of `step_job`; `lost` where another worker has the job by now, or nobody. */
export const JobStep = z.strictObject({ status: z.enum(["running", "succeeded", "lost"]) });

/** Answer of `POST /training/work-jobs`: how many steps were done, and how many jobs ended or failed a step by them. */
export const WorkedJobs = z.strictObject({ steps: z.int(), succeeded: z.int(), failed: z.int() });
