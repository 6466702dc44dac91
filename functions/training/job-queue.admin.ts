import { createClient } from "@supabase/supabase-js";
import { ClaimedJob, JobStep } from "../../types/contracts/job.ts";
import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import type { JobQueue } from "./job-queue.ts";

/** Giving back is one short statement. */
const releaseMilliseconds = 5_000;

/** The queue, through RPCs that only a secret key may call. */
export function jobQueueInDatabase(project: Project): JobQueue {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return {
    async claim(signal) {
      const { data, error } = await client.rpc("claim_job").abortSignal(signal);
      return error ? failure(error.message) : success(ClaimedJob.parse(data));
    },

    async step(job, signal) {
      const { data, error } = await client
        .rpc("step_job", { p_job_id: job.id, p_lease: job.lease })
        .abortSignal(signal);
      return error ? failure(error.message) : success(JobStep.parse(data));
    },

    async release(job, reason) {
      // Not under the caller's signal: a caller who has left is when jobs are given back.
      const { error } = await client
        .rpc("release_job", { p_job_id: job.id, p_lease: job.lease, p_error: reason ?? null })
        .abortSignal(AbortSignal.timeout(releaseMilliseconds));
      return error ? failure(error.message) : success(undefined);
    },
  };
}
