import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSupabaseCli } from "../../stack/supabase-cli.ts";

/**
 * The statements that turn the schema of one database into that of another (`supabase db diff`, pg-delta).
 * @returns SQL; empty where the two are equal
 * @throws Error with the CLI's own words
 */
export async function schemaDifference(projectRoot: string, fromUrl: string, toUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "repstack-diff-"));
  const file = join(folder, "difference.sql");
  try {
    const diff = ["db", "diff", "--from", fromUrl, "--to", toUrl, "--output", file];
    const { code, output } = await runSupabaseCli(projectRoot, diff);
    if (code !== 0) throw new Error(`supabase db diff failed:\n${output}`);
    // The CLI writes no file, or one that only prepares the session, where there is nothing to change.
    const sql = await readFile(file, "utf8").catch(() => "");
    return (
      sql
        .replace(/^SET local check_function_bodies = off;\s*/i, "")
        // An extension brings its comment along, and on hosted projects belongs to somebody else.
        .replace(/^COMMENT ON EXTENSION "[^"]+" IS '(?:[^']|'')*';\s*/gm, "")
        // A hosted project may have switched it on already.
        .replace(/^CREATE EXTENSION "/gm, 'CREATE EXTENSION IF NOT EXISTS "')
        // Jobs are data: private.ensure_cron_jobs() schedules them in every environment.
        .replace(/^SELECT\s+cron\.(?:un)?schedule(?:_in_database)?\([\s\S]*?\);\s*?$/gm, "")
        .trim()
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
