import { createClient } from "@supabase/supabase-js";
import { ExportAccepted, ExportPage, ExportTask, KeptExport } from "../../types/contracts/export.ts";
import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import type { ExportStore } from "./export-store.ts";

const keys = ["id_unusable", "quota_exceeded"] as const;

/** Archives in the private bucket `exports`; the rest through RPCs that only a secret key may call. */
export function exportStoreInProject(project: Project): ExportStore {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return {
    async add(userId, idempotencyKey, signal) {
      const { data, error } = await client
        .rpc("add_export", { p_user_id: userId, p_idempotency_key: idempotencyKey ?? null })
        .abortSignal(signal);
      if (!error) return success(ExportAccepted.parse(data).job_id);
      const key = keys.find((known) => known === error.message) ?? "unavailable";
      return failure({ key, reason: error.message });
    },

    async task(job, signal) {
      const { data, error } = await client
        .rpc("export_task", { p_job_id: job.id, p_lease: job.lease })
        .abortSignal(signal);
      return error ? failure(error.message) : success(ExportTask.parse(data));
    },

    async page(job, { file, section, after }, signal) {
      const { data, error } = await client
        .rpc("export_page", {
          p_job_id: job.id,
          p_lease: job.lease,
          p_file: file,
          p_section: section,
          p_after: after,
        })
        .abortSignal(signal);
      return error ? failure(error.message) : success(ExportPage.parse(data));
    },

    async keepFile(path, archive, signal) {
      signal.throwIfAborted();
      const { error } = await client.storage
        .from("exports")
        .upload(path, archive, { contentType: "application/zip", upsert: true });
      return error ? failure(error.message) : success(undefined);
    },

    async note(job, report, signal) {
      const { data, error } = await client
        .rpc("keep_export", { p_job_id: job.id, p_lease: job.lease, p_file: report })
        .abortSignal(signal);
      return error ? failure(error.message) : success(KeptExport.parse(data).status);
    },
  };
}
