import type { z } from "zod";
import type { WorkedJobs } from "../../types/contracts/job.ts";
import type { Log } from "../_shared/log.ts";
import { type Result, success } from "../_shared/result.ts";
import type { HeldJob, JobQueue } from "./job-queue.ts";

/**
 * What a function has to do for a job before the database takes a step of it; it is asked at each claim. `read` says that
 * this took the time of the processor, of which a function has two seconds: the worker takes no further job then.
 */
export type Preparation = (
  job: HeldJob,
  signal: AbortSignal,
) => Promise<Result<"ready" | "read" | "lost", string>>;

/** How long a worker works, and how long at one job while others wait. */
export interface WorkingHours {
  readonly totalMilliseconds: number;
  readonly jobMilliseconds: number;
}

interface WorkContext {
  /** By the type of the job. */
  preparations: ReadonlyMap<string, Preparation>;
  log: Log;
  signal: AbortSignal;
  now: () => number;
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
  context: WorkContext,
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
    if (outcome.isLast) break;
  }
  return success(worked);
}

type Ended = "succeeded" | "failed" | "lost" | "given back";

/** Works at one job until it ends or its time is up. */
async function work(
  queue: JobQueue,
  job: HeldJob,
  end: number,
  { preparations, log, signal, now }: WorkContext,
): Promise<{ steps: number; ended: Ended; isLast: boolean }> {
  const fail = async (steps: number, error: string) => {
    log("job_step_failed", { job_id: job.id, type: job.type, error });
    await queue.release(job, { code: "internal_error" });
    return { steps, ended: "failed", isLast: false } as const;
  };
  const prepared = await preparations.get(job.type)?.(job, signal);
  if (prepared && !prepared.ok) return await fail(0, prepared.error);
  const isLast = prepared?.value === "read";
  if (prepared?.value === "lost") return { steps: 0, ended: "lost", isLast };

  let steps = 0;
  do {
    const step = await queue.step(job, signal);
    if (!step.ok) return await fail(steps, step.error);
    if (step.value.status === "lost") return { steps, ended: "lost", isLast };
    steps++;
    if (step.value.status === "succeeded") return { steps, ended: "succeeded", isLast };
  } while (now() < end && !signal.aborted);
  await queue.release(job);
  return { steps, ended: "given back", isLast };
}
