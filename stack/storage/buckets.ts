import { Client } from "pg";
import type { Settings } from "../settings.ts";

/** Makes the buckets of config.toml, or sets existing ones to what it says. The url is supabase_storage_admin's. */
export async function ensureBuckets(
  databaseUrl: string,
  buckets: Settings["storage"]["buckets"],
): Promise<void> {
  const entries = Object.entries(buckets);
  if (entries.length === 0) return;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const [name, bucket] of entries) {
      await client.query(
        `insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
         values ($1, $1, $2, $3, $4)
         on conflict (id) do update
         set public = excluded.public,
           file_size_limit = excluded.file_size_limit,
           allowed_mime_types = excluded.allowed_mime_types`,
        [name, bucket.public, bucket.file_size_limit ?? null, bucket.allowed_mime_types ?? null],
      );
    }
  } finally {
    await client.end();
  }
}
