import { Client, escapeIdentifier } from "pg";
import { z } from "zod";
import { readSettings } from "../../stack/settings.ts";
import { ensureBuckets } from "../../stack/storage/buckets.ts";
import { runSupabaseCli } from "../../stack/supabase-cli.ts";

const tables = z.array(z.object({ schema: z.string(), name: z.string() }));

/** Rows of the platform's tables that are no data of users: the history of its own migrations, and Vault's key. */
const PLATFORM_DATA = `
  select nspname as schema, relname as name
  from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in ('auth', 'storage', 'realtime', 'cron', 'net', 'vault')
    and relkind in ('r', 'p') and not relispartition
    and relname !~ 'migrations$' and relname <> 'encryption_key'`;

async function emptyPlatform(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const names = tables
      .parse((await client.query(PLATFORM_DATA)).rows)
      .map(({ schema, name }) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`);
    await client.query(`truncate ${names.join(", ")} cascade`);
  } finally {
    await client.end();
  }
}

/**
 * Puts a database back to the project's migrations and seeds: users, stored objects, jobs and secrets go, the buckets of
 * config.toml come back. Services that are connected stay so.
 * @param url the connection URL of a role of that database
 * @throws Error with the CLI's own words when a migration or a seed fails
 */
export async function resetDatabase(projectRoot: string, url: (role: string) => string): Promise<void> {
  await emptyPlatform(url("supabase_admin"));
  // In this order: a migration may write a job or a secret.
  const parameters = ["db", "reset", `--remote=${url("postgres")}`, "--yes"];
  const { code, output } = await runSupabaseCli(projectRoot, parameters);
  if (code !== 0) throw new Error(`supabase db reset failed:\n${output}`);
  await ensureBuckets(url("supabase_storage_admin"), readSettings(projectRoot).storage.buckets);
}
