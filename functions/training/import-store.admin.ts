import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { ImportMatches, ImportTask, StagedImport } from "../../types/contracts/import.ts";
import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import type { ImportRefusal, ImportStore } from "./import-store.ts";

const Details = z.object({ path: z.string().default("") });
const keys = ["id_unusable", "quota_exceeded", "invalid_field"] as const;

/** Files in the private bucket `imports`; the rest through RPCs that only a secret key may call. */
export function importStoreInProject(project: Project): ImportStore {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const files = client.storage.from("imports");
  return {
    async keepFile(path, bytes, contentType, signal) {
      signal.throwIfAborted();
      const { error } = await files.upload(path, bytes, { contentType, upsert: true });
      return error ? failure(error.message) : success(undefined);
    },

    async hasFile(path, signal) {
      signal.throwIfAborted();
      const [, folder = "", name = ""] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
      const { data, error } = await files.list(folder, { search: name, limit: 10 });
      return error ? failure(error.message) : success(data.some((file) => file.name === name));
    },

    async readFile(path, signal) {
      signal.throwIfAborted();
      const { data, error } = await files.download(path);
      if (data) return success(new Uint8Array(await data.arrayBuffer()));
      return /not.?found/i.test(error.message) ? success(null) : failure(error.message);
    },

    async add(userId, input, idempotencyKey, signal) {
      const { data, error } = await client
        .rpc("add_import", { p_user_id: userId, p_input: input, p_idempotency_key: idempotencyKey ?? null })
        .abortSignal(signal);
      return error ? failure(refusalOf(error)) : success(z.object({ job_id: z.uuid() }).parse(data).job_id);
    },

    async task(job, signal) {
      const { data, error } = await client
        .rpc("import_task", { p_job_id: job.id, p_lease: job.lease })
        .abortSignal(signal);
      return error ? failure(error.message) : success(ImportTask.parse(data));
    },

    async match(userId, asked, signal) {
      const { data, error } = await client
        .rpc("match_import", {
          p_user_id: userId,
          p_names: asked.names,
          p_keys: asked.keys,
          p_mapping: asked.mapping,
          p_exercises: asked.exercises,
        })
        .abortSignal(signal);
      return error ? failure(error.message) : success(ImportMatches.parse(data));
    },

    async stage(job, parts, report, signal) {
      const { data, error } = await client
        .rpc("stage_import", { p_job_id: job.id, p_lease: job.lease, p_parts: parts, p_report: report })
        .abortSignal(signal);
      return error ? failure(error.message) : success(StagedImport.parse(data).status);
    },
  };
}

function refusalOf({ message, details }: { message: string; details: string }): ImportRefusal {
  const key = keys.find((known) => known === message);
  if (!key) return { key: "unavailable", path: "", reason: message };
  return { key, path: Details.parse(JSON.parse(details)).path, reason: message };
}
