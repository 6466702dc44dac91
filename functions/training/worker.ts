import type { z } from "zod";
import type { WorkedJobs } from "../../types/contracts/job.ts";
import type { Log } from "../_shared/log.ts";
import { type Result, success } from "../_shared/result.ts";
import type { HeldJob, JobQueue } from "./job-queue.ts";

/** How long a worker works, and how long at one job while others wait. */
export interface WorkingHours {
  readonly totalMilliseconds: number;
  readonly jobMilliseconds: number;
}

/**
 * Works jobs off, step by step, until none is due or the time is up. A step that fails is logged and its job tried again
 * later; whatever ends the worker in between, another one goes on from the last step.
 *
 * @param now - the clock, in milliseconds
 */
export async function workJobs(
  queue: JobQueue,
  hours: WorkingHours,
  context: { log: Log; signal: AbortSignal; now: () => number },
): Promise<Result<z.infer<typeof WorkedJobs>, string>> {
  const { signal, now } = context;
  const worked = { steps: 0, succeeded: 0, failed: 0 };
  const end = now() + hours.totalMilliseconds;

  while (now() < end && !signal.aborted) {
    const claimed = await queue.claim(signal);
    if (!claimed.ok) return claimed;
    if (!claimed.value) break;
    const outcome = await work(queue, claimed.value, Math.min(end, now() + hours.jobMilliseconds), context);
    worked.steps += outcome.steps;
    worked.succeeded += outcome.ended === "succeeded" ? 1 : 0;
    worked.failed += outcome.ended === "failed" ? 1 : 0;
  }
  return success(worked);
}

type Ended = "succeeded" | "failed" | "lost" | "given back";

/** Works at one job until it ends or its time is up. */
async function work(
  queue: JobQueue,
  job: HeldJob,
  end: number,
  { log, signal, now }: { log: Log; signal: AbortSignal; now: () => number },
): Promise<{ steps: number; ended: Ended }> {
  let steps = 0;
  do {
    const step = await queue.step(job, signal);
    if (!step.ok) {
      log("job_step_failed", { job_id: job.id, type: job.type, error: step.error });
      await queue.release(job, { code: "internal_error" });
      return { steps, ended: "failed" };
    }
    if (step.value.status === "lost") return { steps, ended: "lost" };
    steps++;
    if (step.value.status === "succeeded") return { steps, ended: "succeeded" };
  } while (now() < end && !signal.aborted);
  await queue.release(job);
  return { steps, ended: "given back" };
}
