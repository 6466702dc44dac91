import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { type Project, secretKeyOf } from "../_shared/project.ts";
import { failure, success } from "../_shared/result.ts";
import type { FileKeeper } from "./orphaned-files.ts";

const Orphans = z.array(z.object({ bucket_id: z.string(), name: z.string() }));

/** Finds orphans in the database and removes them through the Storage API, which alone may. */
export function fileKeeperOf(project: Project): FileKeeper {
  const client = createClient(project.url, secretKeyOf(project), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  return {
    async removeOrphans(signal) {
      const { data, error } = await client.rpc("orphaned_files").abortSignal(signal);
      if (error) return failure(error.message);
      const orphans = Orphans.parse(data);
      for (const [bucket, files] of Map.groupBy(orphans, (file) => file.bucket_id)) {
        const removal = await client.storage.from(bucket).remove(files.map(({ name }) => name));
        if (removal.error) return failure(removal.error.message);
      }
      return success(orphans.length);
    },
  };
}
